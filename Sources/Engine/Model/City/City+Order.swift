extension City {
  /// The same city with its subdistricts in the order of the names of their districts and their own, and named
  /// neighbourhoods within each in the order of their names.
  var inOrderOfNames: City {
    var city = self
    city.subdistricts.sort {
      [$0.district, $0.name].lexicographicallyPrecedes([$1.district, $1.name]) { $0.comesBefore($1) }
    }
    for s in city.subdistricts.indices {
      city.subdistricts[s].neighbourhoods.sort { $0.name.comesBefore($1.name) }
    }
    return city
  }
}

extension String {
  /// The order of names: by the bytes of their text, which no language and no table of characters changes.
  func comesBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
