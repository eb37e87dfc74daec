extension Residents {
  /// Draws at which unit of the world an employed resident works, if at any: one of their own subdistrict,
  /// or any, in both cases in proportion to employees. The smaller the world against Shanghai, the fewer work
  /// elsewhere in it.
  ///
  /// Unlike traits, workplaces depend on all units, so they may change when a neighbourhood is added.
  mutating func drawWorkplaces(_ places: Places, units: borrowing Units, random: RandomSource) {
    // Employees before each unit.
    var jobs: [Int64] = [0]
    jobs.reserveCapacity(units.count + 1)
    for index in 0..<units.count { jobs.append(jobs[index] + Int64(units.employees[index])) }
    let share = min(1, Double(count) / Profiles.cityResidents)
    let here = Profiles.worksInSubdistrict
    let elsewhere = here + Profiles.worksElsewhere * share
    for place in places.neighbourhoods {
      let draws = random.stream(.workplace).substream(place.key)
      let own = places.subdistricts[place.subdistrict].units
      for resident in place.residents where traits[resident].occupation == .employed {
        let local = resident - place.residents.lowerBound
        let u = draws.uniform(local)
        if u >= elsewhere { continue }
        let range = u < here ? own : 0..<units.count
        if range.isEmpty { continue }
        let first = jobs[range.lowerBound]
        let number = Int(jobs[range.upperBound] - first)
        let job = first + Int64(draws.index(below: number, local, 1))
        // The last unit with no more employees before it.
        var low = range.lowerBound
        var high = range.upperBound - 1
        while low < high {
          let middle = (low + high + 1) / 2
          if jobs[middle] <= job { low = middle } else { high = middle - 1 }
        }
        unit[resident] = Int32(low)
      }
    }
  }
}
