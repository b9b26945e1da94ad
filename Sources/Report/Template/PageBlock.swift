import Rendering

/// A piece of a part, as the template takes it.
enum PageBlock {
  /// The sentence that answers.
  case lead(String)
  case paragraph(String)
  /// Above what follows.
  case heading(String)
  case table(Table, caption: String? = nil)
  /// Tables behind a line that opens them.
  case details(String, [Table])
  /// The program's own drawing.
  case picture(Figure, name: String)
  /// Drawn by the script, by name.
  case figure(String, label: String)
  case list([String])
  /// Lines behind one that opens them.
  case folded(String, [String])
  /// Words and what they stand for.
  case terms([(String, String)])

  /// `nil` of what would be empty.
  func context(most cells: Int) -> [String: Any]? {
    switch self {
    case .lead(let text): return ["lead": text]
    case .paragraph(let text): return ["paragraph": text]
    case .heading(let text): return ["subheading": text]
    case .table(let table, let caption):
      return PageTable.context(table, caption: caption, most: cells).map { ["table": $0] }
    case .details(let summary, let tables):
      let inner = tables.compactMap { PageTable.context($0, most: cells / 2) }
      return inner.isEmpty ? nil : ["details": ["summary": summary, "tables": inner] as [String: Any]]
    case .picture(let figure, let name):
      guard !figure.panels.isEmpty else { return nil }
      let svg = Self.inlined(figure, name: name, .light) + Self.inlined(figure, name: "\(name)-dark", .dark)
      return ["picture": ["svg": svg, "alt": figure.title, "name": name]]
    case .figure(let name, let label): return ["figure": ["name": name, "label": label]]
    case .list(let items): return items.isEmpty ? nil : ["list": ["lines": items]]
    case .folded(let summary, let lines):
      return lines.isEmpty ? nil : ["details": ["summary": summary, "lines": lines] as [String: Any]]
    case .terms(let entries):
      return entries.isEmpty ? nil : ["terms": ["entries": entries.map { ["term": $0.0, "meaning": $0.1] }]]
    }
  }

  /// The SVG as an element of the page, with names of its own: several pictures of a page may not share any. The style sheet
  /// shows the one of the page's ground.
  static func inlined(_ figure: Figure, name: String, _ look: Theme.Look) -> String {
    var settings = FigureSettings()
    settings.look = look
    var svg = SVGRenderer.render(figure, settings)
    if let start = svg.firstRange(of: "<svg") { svg = String(svg[start.lowerBound...]) }
    return svg.replacing("id=\"hatch", with: "id=\"\(name)-hatch").replacing("url(#hatch", with: "url(#\(name)-hatch")
      .replacing("<svg ", with: "<svg role=\"img\" class=\"\(look.rawValue)\" ", maxReplacements: 1)
  }
}

/// A part of the page: what it says of everybody, and of each view of the sample.
struct PagePart {
  var id: String
  var heading: String
  var opening: [PageBlock] = []
  /// One list for each view; empty of a part that says the same of all.
  var views: [(title: String?, blocks: [PageBlock])] = []
  var closing: [PageBlock] = []

  /// `nil` of a part that says nothing.
  func context(most cells: Int) -> [String: Any]? {
    let opening = self.opening.compactMap { $0.context(most: cells) }
    let closing = self.closing.compactMap { $0.context(most: cells) }
    var views: [[String: Any]] = []
    for (place, view) in self.views.enumerated() {
      let blocks = view.blocks.compactMap { $0.context(most: cells) }
      guard !blocks.isEmpty else { continue }
      var context: [String: Any] = ["view": String(place), "blocks": blocks]
      if let title = view.title { context["viewTitle"] = title }
      views.append(context)
    }
    guard !views.isEmpty || opening.contains(where: { $0["figure"] == nil }) || !closing.isEmpty else { return nil }
    return ["id": id, "heading": heading, "opening": opening, "views": views, "closing": closing]
  }
}
