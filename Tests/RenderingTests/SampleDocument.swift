import Rendering

/// A small document fixed by hand, with everything in it that renderers treat specially.
enum SampleDocument {
  static let coefficients: Table = {
    var table = Table(
      name: "coefficients", title: "Coefficients",
      columns: [
        Table.Column("outcome", "Outcome", isShown: false), Table.Column("term", "Term"),
        Table.Column("estimate", "Estimate", .decimals(3)), Table.Column("df", "df", .integer),
        Table.Column("p_value", "p", .pValue), Table.Column("share", "Share", .percent(1)),
        Table.Column("vif", "VIF", .decimals(2)), Table.Column("kept", "Kept"),
      ],
      caption: "Standard errors are HC3.")
    table.append([
      .text("recommend"), .text("(Intercept)"), .number(-1.25), .integer(1190), .number(0.0121), .missing, .missing,
      .flag(true),
    ])
    table.append([
      .text("recommend"), .text("Price, \"fair\" | 価格"), .number(0.00004), .integer(1190), .number(0.0004),
      .number(0.3712), .number(.infinity), .flag(false),
    ])
    return table
  }()

  static let hidden = Table(
    name: "machine", title: "For machines", columns: [Table.Column("value", "Value", .decimals(1))],
    rows: [[.number(0.1)], [.number(.nan)]], isShown: false)

  static let bars = BarChart(
    title: "Importance", axis: Axis(title: "Share of R²", style: .percent(1)),
    bars: [
      BarChart.Bar(
        label: "Product quality", estimate: Estimate(0.5, low: 0.25, high: 0.75), remark: "first in 93 %"),
      BarChart.Bar(label: "Process ease", estimate: Estimate(0.25, low: 0.125, high: 0.375)),
      BarChart.Bar(label: "Price", estimate: Estimate(0.125), isFlagged: true),
    ], flagMeaning: "negative coefficient")

  static let document = Document(
    version: "1.2.3", command: "drivers", title: "Drivers of recommend",
    run: [
      Document.RunEntry("seed", .cell(.integer(1))),
      Document.RunEntry("input", .object([Document.RunEntry("rows", .cell(.integer(1200)))])),
      Document.RunEntry("drivers", .list([.cell(.text("a")), .cell(.text("b"))])),
    ],
    blocks: [
      .paragraph(
        "Product quality comes first: its share is 50.0 % (25.0–75.0 %), and it was first in 93 % of 1000 resamples."),
      .heading("Importance"), .bars(bars), .table(coefficients), .table(hidden),
      .verbatim("mainspring ipa webshop.yaml"),
    ],
    notes: [Document.NoteLine(kind: "rows_dropped", message: "37 rows were left out.")],
    defaultTable: "coefficients")
}
