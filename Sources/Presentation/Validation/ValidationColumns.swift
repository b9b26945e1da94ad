import Rendering

/// The tables of `validate`.
enum ValidationColumns {
  typealias SummaryRow = (suite: String, figures: Int, weakest: ValidationDocument.Figure, passed: Bool)

  static let figures = TableDeclaration<ValidationDocument.Figure>(
    "validation", "Reference figures", verb: "validate", shown: false
  ) {
    Column("suite", "Suite", .text, "`regression`, `univariate`, `anova`, `importance` or `factors`") { $0.suite }
    Column("dataset", "Set", .text, "the reference set") { $0.dataset }
    Column("quantity", "Quantity", .text, "what is compared: `coefficient`, `std_error`, `mean`, `lmg`, …") {
      $0.quantity
    }
    Column("term", "Term", .text, "which coefficient or driver; null for a figure of the whole set") { $0.term }
    Column("expected", "Expected", .text, "the reference with the digits it was published with") { $0.expected }
    Column("actual", "Actual", .significant(16), "what the program computes here") { $0.actual }
    Column("digits", "Digits", .decimals(1), "correct digits: −log₁₀ of the relative error, at most 15") { $0.digits }
    Column("required", "Needed", .decimals(1), "correct digits that it must have") { $0.required }
    Column(
      "ceiling", "At most", .decimals(1),
      "digits that exact arithmetic reaches on the data as doubles, in the worst term; null where not worked out"
    ) { $0.ceiling }
    Column("peer", "Peer", .text, "another program that computes it; null where the reference is that program's") {
      $0.peer
    }
    Column("peer_digits", "Peer's", .decimals(1), "the digits that it gets") { $0.peerDigits }
    Column("passed", "Passed", .text, "whether digits reach what is required") { $0.passed }
  }

  static let summary = TableDeclaration<SummaryRow>(
    "validation_summary", "Reference sets", verb: "validate"
  ) {
    Column("suite", "Suite", .text, "`regression`, `univariate`, `anova`, `importance` or `factors`") { $0.suite }
    Column("dataset", "Set", .text, "the reference set") { $0.weakest.dataset }
    Column("figures", "Figures", .integer, "figures compared") { $0.figures }
    Column("quantity", "Weakest", .text, "the quantity with the least to spare") { $0.weakest.quantity }
    Column("term", "Term", .text, "its coefficient or driver", shown: false) { $0.weakest.term }
    Column("digits", "Digits", .decimals(1), "its correct digits") { $0.weakest.digits }
    Column("required", "Needed", .decimals(1), "correct digits that it must have") { $0.weakest.required }
    Column(
      "ceiling", "At most", .decimals(1),
      "digits that exact arithmetic reaches on the data as doubles, in the worst term; null where not worked out"
    ) { $0.weakest.ceiling }
    Column("peer_digits", "R 4.2", .decimals(1), "the digits that R gets for it") { $0.weakest.peerDigits }
    Column("passed", "Passed", .text, "whether every figure of the set has the digits it must have") { $0.passed }
  }
}
