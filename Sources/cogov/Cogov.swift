import Foundation

@main
struct Cogov {
  static func main() {}
}
