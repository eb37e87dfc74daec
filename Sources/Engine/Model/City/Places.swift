/// The places of a world: city → district → subdistrict → block → neighbourhood → building group.
public struct Places: Sendable {
  public struct Subdistrict: Sendable {
    public var name: String
    public var district: String
    public var x: Double
    public var y: Double
    public var blocks: Range<Int>
    public var neighbourhoods: Range<Int>
    public var residents: Range<Int>
    public var units: Range<Int>
  }
  public struct Block: Sendable {
    public var name: String
    public var subdistrict: Int
    public var neighbourhoods: Range<Int>
  }
  public struct Neighbourhood: Sendable {
    public var name: String
    public var kind: NeighbourhoodKind
    public var subdistrict: Int
    public var block: Int
    public var residents: Range<Int>
    /// Building groups, with ids over the whole world.
    public var groups: Range<Int>
    public var households: Int
    /// Kilometres east and north of the city's origin.
    public var x: Double
    public var y: Double
    /// Elected members of the residents' committee.
    public var committeeMembers: Int
    /// Community workers employed beside them.
    public var communityWorkers: Int
    public var ownersCommittee: Bool
    /// Stands for district, subdistrict and name in random draws, so that a place keeps its luck when
    /// others are added to a table.
    var key: Int
  }
  /// A building group (楼组): a range of residents.
  public struct Group: Sendable {
    public var neighbourhood: Int
    public var residents: Range<Int>
  }
  public var subdistricts: [Subdistrict] = []
  public var blocks: [Block] = []
  public var neighbourhoods: [Neighbourhood] = []
  public var groups: [Group] = []
}

extension Places {
  /// The middle of some neighbourhoods, in kilometres.
  func centre(of some: some Collection<Int>) -> (x: Double, y: Double) {
    var x = 0.0
    var y = 0.0
    for n in some {
      x += neighbourhoods[n].x
      y += neighbourhoods[n].y
    }
    let number = Double(max(some.count, 1))
    return (x / number, y / number)
  }
}
