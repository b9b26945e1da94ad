import CArchives
import Rendering

/// What should be an archive is none.
struct NoArchive: Error {}

/// What the tests of workbooks, documents and pages share.
enum OfficeFixtures {
  /// Texts that a file must survive.
  static let hostile = [
    "=HYPERLINK(\"http://a.example\")", "Price </script> & \"fair\" | 価格", "שירות לקוחות", "a\u{1B}[31mred\nline",
    "Under_score 100% $5 #1 {x} ~ ^ \\ é – ω", "x\u{FFFE}y",
  ]

  static func map(_ count: Int) -> QuadrantMap {
    QuadrantMap(
      title: "Would recommend", xAxis: Axis(title: "Performance"),
      yAxis: Axis(title: "=Importance", style: .percent(0)),
      crosshairX: 60, crosshairY: 0.15, quadrants: ["Concentrate", "Keep up", "Low priority", "Overkill"],
      points: (0..<count).map { i in
        let (x, y) = (40 + Double(i * 7 % 50), Double(i * 3 % 10) / 32)
        return QuadrantMap.Point(
          label: i < hostile.count ? hostile[i] : "Driver \(i)", x: Estimate(x, low: x - 2, high: x + 3.5),
          y: Estimate(y, low: y - 0.03125, high: y + 0.0625), isFlagged: i == 1)
      }, flagMeaning: "negative coefficient")
  }

  static func document(figure: Figure?, tables: [Table] = [SampleDocument.coefficients, hostileTable]) -> Document {
    var copy = SampleDocument.document
    copy.blocks = [.heading("Importance"), .paragraph("First: " + hostile.joined(separator: "; "))]
    copy.blocks += tables.map { .table($0) } + [.table(SampleDocument.hidden), .verbatim("mainspring ipa\n  x | y")]
    if let figure { copy.blocks.append(.figure(figure)) }
    copy.notes = [Document.NoteLine(kind: "rows_dropped", message: "37 rows were left out & <b>.")]
    return copy
  }

  static let hostileTable: Table = {
    var table = Table(
      name: "hostile", title: "Texts: [all] of/them * in one? table",
      columns: [
        Table.Column("outcome", "Outcome"), Table.Column("driver", "Driver", labelColumn: "driver_label"),
        Table.Column("share", "Share", .percent(1)), Table.Column("share_low", "low", .percent(1)),
        Table.Column("b", "b", .significant(3)), Table.Column("b_low", "low", .significant(3)),
        Table.Column("quadrant", "Quadrant"), Table.Column("r", "r", .proportion(2), isShown: false),
        Table.Column("driver_label", "Label", isShown: false),
      ], caption: "Shares are of R².")
    table.sectionColumn = "outcome"
    table.columns[6].words = ["low_priority": "Low priority"]
    table.columns[2].meaning = "`importance` / the sum"
    for (index, text) in hostile.enumerated() {
      let x = Double(index + 1) / 8
      table.append([
        .text("recommend"), .text("v\(index)"), .number(x), .number(x / 2), .number(x * 100), .number(x / 1e6),
        .text("low_priority"), .number(-x), .text(text),
      ])
    }
    return table
  }()

  /// The parts of an archive by name.
  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    var parts: [String: String] = [:]
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    try bytes.withUnsafeBytes { memory in
      guard let source = zip_source_buffer_create(memory.baseAddress, zip_uint64_t(memory.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      else { throw NoArchive() }
      defer { zip_discard(archive) }
      for index in 0..<zip_uint64_t(zip_get_num_entries(archive, 0)) {
        guard let name = zip_get_name(archive, index, 0).map({ String(cString: $0) }),
          let file = zip_fopen(archive, name, 0)
        else { continue }
        defer { zip_fclose(file) }
        var content: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while case let got = zip_fread(file, &block, 4096), got > 0 { content += block[..<Int(got)] }
        parts[name] = String(decoding: content, as: UTF8.self)
      }
    }
    return parts
  }

  /// The days of the entries of an archive, as its local headers have them (APPNOTE 4.3.7: offset 12).
  static func days(_ bytes: [UInt8]) -> Set<Int> {
    var days: Set<Int> = []
    for place in 0..<max(0, bytes.count - 30)
    where bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 3 && bytes[place + 3] == 4 {
      days.insert(Int(bytes[place + 12]) | Int(bytes[place + 13]) << 8)
    }
    return days
  }
}
