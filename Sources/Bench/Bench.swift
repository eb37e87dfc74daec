import Foundation

@main
struct Bench {
  static func main() {}
}
