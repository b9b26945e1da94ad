import Importance
import Insight
import Languages
import Measures
import Presentation
import Rendering
import Studies
import Survey

/// How the numbers were made, with the settings in use, and who says so.
struct MethodsText {
  private let report: StudyReport

  init(_ report: StudyReport) { self.report = report }

  var sentences: [String] {
    var sentences: [String] = []
    if let run = report.run(.drivers), let drivers = report.views[0].drivers?.drivers {
      sentences += model(run)
      sentences.append(importance(drivers))
      if let text = intervals(run) { sentences.append(text) }
      if let matrix = report.views[0].matrix?.matrix {
        sentences.append(
          said(
            "Performance is the mean of a driver's items on 0–100 of the scale's bounds; the crosshair of the matrix stands at: \(matrix.rule.name)."
          ))
        sentences.append(
          said(
            "Effects are points of the outcome per ten points of performance, from the coefficients; potentials use effects drawn in towards each other as far as their errors warrant."
          ))
        sentences.append(
          said(
            "What if: the floor of a move is δ'b with variance δ'Vb δ, b the effects and V their covariance; the ceiling is the regression of the outcome on the moved drivers alone, δ'S⁻¹s, with classical errors scaled as the move's own errors are to classical ones, which is near the design's own. Both ends stop at the ends of the scales."
          ))
      }
    }
    if report.run(.describe) != nil {
      sentences.append(
        said(
          "Means have intervals by Student's t, linearised under weights and designs. Net promoter score: the share of 9–10 less the share of 0–6, in points."
        ))
    }
    if report.reliability != nil {
      sentences.append(
        said("Reliability is ω of one factor, α beside it; distinctness is the HTMT ratio of correlations."))
    }
    if let run = report.run(.factor) {
      sentences.append(
        said(
          "Factors: extraction and rotation \(run.methods.joined(separator: ", ")); their number by parallel analysis unless it was given."
        ))
    }
    if let run = report.run(.sem) {
      sentences.append(
        said(
          "Path model: all paths and loadings were fitted at once, estimator \(run.methods.joined(separator: ", ")).")
      )
    }
    return sentences
  }

  private func model(_ run: RunDescription) -> [String] {
    var sentences = [
      run.weights.map { said("Each outcome was regressed on the drivers by least squares with weights (\($0)).") }
        ?? said("Each outcome was regressed on the drivers by least squares.")
    ]
    if let errors = run.errors { sentences.append(said("Errors of coefficients: \(errors).")) }
    if let folds = run.folds {
      sentences.append(said("R² in new respondents is from \(folds)-fold cross-validation."))
    }
    return sentences
  }

  private func importance(_ drivers: DriverAnalysis.Fit) -> String {
    let titles = drivers.specification.methods.map { method in
      "\(method.rawValue) (\(Language.current.word(MethodDescription.describing(method).title)))"
    }
    return said("Importance: \(titles.joined(separator: "; ")).")
  }

  private func intervals(_ run: RunDescription) -> String? {
    guard let kind = run.interval, let replicates = run.replicates, replicates > 0 else { return nil }
    let named = (run.confidence.map { "\(Int(($0 * 100).rounded())) % " } ?? "") + kind
    let count = Words.count(Double(replicates))
    guard let seed = run.seed else {
      return said("Intervals of shares and performance: \(named), from \(count) resamples of respondents.")
    }
    return said("Intervals of shares and performance: \(named), from \(count) resamples of respondents, seed \(seed).")
  }

  /// References of what was used, none twice.
  var references: [String] {
    var pages: [String] = []
    if let run = report.run(.drivers) {
      pages += run.methods
      if report.views[0].matrix != nil { pages.append("importance-performance") }
      if let interval = run.interval { pages += [interval, "ranks"] }
      pages += ["errors", "r-squared"]
      if run.weights != nil { pages.append("design") }
    }
    if report.views.contains(where: { ($0.items ?? []).contains { !$0.shares.isEmpty } }) { pages.append("nps") }
    if report.reliability != nil { pages += ["reliability", "discriminant-validity"] }
    if report.factors != nil { pages += ["factor-count", "extraction", "rotation"] }
    var seen: Set<String> = []
    return pages.compactMap { Explanation.named($0) }.filter { seen.insert($0.reference).inserted }
      .map { "\($0.title): \($0.reference)" }
  }
}
