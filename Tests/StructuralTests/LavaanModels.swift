import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Structural
import TestSupport

/// Models that lavaan fitted: `References/structural/lavaan.R` made the figures.
struct LavaanModels {
  let models: [String: [String: Any]]

  init() throws {
    models = try PackageFiles.json("structural/lavaan.json").compactMapValues { $0 as? [String: Any] }
  }

  func parameters(_ name: String) -> [[String: Any]] { models[name]?["parameters"] as? [[String: Any]] ?? [] }
  func fit(_ name: String) -> [String: Double] {
    (models[name]?["fit"] as? [String: Any] ?? [:]).compactMapValues { ($0 as? NSNumber)?.doubleValue }
  }
  func rSquared(_ name: String) -> [String: Double] {
    (models[name]?["r_squared"] as? [String: Any] ?? [:]).compactMapValues { ($0 as? NSNumber)?.doubleValue }
  }
  func modification(_ name: String) -> [[String: Any]] { models[name]?["modification"] as? [[String: Any]] ?? [] }

  /// Fits what lavaan fitted, with its options.
  func fitted(_ name: String) throws -> StructuralModel.Fit {
    let model = models[name]!
    let options = model["options"] as? [String: Any] ?? [:]
    let data = try LavaanData(model["data"] as! String)
    var specification = StructuralModel(try ModelSyntax(model["model"] as! String))
    if let estimator = options["estimator"] as? String {
      specification.estimator = StructuralModel.Estimator(rawValue: estimator.lowercased())!
    }
    if options["information"] as? String == "observed" { specification.information = .observed }
    if let means = options["meanstructure"] as? Bool { specification.hasMeans = means }
    if options["std.lv"] as? Bool == true { specification.hasUnitVariances = true }
    if options["fixed.x"] as? Bool == false { specification.fixesExogenous = false }
    if options["ordered"] != nil { specification.estimator = .wlsmv }
    if let ordered = options["ordered"] as? [String] {
      specification.ordinal = ordered.filter(specification.observed.contains)
      specification.continuous = specification.observed.filter { !ordered.contains($0) }
    }
    // A single name is written without brackets.
    let equal = options["group.equal"] as? [String] ?? (options["group.equal"] as? String).map { [$0] }
    if let equal {
      specification.invariance = Set(equal.compactMap(StructuralModel.Invariance.init))
    }
    let design = LavaanData.Design(
      isIncomplete: options["missing"] != nil, weights: options["sampling.weights"] as? String,
      cluster: options["cluster"] as? String)
    let frames = try data.frames(specification.observed, group: options["group"] as? String, design)
    if design.isIncomplete || !design.extra.isEmpty { return try specification.fit(to: frames) }
    // lavaan's estimates of several groups rest on n_g respondents each.
    return try specification.fit(to: frames.map(LavaanData.moments), frames: frames)
  }
}

/// A table that lavaan was given.
struct LavaanData {
  private let table: ReferenceCSV

  init(_ name: String) throws { table = try ReferenceCSV("structural/\(name).csv") }

  /// The columns of all rows, or of those of each group in the order of their appearance.
  func frames(_ names: [String], group: String? = nil, _ design: Design = Design()) throws -> [ModelFrame] {
    let columns = (names + design.extra).map { table.numbers($0) }
    let keys = group.map { name in table.rows.map { $0[table.header.firstIndex(of: name)!] } }
    var groups: [String] = []
    for key in keys ?? [] where !groups.contains(key) { groups.append(key) }
    let rows =
      keys.map { keys in groups.map { group in keys.indices.filter { keys[$0] == group } } }
      ?? [Array(columns[0].indices)]
    return try rows.map { rows in try Self.frame(names, columns.map { column in rows.map { column[$0] } }, design) }
  }

  static func moments(_ frame: ModelFrame) -> Moments {
    let (n, p) = (frame.rowCount, frame.columns.count)
    func column(_ j: Int) -> ArraySlice<Double> { frame.values[j * n..<(j + 1) * n] }
    let means = (0..<p).map { column($0).reduce(0, +) / Double(n) }
    var scatter = SymmetricMatrix(order: p)
    for i in 0..<p {
      for j in 0...i {
        scatter[i, j] = zip(column(i), column(j)).reduce(0) { $0 + ($1.0 - means[i]) * ($1.1 - means[j]) }
      }
    }
    return Moments(
      names: frame.columns.map(\.term), n: Double(n), sumOfWeights: Double(n), sumOfSquaredWeights: Double(n),
      means: means, scatter: scatter)
  }
}

extension LavaanData {
  /// What differs from lavaan: a line for each number that is further off than the tolerance.
  ///
  /// - Parameters:
  ///   - inflation: of our errors, √(n/(n − 1)) of a weighted sample, which lavaan leaves out.
  ///   - isDesign: likelihoods, and what follows from χ² as it is, are none of a sample with a design or of ordered answers; lavaan
  ///     gives them.
  static func differences(
    _ fit: StructuralModel.Fit, _ reference: LavaanModels, _ name: String, tolerance: Double = 1e-5,
    inflation: Double = 1, isDesign: Bool = false
  ) -> [String] {
    var lines: [String] = []
    func compare(_ what: String, _ own: Double?, _ theirs: Double?, _ tolerance: Double) {
      guard let theirs, theirs.isFinite else { return }
      guard let own else {
        lines.append("\(name) \(what): nil, \(theirs)")
        return
      }
      if abs(own - theirs) > tolerance * max(1, abs(theirs)) { lines.append("\(name) \(what): \(own), \(theirs)") }
    }
    func number(_ row: [String: Any], _ key: String) -> Double? { (row[key] as? NSNumber)?.doubleValue }
    for row in reference.parameters(name) {
      guard let left = row["lhs"] as? String, let sign = row["op"] as? String, var right = row["rhs"] as? String,
        !["==", "<", ">", "|", "~*~"].contains(sign)
      else { continue }
      if sign == ":=" { right = "" }
      let group = (number(row, "group") ?? number(row, "block")).map { Int($0) - 1 }
      let own = fit.parameters.first {
        $0.sign == sign && (sign == ":=" || ($0.group ?? 0) == (group ?? 0))
          && ($0.left == left && (sign == ":=" || $0.right == right)
            || sign == "~~" && $0.left == right && $0.right == left)
      }
      let what = "\(left) \(sign) \(right) \(group ?? 0)"
      guard let own else {
        // Means of constructs that are fixed at zero need no row.
        if sign != "~1" || number(row, "est") != 0 { lines.append("\(name): no \(what)") }
        continue
      }
      compare(what, own.estimate, number(row, "est"), tolerance)
      compare("\(what) std.lv", own.standardizedLatent, number(row, "std.lv"), tolerance)
      compare("\(what) std.all", own.standardized, number(row, "std.all"), tolerance)
      // lavaan's errors of unweighted least squares are those of a weight that they do not have.
      if fit.specification.estimator == .uls { continue }
      if let error = number(row, "se"), error > 1e-9 {
        compare("\(what) se", own.standardError.map { $0 / inflation }, error, tolerance)
      }
      if let error = number(row, "std_error_all"), error > 1e-6 {
        compare("\(what) std.all se", own.standardizedError.map { $0 / inflation }, error, tolerance)
      }
      if let error = number(row, "std_error_lv"), error > 1e-6 {
        compare("\(what) std.lv se", own.standardizedLatentError.map { $0 / inflation }, error, tolerance)
      }
    }
    let (theirs, own) = (reference.fit(name), fit.statistics)
    compare("srmr", own.srmr, theirs["srmr"], tolerance)
    compare("df", Double(own.degreesOfFreedom), theirs["df"], 0)
    compare("npar", Double(own.freeParameters), theirs["npar"], 0)
    // Of unweighted least squares lavaan calls χ² what is none.
    if fit.specification.estimator == .uls { return lines }
    compare("chisq", own.chiSquared, theirs["chisq"], tolerance)
    if !isDesign { compare("p", own.pValue, theirs["pvalue"], tolerance) }
    compare("baseline", own.baselineChiSquared, theirs["baseline.chisq"], tolerance)
    compare("baseline df", Double(own.baselineDegrees), theirs["baseline.df"], 0)
    compare("cfi", own.cfi, theirs["cfi"], tolerance)
    compare("tli", own.tli, theirs["tli"], tolerance)
    compare("rmsea", own.rmsea, theirs["rmsea"], tolerance)
    if !isDesign {
      compare("rmsea low", own.rmseaLow, theirs["rmsea.ci.lower"], tolerance)
      compare("rmsea high", own.rmseaHigh, theirs["rmsea.ci.upper"], tolerance)
      compare("close", own.closeFit, theirs["rmsea.pvalue"], tolerance)
      compare("logl", own.logLikelihood, theirs["logl"], tolerance)
      compare("unrestricted", own.saturatedLogLikelihood, theirs["unrestricted.logl"], tolerance)
      compare("aic", own.aic, theirs["aic"], tolerance)
      compare("bic", own.bic, theirs["bic"], tolerance)
    }
    if theirs["cfi.robust"] != nil {
      let square = inflation * inflation
      func scaled(_ value: Double?) -> Double? { value.map { $0 / square } }
      compare("scaling", scaled(own.scaling), theirs["chisq.scaling.factor"], tolerance)
      compare("scaled", own.robustChiSquared.map { $0 * square }, theirs["chisq.scaled"], tolerance)
      compare("scaled p", own.robustPValue, theirs["pvalue.scaled"], tolerance)
      compare("baseline scaling", scaled(own.baselineScaling), theirs["baseline.chisq.scaling.factor"], tolerance)
      // The formulas are those of the scaling.
      if inflation != 1 { return lines }
      // Of ordered answers lavaan's "robust" ones are others again.
      let kind = fit.specification.estimator.isOrdered ? "scaled" : "robust"
      compare("cfi robust", own.robustCfi, theirs["cfi.\(kind)"], tolerance)
      compare("tli robust", own.robustTli, theirs["tli.\(kind)"], tolerance)
      compare("rmsea robust", own.robustRmsea, theirs["rmsea.\(kind)"], tolerance)
      compare("rmsea robust low", own.robustRmseaLow, theirs["rmsea.ci.lower.\(kind)"], tolerance)
      compare("rmsea robust high", own.robustRmseaHigh, theirs["rmsea.ci.upper.\(kind)"], tolerance)
    }
    if fit.groupCount == 1 {
      for (variable, value) in reference.rSquared(name) {
        compare("R² \(variable)", fit.rSquared.first { $0.variable == variable }?.value, value, tolerance)
      }
    }
    return lines
  }
}
