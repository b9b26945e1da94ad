import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Structural
import TestSupport
import Testing

/// Fits of completed data pooled, beside lavaan 0.6-14 pooled by mitools and semTools: `References/structural/pooled.R`.
@Suite("Models of completed data, pooled") struct PooledTests {
  private static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// By imputation, then by group in the order of their appearance.
  private static func completed(_ names: [String], isGrouped: Bool) throws -> [[ModelFrame]] {
    let table = try ReferenceCSV("structural/completed.csv")
    let columns = names.map { table.numbers($0) }
    let imputation = table.numbers("imputation")
    let schools = table.rows.map { $0[table.header.firstIndex(of: "school")!] }
    let groups = isGrouped ? ["Pasteur", "Grant-White"] : [""]
    return try (1...5).map { m in
      try groups.map { group in
        let rows = imputation.indices.filter {
          imputation[$0] == Double(m) && (group.isEmpty || schools[$0] == group)
        }
        return try LavaanData.frame(names, columns.map { column in rows.map { column[$0] } })
      }
    }
  }

  private func pooled(_ own: [String: Any]) throws -> StructuralModel.Fit {
    let options = own["options"] as? [String: Any] ?? [:]
    var model = StructuralModel(try ModelSyntax(own["model"] as! String))
    if let estimator = options["estimator"] as? String {
      model.estimator = StructuralModel.Estimator(rawValue: estimator.lowercased())!
    }
    if options["group.equal"] != nil { model.invariance = [.loadings] }
    var pooled = PooledStructures(model)
    for frames in try Self.completed(model.observed, isGrouped: options["group"] != nil) { try pooled.add(frames) }
    return try #require(try pooled.fit())
  }

  @Test(
    "estimates, errors, degrees of freedom and missing information are those of Rubin's rules",
    arguments: ["paths", "robust", "gls", "groups", "observed"])
  func estimates(_ name: String) throws {
    try prepareLinearAlgebra()
    let own = try #require(try PackageFiles.json("structural/pooled.json")[name] as? [String: Any])
    let fit = try pooled(own)
    #expect(fit.imputations == 5)
    func isClose(_ a: Double?, _ b: Double?, _ tolerance: Double) -> Bool {
      guard let a, let b else { return false }
      return abs(a - b) <= tolerance * max(1, abs(b))
    }
    let rows = try #require(own["parameters"] as? [[String: Any]])
    #expect(rows.count > 5)
    for row in rows {
      let (left, right, sign) = (row["lhs"] as! String, row["rhs"] as! String, row["op"] as! String)
      let group = Int(Self.number(row["group"])!) - 1
      let parameter = try #require(
        fit.parameters.first {
          $0.group == group && $0.sign == sign
            && ($0.left == left && $0.right == right || sign == "~~" && $0.left == right && $0.right == left)
        }, "\(left) \(sign) \(right)")
      #expect(isClose(parameter.estimate, Self.number(row["est"]), 1e-5), "\(parameter.name)")
      #expect(isClose(parameter.standardError, Self.number(row["se"]), 1e-5), "\(parameter.name)")
      // mice holds the share of what is missing to be no less than 1e-4.
      #expect(isClose(parameter.degrees, Self.number(row["df"]), 2e-4), "\(parameter.name)")
      #expect(isClose(parameter.missingInformation, Self.number(row["fmi"]), 1e-4), "\(parameter.name)")
    }
    for row in own["defined"] as? [[String: Any]] ?? [] {
      let defined = try #require(fit.parameters.first { $0.sign == ":=" && $0.left == row["lhs"] as? String })
      #expect(isClose(defined.estimate, Self.number(row["est"]), 1e-5))
      #expect(isClose(defined.standardError, Self.number(row["se"]), 1e-5))
      #expect(defined.degrees! > 0 && defined.missingInformation! > 0)
    }
  }

  @Test(
    "χ² is D₂, and fit follows from it", arguments: ["paths", "robust", "gls", "groups"])
  func fit(_ name: String) throws {
    try prepareLinearAlgebra()
    let own = try #require(try PackageFiles.json("structural/pooled.json")[name] as? [String: Any])
    let statistics = try pooled(own).statistics
    let theirs = try #require(own["fit"] as? [String: Any])
    func check(_ value: Double?, _ key: String, _ tolerance: Double = 1e-5) {
      guard let other = Self.number(theirs[key]) else { return }
      #expect(
        value.map { abs($0 - other) <= tolerance * max(1, abs(other)) } ?? false, "\(key) \(value ?? .nan) \(other)")
    }
    check(statistics.chiSquared, "chisq")
    check(Double(statistics.degreesOfFreedom), "df")
    check(statistics.baselineChiSquared, "baseline.chisq")
    check(statistics.cfi, "cfi")
    check(statistics.tli, "tli")
    check(statistics.rmsea, "rmsea")
    check(statistics.srmr, "srmr")
    if let p = Self.number(own["f_p"]) { #expect(abs(statistics.pValue! - p) < 1e-5) }
    if let scaling = Self.number(own["scaling"]) { #expect(abs(statistics.scaling! - scaling) < 1e-5) }
    #expect(statistics.aic == nil && statistics.logLikelihood == nil)
  }

  @Test func `completed data that are all alike are one`() throws {
    try prepareLinearAlgebra()
    let model = StructuralModel(try ModelSyntax("visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\ntextual ~ visual"))
    let frames = try LavaanData("HolzingerSwineford1939").frames(model.observed)
    let single = try model.fit(to: frames)
    var pooled = PooledStructures(model)
    #expect(try pooled.fit() == nil)
    for _ in 0..<3 { try pooled.add(frames) }
    let fit = try #require(try pooled.fit())
    for (a, b) in zip(fit.parameters, single.parameters) {
      #expect(abs(a.estimate - b.estimate) < 1e-10)
      if let error = b.standardError { #expect(abs(a.standardError! - error) < 1e-10) }
    }
    #expect(abs(fit.statistics.chiSquared! - single.statistics.chiSquared!) < 1e-8)
    #expect(abs(fit.statistics.pValue! - single.statistics.pValue!) < 1e-8)
    #expect(pooled.missingInformation < 0.02)
  }
}
