import Datasets
import Survey

/// One reference figure: of which set, what it is, and its digits as they were published.
struct CertifiedValue: Sendable, Equatable {
  var dataset: String
  /// The word of NIST's table: `coef`, `se`, `sd`, `F`, …, or an importance method.
  var statistic: String
  /// `B0`, `B1`, …, a driver, or empty.
  var term: String
  /// As printed.
  var text: String
  var value: Double

  static let columns = ["dataset", "statistic", "term", "certified"]

  /// The statistics that are compared, and what the program calls them. Counts, degrees of freedom and the sums of squares
  /// of a regression follow from the others.
  static let quantities = [
    "coef": "coefficient", "se": "std_error", "residual_sd": "residual_sd", "r_squared": "r_squared",
    "F": "f_statistic", "mean": "mean", "sd": "std_deviation", "acf1": "autocorrelation",
    "ss_between": "ss_between", "ms_between": "ms_between", "ss_within": "ss_within", "ms_within": "ms_within",
  ]

  private static let implied: Set<String> = [
    "n", "df_reg", "df_res", "ss_reg", "ms_reg", "ss_res", "ms_res", "df_between", "df_within",
  ]

  /// NIST's certified values.
  static func nist() -> [CertifiedValue] {
    guard let file = BundledDatasets.named("nist")?.file("certified.csv") else {
      preconditionFailure("the certified values come with the program")
    }
    do {
      return try read(file.text, source: file.name)
    } catch {
      preconditionFailure("the certified values are not a table: \(error)")
    }
  }

  /// relaimpo's figures of importance.
  static func importance() -> [CertifiedValue] { embedded(EmbeddedReferences.importance) }

  /// R's figures of factor analysis.
  static func factors() -> [CertifiedValue] { embedded(EmbeddedReferences.factors) }

  /// lavaan's figures of path models.
  static func structural() -> [CertifiedValue] { embedded(EmbeddedReferences.structural) }

  private static func embedded(_ text: StaticString) -> [CertifiedValue] {
    ReferenceTable(embedded: text, columns: columns).rows.map { row in
      CertifiedValue(
        dataset: row["dataset"], statistic: row["statistic"], term: row["term"], text: row["certified"],
        value: Double(row["certified"])!)
    }
  }

  /// The values of a table with the columns of `certified.csv` that are compared, in its order.
  ///
  /// Throws `ReferenceFault.referenceFile` naming the row for a set, statistic or number that is not known, and the faults of the
  /// table.
  static func read(_ text: String, source: String) throws -> [CertifiedValue] {
    var values: [CertifiedValue] = []
    for row in try ReferenceTable(text, source: source, columns: columns).rows {
      func fault(_ problem: String, _ suggestion: String) -> ReferenceFault {
        .referenceFile(source: source, problem: "row \(row.number): \(problem)", suggestion: suggestion)
      }
      let (dataset, statistic) = (row["dataset"], row["statistic"])
      let sets = NISTSets.all
      guard sets.contains(dataset) else {
        let near = Spelling.nearest(to: dataset, among: sets, limit: 1).first
        throw fault(
          "there is no set '\(dataset)'",
          near.map { "Did you mean '\($0)'?" } ?? "`mainspring datasets nist` lists the sets.")
      }
      if implied.contains(statistic) { continue }
      guard quantities[statistic] != nil else {
        throw fault(
          "there is no statistic '\(statistic)'", "There are: \(quantities.keys.sorted().joined(separator: ", ")).")
      }
      guard let value = Double(row["certified"]), !value.isNaN else {
        throw fault("'\(row["certified"])' is not a number", "Write it as NIST does, such as 0.429796848199937E-03.")
      }
      values.append(
        CertifiedValue(
          dataset: dataset, statistic: statistic, term: row["term"], text: row["certified"], value: value))
    }
    guard !values.isEmpty else {
      throw ReferenceFault.referenceFile(
        source: source, problem: "none of its rows holds a figure that is compared",
        suggestion: "Statistics are: \(quantities.keys.sorted().joined(separator: ", ")).")
    }
    return values
  }
}
