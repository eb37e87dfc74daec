extension Agenda {
  /// The order in which waiting matters claim places: by registration, but for the places kept for petitions and
  /// those given to the greatest need.
  /// - Parameters:
  ///   - reserved: share of places kept for petitions.
  ///   - needShare: share of places given to the greatest need.
  static func order(
    _ waiting: [Int32], _ demands: Demands, reserved: Double, byNeed needShare: Double
  ) -> [Int32] {
    if reserved == 0 && needShare == 0 { return waiting }
    let byNeed = waiting.indices.sorted { need(demands[waiting[$0]]) > need(demands[waiting[$1]]) }
    var isTaken = [Bool](repeating: false, count: waiting.count)
    var order: [Int32] = []
    // Everything before these places has been taken, or is no petition.
    var oldest = 0
    var petition = 0
    var neediest = 0
    var places = (petitions: 0.0, need: 0.0)
    while order.count < waiting.count {
      while isTaken[oldest] { oldest += 1 }
      while petition < waiting.count
        && (isTaken[petition] || demands[waiting[petition]].origin != .petition)
      {
        petition += 1
      }
      let turn = Double(order.count + 1)
      var next = oldest
      if places.petitions < reserved * turn && petition < waiting.count {
        next = petition
        places.petitions += 1
      } else if places.need < needShare * turn {
        while isTaken[byNeed[neediest]] { neediest += 1 }
        next = byNeed[neediest]
        places.need += 1
      }
      isTaken[next] = true
      order.append(waiting[next])
    }
    return order
  }

  private static func need(_ d: Demand) -> Float { d.salience * Float(d.scope.rawValue) }
}
