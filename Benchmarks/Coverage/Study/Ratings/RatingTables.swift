import Rendering

/// The study of ratings as Markdown: per cent of samples, ± one Monte Carlo standard error.
public enum RatingTables {
  /// All tables, for as many cells as were run.
  public static func markdown(_ tallies: [RatingTally], study: CoverageStudy) -> String {
    let failed = tallies.flatMap { tally in
      tally.failures.map { "\(tally.cell.name): \($0.count) samples without an analysis (\($0.reason))." }
    }
    let head = "\(study.samples) samples per row, \(study.replicates) resamples each, seed \(study.seed)."
    return
      ([head] + [intervals(tallies), sentences(tallies), frequencies(tallies)].map(MarkdownRenderer.render) + failed)
      .joined(separator: "\n\n") + "\n"
  }

  private static let place = [column("population"), column("n", .integer)]
  private static func place(_ tally: RatingTally) -> [Cell] {
    [.text(tally.cell.populationName), .integer(tally.cell.respondents)]
  }

  private static func intervals(_ tallies: [RatingTally]) -> Table {
    var table = Table(
      name: "rating_intervals", title: "Default intervals",
      columns: place + [
        column("shares"), column("worst"), column("leader's share"), column("coefficients"), column("worst"),
        column("R²"), column("performance"), column("all ranks"), column("potential"), column("worst"),
      ],
      caption: "Mean coverage over the drivers, and the driver covered worst; the leader is the sample's first driver.")
    for tally in tallies {
      table.append(
        place(tally) + [
          cell(tally.rate(.share)), cell(tally.worst(.share)), cell(tally.rate(.leader)),
          cell(tally.rate(.coefficient)),
          cell(tally.worst(.coefficient)), cell(tally.rate(.rSquared)), cell(tally.rate(.performance)),
          cell(tally.rate(.ranks)), cell(tally.rate(.potential)), cell(tally.worst(.potential)),
        ])
    }
    return table
  }

  private static func sentences(_ tallies: [RatingTally]) -> Table {
    var table = Table(
      name: "rating_sentences", title: "Sentences",
      columns: place + [
        column("says who matters most"), column("true"), column("may be first holds the first"),
        column("pick is the best"), column("potential of the pick"), column("may be best holds the best"),
        column("drivers in it"),
      ],
      caption:
        "How often one driver is said to matter most, how often that is so; how often the first priority is the driver with the largest potential, and how much of that it has."
    )
    for tally in tallies {
      table.append(
        place(tally) + [
          cell(tally.rate(.saysMost)), cell(tally.rate(.most)), cell(tally.rate(.firstIsLeftOpen)),
          cell(tally.rate(.pick)), cell(tally.rate(.potentialOfPick)), cell(tally.rate(.bestIsLeftOpen)),
          cell(tally.rate(.leftOpen)),
        ])
    }
    return table
  }

  private static func frequencies(_ tallies: [RatingTally]) -> Table {
    let kinds: [(String, RatingFindings.OfDriver, RatingFindings.OfDriver)] = [
      ("first place", .firstFrequency, .first), ("quadrant", .quadrantFrequency, .quadrant),
      ("best to work on", .bestFrequency, .best),
    ]
    let ends = RatingTally.bandEnds
    let names = zip(ends, ends.dropFirst()).map { "\(Int(($0 * 100).rounded()))–\(Int(($1 * 100).rounded())) %" }
    var table = Table(
      name: "rating_frequencies", title: "Stated frequencies and what is true of them",
      columns: place + [column("of"), column("Brier score", .decimals(3))] + names.map { column($0) },
      caption:
        "In each band of stated frequencies: their mean → the per cent that are true (how many statements).")
    for tally in tallies {
      for (name, stated, truth) in kinds {
        let bands = tally.bands(stated, truth).map { band -> Cell in
          guard band.statements >= 20 else { return .missing }
          let count = Double(band.statements)
          return .text(
            "\(fixed(band.frequencies / count * 100, decimals: 0)) → \(fixed(band.hits / count * 100, decimals: 0)) (\(band.statements))"
          )
        }
        table.append(place(tally) + [.text(name), Cell(tally.brier(stated, truth))] + bands)
      }
    }
    return table
  }

  private static func column(_ heading: String, _ style: Table.Style = .text) -> Table.Column {
    Table.Column(heading, heading, style)
  }

  private static func cell(_ share: Double?) -> Cell {
    share.map { .text(fixed($0 * 100, decimals: 1)) } ?? .missing
  }

  private static func cell(_ rate: CellTally.Rate?) -> Cell {
    rate.map { .text("\(fixed($0.value * 100, decimals: 1)) ± \(fixed($0.error * 100, decimals: 1))") } ?? .missing
  }
}
