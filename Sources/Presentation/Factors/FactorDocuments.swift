public import Factors
import LinearAlgebra
import Measures
public import Rendering
public import Survey
public import Studies

/// One group's factor analysis: the whole, or one value of the `--by` variable.
public typealias FactorGroup = GroupedFit<FactorExploration.Fit>

/// The document of `factor`: how many factors and what they are, loadings, fit, what the number rests on.
public enum FactorDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      FactorColumns.loadings.contract, FactorColumns.communalities.contract, FactorColumns.factorCorrelations.contract,
      FactorColumns.varianceExplained.contract, FactorColumns.fit.contract, FactorColumns.factorCount.contract,
      FactorColumns.eigenvalues.contract, FactorColumns.suitability.contract,
      FactorColumns.residualCorrelations.contract,
      FactorColumns.scoreWeights.contract, FactorColumns.congruence.contract,
    ]
  }
  package static var pages: [Explanation] { Explanation.factorProcedures }
  package static var figures: [FigureContract] { FactorFigures.contracts }

  /// How people see it.
  public struct View: Sendable {
    /// Loadings smaller than this are left blank.
    public var cut: Double
    /// Items stand by the factor on which they load most.
    public var isSorted: Bool
    /// Labels of items, when the study gives some.
    public var labels: [String: String]

    public init(cut: Double = 0.3, isSorted: Bool = false, labels: [String: String] = [:]) {
      self.cut = cut
      self.isSorted = isSorted
      self.labels = labels
    }
  }

  /// What people and programs get of the groups' factors.
  public static func make(
    _ groups: [FactorGroup], congruences: [GroupCongruence] = [], view: View, title: String?, run: RunDescription,
    notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      let tables = FactorTables(group: group.key, fit: group.fit, labels: view.labels)
      let basis = Basis.sentence(n: group.fit.solution.input.n, group.fit.rowLoss)
      blocks.append(.paragraph(said(Words.joined([lead(group.fit), basis].compactMap { $0 }))))
      blocks.append(.view(tables.pattern(cut: view.cut, isSorted: view.isSorted)))
      blocks += [.table(tables.loadings()), .table(tables.communalities()), .table(tables.factorCorrelations())]
      blocks.append(.table(tables.varianceExplained()))
      if let triangle = tables.triangle() { blocks.append(.view(triangle)) }
      blocks += [
        .table(tables.model()), .table(tables.factorCount()), .table(tables.eigenvalues()),
        .table(tables.suitability()), .table(tables.residuals()), .table(tables.scoreWeights()),
      ]
    }
    blocks.append(.table(FactorTables.congruence(congruences)))
    blocks += FactorFigures.all(groups, cut: view.cut, labels: view.labels, title: title).map { .figure($0) }
    return Document(
      version: Version.current, command: "factor", title: title ?? said("Factors"), run: run.documented, blocks: blocks,
      notes: .lines(notes, groups.map { ($0.title, $0.fit.notes) }),
      defaultTable: "loadings", brevity: Document.Brevity(["loadings"]))
  }

  /// What components say, where they keep fewer than the rule that recommends, and why.
  private static func components(_ count: FactorCount, _ rule: FactorCount.Rule) -> Sentence? {
    let name = rule.name.replacing("parallel_factors_95", with: "parallel_components_95")
    guard name != rule.name, let common = rule.factors, let components = count.factors(by: name), components < common
    else { return nil }
    return components == 0
      ? "Components keep none: they cannot see factors that correlate above about .6."
      : "Components keep \(components): they cannot see factors that correlate above about .6."
  }

  /// The answer in sentences: how many factors, what they explain, whether the items suit and the model fits.
  static func lead(_ fit: FactorExploration.Fit) -> Sentence {
    let solution = fit.solution
    let k = solution.specification.factors
    let explained = Words.percent(solution.proportions.reduce(0, +))
    let items = Words.count(Double(solution.names.count))
    var text: Sentence
    switch (solution.specification.extraction == .components, k == 1) {
    case (true, true): text = "\(k) component explains \(explained) of the variance of \(items) items."
    case (true, false): text = "\(k) components explain \(explained) of the variance of \(items) items."
    case (false, true): text = "\(k) factor explains \(explained) of the variance of \(items) items."
    case (false, false): text = "\(k) factors explain \(explained) of the variance of \(items) items."
    }
    if let rule = fit.count.rules.first(where: { $0.name == fit.count.recommendation }) {
      text += " " + number(fit, rule, k)
      if let components = components(fit.count, rule) { text += " " + components }
      let others = fit.count.rules.compactMap(\.factors)
      if let least = others.min(), let most = others.max(), least < most {
        text += " Other rules say between \(least) and \(most)."
      }
    }
    let kmo = Words.proportion(fit.suitability.kmo, 2)
    switch fit.suitability.adequacy {
    case .good: text += " The items suit a factor analysis well (KMO \(kmo))."
    case .tolerable: text += " The items suit a factor analysis tolerably (KMO \(kmo))."
    case .bare: text += " The items suit a factor analysis barely (KMO \(kmo))."
    case .unsuited: text += " The items suit a factor analysis not (KMO \(kmo))."
    }
    if solution.isOblique {
      var largest = (0.0, 0, 0)
      for r in 0..<k {
        for s in 0..<r where abs(solution.factorCorrelations[r, s]) > abs(largest.0) {
          largest = (solution.factorCorrelations[r, s], s, r)
        }
      }
      if largest.2 > 0 {
        text +=
          " The closest factors, \(solution.factorNames[largest.1]) and \(solution.factorNames[largest.2]), correlate at \(Words.proportion(largest.0, 2))."
      }
    }
    return text
  }

  /// Whose number of factors it is.
  private static func number(_ fit: FactorExploration.Fit, _ rule: FactorCount.Rule, _ k: Int) -> Sentence {
    let kept = rule.factors ?? fit.count.recommended
    guard fit.isAutomatic else { return "You asked for \(k); \(rule.words) keeps \(kept)." }
    if kept == k { return "Their number is the one that \(rule.words) keeps (\(kept))." }
    let title = said(rule.words)
    let name = title.prefix(1).uppercased() + title.dropFirst()
    if kept == 0 { return "\(name) keeps none, and at least one is needed to show anything." }
    return kept < k
      ? "\(name) keeps \(kept), and at least one is needed to show anything."
      : "\(name) keeps \(kept), more than these items allow."
  }
}
