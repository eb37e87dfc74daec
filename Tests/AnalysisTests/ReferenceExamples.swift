import Foundation

/// Numbers of SciPy and statsmodels for shared examples; `Reference/examples.py` writes them.
struct ReferenceExamples: Decodable {
  struct Pair: Decodable {
    let x, y: [Double]
    let n: Int
    let smallest, mean, deviation, t, p, dz, d, correlation: Double
    let intervals: [[Double]]
    let pPaired, pEquivalence, spreadT, spreadP, spreadDifference: Double
  }

  struct Contrast: Decodable {
    let arms: [[Double]]
    let weights: [Double]
    let n: Int
    let mean, deviation, t, p, dz, d, spared: Double
    let intervals: [[Double]]
  }

  struct Family: Decodable {
    let p, adjusted: [Double]
  }

  struct Factorial: Decodable {
    struct Effect: Decodable {
      let word: [Int]
      let mean, deviation, t, p: Double
      let intervals: [[Double]]
    }
    let points: [[Int]]
    let values: [[Double]]
    let effects: [Effect]
  }

  let pairs: [Pair]
  let contrasts: [Contrast]
  let holm: [Family]
  let tails: [[Double]]
  let factorials: [Factorial]

  static let all: ReferenceExamples = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Reference/examples.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let data = try? Data(contentsOf: path),
      let examples = try? decoder.decode(ReferenceExamples.self, from: data)
    else { preconditionFailure("\(path.path) cannot be read") }
    return examples
  }()
}

/// Whether two numbers agree to nine figures.
func agree(_ value: Double, _ expected: Double) -> Bool {
  abs(value - expected) <= 1e-9 * max(1e-3, abs(expected))
}
