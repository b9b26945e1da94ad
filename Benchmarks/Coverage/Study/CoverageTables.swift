import Rendering
import Resampling

/// The study as Markdown: coverage in per cent of samples, ± one Monte Carlo standard error.
public enum CoverageTables {
  /// All tables, for as many cells as were run.
  public static func markdown(_ tallies: [CellTally], study: CoverageStudy) -> String {
    let explained = tallies.filter { !$0.drivers.isEmpty }
    let tables = [
      shares(explained), ranks(explained), rSquared(tallies), performance(tallies), quadrants(explained),
      bands(explained),
    ]
    let failed = tallies.flatMap { tally in
      tally.failures.map { "\(tally.cell.name): \($0.count) samples without an analysis (\($0.reason))." }
    }
    let head = "\(study.samples) samples per row, \(study.replicates) resamples each, seed \(study.seed)."
    return ([head] + tables.filter { !$0.rows.isEmpty }.map(MarkdownRenderer.render) + failed)
      .joined(separator: "\n\n") + "\n"
  }

  /// The headings of every table, for whoever compares two runs.
  public static func headings(in markdown: String) -> [String] {
    let lines = markdown.split(separator: "\n")
    return zip(lines, lines.dropFirst()).filter { $1.hasPrefix("| -") }.map {
      cells(String($0.0)).joined(separator: "|")
    }
  }

  /// The cells of one line of a table.
  public static func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
  }

  // MARK: Tables

  private static let place = [
    column("population"), column("answers"), column("R²", .decimals(1)), column("n", .integer),
  ]

  private static func place(_ tally: CellTally) -> [Cell] {
    let design = tally.cell.design
    return [
      .text(design.pattern.rawValue), .text(design.items.rawValue), .number(design.rSquared),
      .integer(tally.cell.respondents),
    ]
  }

  private static func shares(_ tallies: [CellTally]) -> Table {
    var table = Table(
      name: "shares", title: "Shares of lmg",
      columns: place + [
        column("drivers"), column("percentile"), column("worst"), column("BCa"), column("worst"), column("basic"),
        column("worst"), column("width, percentile", .percent(1)), column("width, BCa", .percent(1)),
      ],
      caption:
        "Mean coverage over the drivers, and the driver covered worst; widths are means, in points of share.")
    for tally in tallies {
      for (name, drivers) in [("share above 0", tally.drivers), ("share 0", tally.zeroDrivers)] where !drivers.isEmpty {
        table.append(
          place(tally) + [.text(name)]
            + [IntervalKind.percentile, .bca, .basic].flatMap {
              [cell(tally.shares($0, of: drivers)), cell(tally.worstShare($0, of: drivers))]
            }
            + [
              Cell(tally.shareWidth(.percentile, of: drivers)), Cell(tally.shareWidth(.bca, of: drivers)),
            ])
      }
    }
    return table
  }

  private static func ranks(_ tallies: [CellTally]) -> Table {
    var table = Table(
      name: "ranks", title: "All ranks at once",
      columns: place + [column("rank sets"), column("ranks in a set", .decimals(1)), column("percentiles of ranks")],
      caption: "How often every driver's true rank lay in its set; for contrast, in the percentiles of its ranks.")
    for tally in tallies {
      table.append(place(tally) + [cell(tally.ranks), Cell(tally.rankWidth), cell(tally.percentileRanks)])
    }
    return table
  }

  private static func rSquared(_ tallies: [CellTally]) -> Table {
    let kinds = SampleFindings.RSquaredKind.allCases
    let names = ["fixed predictors", "random predictors", "percentile", "BCa"]
    var table = Table(
      name: "r_squared", title: "R²",
      columns: place + names.map { column($0) } + names.map { column("width, " + $0, .decimals(3)) },
      caption: "The first two are analytic: the noncentral F, and the distribution of R² under joint normality.")
    for tally in tallies {
      table.append(
        place(tally) + kinds.map { cell(tally.rSquared($0)) } + kinds.map { Cell(tally.rSquaredWidth($0)) })
    }
    return table
  }

  private static func performance(_ tallies: [CellTally]) -> Table {
    var table = Table(
      name: "performance", title: "Performance", columns: place + [column("percentile"), column("worst")],
      caption: "Means of the drivers on 0–100.")
    for tally in tallies {
      table.append(place(tally) + [cell(tally.performance), cell(tally.worstPerformance)])
    }
    return table
  }

  private static func quadrants(_ tallies: [CellTally]) -> Table {
    var table = Table(
      name: "quadrants", title: "Quadrants that 90 % of the resamples or more agree on",
      columns: place + [column("statements per sample", .decimals(2)), column("true")],
      caption: "Six drivers could be stated of each sample; true is what holds in the population.")
    let first = CellTally.bandEnds.firstIndex(of: 0.9)!
    for tally in tallies {
      var sum = CellTally.Band()
      for band in tally.quadrantBands[first...] { sum.add(band) }
      table.append(
        place(tally) + [.number(Double(sum.statements) / Double(tally.samples)), cell(share(sum))])
    }
    return table
  }

  private static func bands(_ tallies: [CellTally]) -> Table {
    var table = Table(
      name: "bands", title: "Quadrants by their frequency",
      columns: [column("frequency in the resamples")]
        + StudyCell.sizes.flatMap { [column("mean, n = \($0)", .percent(1)), column("true, n = \($0)")] },
      caption: "Over all rows above of that n. The frequency is of a driver's commonest quadrant.")
    let bySize = StudyCell.sizes.map { size in
      tallies.filter { $0.cell.respondents == size }.map(\.quadrantBands)
    }
    for band in 0..<CellTally.bandEnds.count - 1 {
      let ends = (CellTally.bandEnds[band] * 100, CellTally.bandEnds[band + 1] * 100)
      var row: [Cell] = [.text("\(Int(ends.0.rounded()))–\(Int(ends.1.rounded())) %")]
      for group in bySize {
        var sum = CellTally.Band()
        for bands in group { sum.add(bands[band]) }
        row += [
          sum.statements > 0 ? .number(sum.frequencies / Double(sum.statements)) : .missing, cell(share(sum)),
        ]
      }
      table.append(row)
    }
    return table
  }

  // MARK: Cells

  private static func column(_ heading: String, _ style: Table.Style = .text) -> Table.Column {
    Table.Column(heading, heading, style)
  }

  /// The share of statements that are true. Statements on one sample are not independent: no error is given.
  private static func share(_ band: CellTally.Band) -> Double? {
    band.statements > 0 ? Double(band.hits) / Double(band.statements) : nil
  }

  private static func cell(_ share: Double?) -> Cell {
    share.map { .text(fixed($0 * 100, decimals: 1)) } ?? .missing
  }

  private static func cell(_ rate: CellTally.Rate?) -> Cell {
    rate.map { .text("\(fixed($0.value * 100, decimals: 1)) ± \(fixed($0.error * 100, decimals: 1))") } ?? .missing
  }
}
