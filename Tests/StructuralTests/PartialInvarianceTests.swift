import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Structural
import TestSupport
import Testing

/// Score tests of equality, what they set free, and differences of groups beside lavaan 0.6-14: `References/structural/partial.R`.
@Suite("Partial invariance of groups") struct PartialInvarianceTests {
  private static let text = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"

  private static func reference() throws -> [String: Any] { try PackageFiles.json("structural/partial.json") }

  private static func number(_ row: [String: Any], _ key: String) -> Double {
    (row[key] as? NSNumber)?.doubleValue ?? .nan
  }

  private static func isClose(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-5) -> Bool {
    abs((a ?? .nan) - b) <= tolerance * max(1, abs(b))
  }

  /// Grant-White, then Pasteur.
  private static func moments(_ names: [String]) throws -> [Moments] {
    let data = try ReferenceCSV("structural/HolzingerSwineford1939.csv")
    let column = try #require(data.header.firstIndex(of: "school"))
    let schools = data.rows.map { $0[column] }
    return try ["Grant-White", "Pasteur"].map { school in
      let rows = schools.indices.filter { schools[$0] == school }
      return Moments(try LavaanData.frame(names, names.map { name in rows.map { data.numbers(name)[$0] } }))
    }
  }

  private static func search() throws -> InvarianceSearch {
    let model = StructuralModel(try ModelSyntax(text))
    let moments = try moments(model.observed)
    return try model.searchingInvariance { try $0.fit(to: moments, modifications: true) }
  }

  @Test func `score tests are those of lavTestScore`() throws {
    try prepareLinearAlgebra()
    let tables = try #require(Self.reference()["scores"] as? [String: Any])
    for (level, invariance) in [("metric", [.loadings]), ("scalar", [.loadings, .intercepts])]
      as [(String, Set<StructuralModel.Invariance>)]
    {
      let model = StructuralModel(try ModelSyntax(Self.text), hasMeans: true, invariance: invariance)
      let fit = try model.fit(to: Self.moments(model.observed), modifications: true)
      let rows = try #require(tables[level] as? [[String: Any]])
      #expect(rows.count >= 6)
      for row in rows {
        let name = (row["name"] as! String).replacing(" ~1", with: " ~ 1")
        let own = try #require(fit.equalityTests.first { $0.name == name }, "\(name)")
        #expect(
          Self.isClose(own.index, Self.number(row, "index")), "\(name): \(own.index) \(Self.number(row, "index"))")
        #expect(Self.isClose(own.pValue, Self.number(row, "p")), "\(name)")
        #expect(own.degrees == 1 && own.changes.count == 1)
      }
    }
  }

  @Test func `the largest are set free until the step holds`() throws {
    try prepareLinearAlgebra()
    let steps = try #require(Self.reference()["steps"] as? [[String: Any]])
    let search = try Self.search()
    #expect(search.level == .strict || search.level == .scalar)
    let scalar = try #require(search.partial.first { $0.level == .scalar })
    #expect(scalar.holds && scalar.releases.count == steps.count - 1 && steps.count > 1)
    for (release, step) in zip(scalar.releases, steps.dropFirst()) {
      let released = (step["released"] as? [String] ?? []).last
      #expect(release.test.name.replacing(" ", with: "") == released)
      #expect(Self.isClose(release.after.statistics.chiSquared, Self.number(step, "chisq")))
      #expect(Double(release.after.statistics.degreesOfFreedom) == Self.number(step, "df"))
      #expect(Self.isClose(release.after.difference?.chiSquared, Self.number(step, "difference")))
      #expect(Self.isClose(release.after.difference?.pValue, Self.number(step, "p")))
    }
  }

  @Test func `means and paths differ by what lavaan has, with its errors`() throws {
    try prepareLinearAlgebra()
    let reference = try Self.reference()
    // The partly scalar model itself: strict steps have other means.
    let released = Set(
      (try #require(reference["steps"] as? [[String: Any]]).last!["released"] as? [String] ?? []).map {
        $0.replacing("~1", with: " ~ 1")
      })
    var model = StructuralModel(try ModelSyntax(Self.text), hasMeans: true, invariance: [.loadings, .intercepts])
    model.released = released
    let fit = try model.fit(to: Self.moments(model.observed))
    #expect(try Self.search().compared.contrasts.map(\.left) == fit.contrasts.map(\.left))
    for (a, b) in zip(try Self.search().compared.contrasts, fit.contrasts) {
      #expect(Self.isClose(a.difference, b.difference, 1e-8))
    }
    for row in try #require(reference["means"] as? [[String: Any]]) {
      let own = try #require(fit.contrasts.first { $0.kind == .mean && $0.left == row["lhs"] as? String })
      #expect(own.group == 1 && own.versus == 0)
      #expect(Self.isClose(own.difference, Self.number(row, "est")))
      #expect(Self.isClose(own.standardError, Self.number(row, "se")))
      #expect(Self.isClose(own.pValue, Self.number(row, "pvalue")))
      #expect(Self.isClose(own.standardized, Self.number(row, "standardized")))
    }
    let paths = StructuralModel(
      try ModelSyntax(Self.text + "\nspeed ~ visual + textual"), hasMeans: true, invariance: [.loadings])
    let other = try paths.fit(to: Self.moments(paths.observed))
    let rows = try #require(reference["differences"] as? [[String: Any]])
    for (cause, row) in zip(["visual", "textual"], rows) {
      let own = try #require(other.contrasts.first { $0.kind == .path && $0.right == cause })
      #expect(Self.isClose(own.difference, Self.number(row, "est")))
      #expect(Self.isClose(own.standardError, Self.number(row, "se")))
      #expect(Self.isClose(own.pValue, Self.number(row, "pvalue")))
    }
  }
}
