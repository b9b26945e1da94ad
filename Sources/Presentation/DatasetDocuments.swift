public import Datasets
public import Rendering
public import Simulation
public import Studies

/// The documents of `datasets` and `simulate`.
public enum DatasetDocuments {
  public static func list(_ datasets: [BundledDataset]) -> Document {
    var table = TableContract.datasets.table(by: false)
    for dataset in datasets {
      table.append([
        .text(dataset.name), Cell(dataset.rows), Cell(dataset.columns), .text(dataset.title),
      ])
    }
    return Document(
      version: Version.current, command: "datasets", title: "Bundled data",
      blocks: [
        .paragraph(
          "A name can stand wherever a data file can: mainspring drivers \(datasets.first?.name ?? "webshop"). `mainspring datasets NAME` tells more, `--copy FOLDER` writes its files."
        ),
        .table(table),
      ], defaultTable: "datasets")
  }

  /// One dataset's README as it is.
  public static func about(_ dataset: BundledDataset) -> Document {
    var table = TableContract.datasets.table(by: false)
    table.isShown = false
    table.append([
      .text(dataset.name), Cell(dataset.rows), Cell(dataset.columns), .text(dataset.title),
    ])
    return Document(
      version: Version.current, command: "datasets", title: dataset.title,
      blocks: [.markdown(dataset.file("README.md")?.text ?? dataset.title), .table(table)],
      defaultTable: "datasets")
  }

  /// What the population of a model is like, beside the survey that was drawn from it.
  public static func simulation(
    _ shares: [(wave: String?, shares: PopulationShares)], title: String?, respondents: Int, path: String?,
    run: RunDescription
  ) -> Document {
    var table = TableContract.population.table(
      by: false, caption: "The truth that samples from this model estimate: lmg from its exact moments.",
      hiding: shares.allSatisfy { $0.wave == nil } ? ["wave"] : [])
    for (wave, population) in shares {
      for (k, driver) in population.drivers.enumerated() {
        table.append([
          .text(population.outcome), .text(driver), Cell(wave), .number(population.importance[k]),
          .number(population.shares[k]), .number(population.rSquared),
        ])
      }
    }
    let drawn =
      path.map { "\(Words.count(Double(respondents))) respondents were drawn and written to \($0)." }
      ?? "Nothing was drawn: name a file with --output."
    return Document(
      version: Version.current, command: "simulate", title: title ?? "Simulation", run: run.documented,
      blocks: [.paragraph(drawn), .table(table)], defaultTable: "population")
  }
}
