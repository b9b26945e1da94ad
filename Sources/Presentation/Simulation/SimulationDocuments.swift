public import Rendering
public import Simulation
public import Studies
import Survey

/// The document of `simulate`.
public enum SimulationDocuments: VerbPresentation {
  package static var tables: [TableContract] { [PopulationColumns.population.contract] }

  /// What the population of a model is like, beside the survey that was drawn from it.
  public static func make(
    _ shares: [(wave: String?, shares: PopulationShares)], title: String?, respondents: Int, path: String?,
    run: RunDescription
  ) -> Document {
    let table = PopulationColumns.population.table(
      shares.flatMap { wave, population in population.drivers.indices.map { (wave, population, $0) } }, group: nil,
      caption: "The truth that samples from this model estimate: lmg from its exact moments.",
      hiding: shares.allSatisfy { $0.wave == nil } ? ["wave"] : [])
    let drawn: Sentence =
      path.map { "\(Words.count(Double(respondents))) respondents were drawn and written to \($0)." }
      ?? "Nothing was drawn: name a file with --output."
    return Document(
      version: Version.current, command: "simulate", title: title ?? said("Simulation"), run: run.documented,
      blocks: [.paragraph(said(drawn)), .table(table)], defaultTable: "population")
  }
}
