import Factors
import LinearAlgebra
import Measures
import Resampling
import Survey

/// A battery taken apart by factor analysis: each item goes to the factor that it loads highest on.
struct BatteryFactors {
  /// Fewer items are left together.
  static let fewest = 6

  /// In the order of their first items, each with what a comment says of it.
  private(set) var parts: [(battery: Battery, comment: String)] = []
  /// Why there are none; `nil` where there are.
  private(set) var refusal: String?

  /// As many factors as `factor` recommends, minimum residual, oblimin; pairs of answers where too few respondents rated every item.
  init(_ battery: Battery, _ dataset: Dataset, jobs: Int) {
    guard battery.items.count >= Self.fewest else { return }
    let answers = battery.answers(in: dataset)
    var roles = AnalysisRoles(
      outcomes: [],
      players: battery.items.map { .init(name: $0.name, items: [.init(name: $0.name)]) })
    let columns = answers.variables.map(\.doubles)
    let complete = (0..<answers.rowCount).count { row in columns.allSatisfy { !$0[row].isNaN } }
    roles.missing = 2 * complete < answers.rowCount ? .pairwise : .listwise
    do {
      let frame = try ModelFrame(answers, roles: roles, ratings: false)
      let solution = try FactorExploration(parallelReplicates: 200).fit(to: frame, jobs: jobs).solution
      let count = solution.specification.factors
      var places: [Int: [(item: Int, loading: Double)]] = [:]
      for (place, name) in solution.names.enumerated() {
        let item = battery.items.firstIndex { $0.name == name }!
        let loadings = (0..<count).map { solution.loadings[place, $0] }
        let best = loadings.indices.max { abs(loadings[$0]) < abs(loadings[$1]) }!
        places[best, default: []].append((item, loadings[best]))
      }
      guard places.count > 1 else {
        refusal = "one factor is enough for these items"
        return
      }
      parts = places.values.sorted { $0[0].item < $1[0].item }.map { members in
        var part = battery
        part.items = members.map { battery.items[$0.item] }
        let shown = members.sorted { abs($0.loading) > abs($1.loading) }.prefix(3)
          .map { "\(battery.items[$0.item].name) \(Self.text($0.loading))" }
        return (part, "A factor of the battery; it shows most in \(shown.joined(separator: ", ")).")
      }
    } catch let fault as any Fault {
      refusal = fault.description
    } catch {
      refusal = "these items could not be factored"
    }
  }

  /// A loading with two decimals.
  private static func text(_ loading: Double) -> String {
    let hundredths = Int((abs(loading) * 100).rounded())
    let digits = hundredths % 100
    return "\(loading < 0 ? "-" : "")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}
