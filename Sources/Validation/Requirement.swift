/// The digits that a figure must have, and why no more are asked for.
///
/// The constants of NIST's sets are those of `Tests/References/validation/requirements.csv`: `ceilings.py` computes every
/// statistic in exact arithmetic from the data as doubles, which gives the ceiling, and 0.3 less is required (half of the
/// last digit may go). They hold the worst term of each set and statistic. One bar is lower: Filip's standard errors must
/// have 13.5 digits, as its coefficients, where the rule would ask for 14.5 and the program reaches 13.8.
struct Requirement: Sendable {
  var required: Double
  /// The most that a program can reach which reads the data as doubles; `nil` where it was not worked out.
  var ceiling: Double?
  var reason: String

  /// relaimpo computes in doubles itself: the small parts of R² that it prints differ from another program's (domir's) in
  /// the thirteenth digit, and from the true ones by what subtracting larger ones costs.
  static let importance = Requirement(
    required: 10, ceiling: nil, reason: "the reference is itself computed in doubles")

  /// What R's searches leave open: a minimum is known to the root of the precision of its criterion, a rotation to where
  /// GPArotation stops.
  static func factors(_ statistic: String) -> Requirement {
    switch statistic {
    case "kmo", "bartlett":
      Requirement(required: 10, ceiling: nil, reason: "the reference is itself computed in doubles")
    case "loading", "factor_correlation":
      Requirement(required: 5, ceiling: nil, reason: "where the reference's rotation stops")
    default: Requirement(required: 6, ceiling: nil, reason: "where the reference's search stops")
    }
  }

  /// lavaan's search stops at a relative change of 1e-14 of its criterion, which leaves half the digits of an estimate.
  static func structural(_ statistic: String) -> Requirement {
    switch statistic {
    case "estimate", "std_error", "std_all":
      Requirement(required: 5, ceiling: nil, reason: "where the reference's search stops")
    default: Requirement(required: 6, ceiling: nil, reason: "where the reference's search stops")
    }
  }

  /// By set and statistic.
  static let certified: [String: Requirement] = {
    let table = ReferenceTable(
      embedded: EmbeddedReferences.requirements, columns: ["dataset", "statistic", "ceiling", "required", "reason"])
    return Dictionary(
      uniqueKeysWithValues: table.rows.map { row in
        (
          key(row["dataset"], row["statistic"]),
          Requirement(
            required: Double(row["required"])!, ceiling: Double(row["ceiling"])!, reason: row["reason"])
        )
      })
  }()

  static func key(_ dataset: String, _ statistic: String) -> String { "\(dataset)/\(statistic)" }
}

/// What another program makes of the same set.
struct Peer: Sendable {
  static let name = "R 4.2.2"

  /// By set, statistic and term.
  static let values: [String: Double] = {
    let table = ReferenceTable(
      embedded: EmbeddedReferences.peers, columns: ["dataset", "statistic", "term", "value"])
    return Dictionary(
      uniqueKeysWithValues: table.rows.map {
        ("\($0["dataset"])/\($0["statistic"])/\($0["term"])", Double($0["value"]) ?? .infinity)
      })
  }()

  static func value(_ dataset: String, _ statistic: String, _ term: String) -> Double? {
    values["\(dataset)/\(statistic)/\(term)"]
  }
}
