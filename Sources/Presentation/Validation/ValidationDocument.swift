public import Rendering
public import Survey
public import Studies

/// What `validate` shows: a table of the sets by suite, the figures one by one for machines, and what it comes to.
public enum ValidationDocument: VerbPresentation {
  package static var tables: [TableContract] {
    [ValidationColumns.figures.contract, ValidationColumns.summary.contract]
  }

  /// One figure beside its reference, in words.
  public struct Figure: Sendable {
    /// The suite's name.
    public var suite: String
    /// The reference set.
    public var dataset: String
    /// What is compared: `coefficient`, `mean`, `lmg`, ….
    public var quantity: String
    /// Which coefficient or driver; `nil` for a figure of the whole set.
    public var term: String?
    /// With the digits that it was published with.
    public var expected: String
    /// What was computed here; `nil` where nothing could be.
    public var actual: Double?
    /// Correct digits, at most 15.
    public var digits: Double
    /// Digits that it must have.
    public var required: Double
    /// Digits that exact arithmetic reaches on the data as doubles; `nil` where not worked out.
    public var ceiling: Double?
    /// Another program that computes it.
    public var peer: String?
    /// The digits that it gets.
    public var peerDigits: Double?
    /// `digits` reach what is required.
    public var passed: Bool

    public init(
      suite: String, dataset: String, quantity: String, term: String?, expected: String, actual: Double?,
      digits: Double, required: Double, ceiling: Double?, peer: String?, peerDigits: Double?, passed: Bool
    ) {
      self.suite = suite
      self.dataset = dataset
      self.quantity = quantity
      self.term = term
      self.expected = expected
      self.actual = actual
      self.digits = digits
      self.required = required
      self.ceiling = ceiling
      self.peer = peer
      self.peerDigits = peerDigits
      self.passed = passed
    }
  }

  /// The sets of one suite, each with how many figures it has and the one with the least to spare.
  public struct Suite: Sendable {
    /// As `--suite` has it.
    public var name: String
    /// What people read over its table.
    public var title: String
    /// With the figure that has the least to spare.
    public var sets: [(figures: Int, weakest: Figure, passed: Bool)]

    public init(name: String, title: String, sets: [(figures: Int, weakest: Figure, passed: Bool)]) {
      self.name = name
      self.title = title
      self.sets = sets
    }
  }

  /// - Parameter expected: the file of certified values in place of those that come with the program.
  public static func make(
    _ suites: [Suite], figures: [Figure], expected: String? = nil, notes: [Note], run: RunDescription
  ) -> Document {
    let against: Sentence = expected.map { "the values of \($0)" } ?? "certified and published values"
    var opening: Sentence =
      "Figures computed again on this machine, against \(against): how many digits are right (15 at most), how many must be, how many at most can be when the data are read as doubles, and how many R gets."
    if figures.contains(where: { $0.suite == "regression" && $0.quantity == "std_error" }) {
      opening += " Standard errors of regressions are classical, which is what NIST certifies."
    }
    var blocks: [Document.Block] = [.paragraph(said(opening))]
    for suite in suites {
      let hasPeer = suite.sets.contains { $0.weakest.peerDigits != nil }
      let hasCeiling = suite.sets.contains { $0.weakest.ceiling != nil }
      var table = ValidationColumns.summary.table(
        suite.sets.map { (suite.name, $0.figures, $0.weakest, $0.passed) }, group: nil,
        hiding: Set(["suite"] + (hasPeer ? [] : ["peer_digits"]) + (hasCeiling ? [] : ["ceiling"])))
      table.title = said(Sentence(stringLiteral: suite.title))
      blocks.append(.table(table))
    }
    blocks.append(.table(ValidationColumns.figures.table(figures, group: nil)))
    blocks.append(.paragraph(sentence(figures)))
    return Document(
      version: Version.current, command: "validate", title: said("Validation"), run: run.documented, blocks: blocks,
      notes: notes.map(Document.NoteLine.init), defaultTable: "validation")
  }

  /// What it comes to: all figures hold, or which do not.
  public static func sentence(_ figures: [Figure]) -> String { said(verdict(figures)) }

  private static func verdict(_ figures: [Figure]) -> Sentence {
    let short = figures.filter { !$0.passed }
    guard !short.isEmpty else {
      return figures.count == 1
        ? "The one figure has the digits it must have."
        : "All \(Words.count(Double(figures.count))) figures have the digits they must have."
    }
    let named = short.prefix(5).map { figure in
      said(
        "\([figure.suite, figure.dataset, figure.quantity, figure.term].compactMap { $0 }.joined(separator: " ")) (\(Words.fixed(figure.digits, 1)) correct digits, \(Words.fixed(figure.required, 1)) needed)"
      )
    }.joined(separator: "; ")
    let (count, all) = (Words.count(Double(short.count)), Words.count(Double(figures.count)))
    if short.count > 5 {
      return
        "\(count) of \(all) figures fall short: \(named) and \(short.count - 5) more; the table `validation` lists them."
    }
    return short.count == 1
      ? "\(count) of \(all) figures falls short: \(named)." : "\(count) of \(all) figures fall short: \(named)."
  }
}
