import Insight
import Rendering
import Studies

/// What the report rests on, in a list.
struct SampleFacts {
  private let report: StudyReport

  init(_ report: StudyReport) { self.report = report }

  var entries: [(String, String)] {
    guard let run = report.run(.drivers) ?? report.run(.describe) ?? report.runs.first?.run else { return [] }
    var entries: [(String, String)] = []
    func add(_ term: String, _ text: String?) { if let text { entries.append((term, text)) } }
    let whole = report.views[0]
    add("Rows read", run.rowsRead.map(count))
    add("Condition", run.condition)
    add("Wave", run.wave)
    add("Respondents", whole.respondents.map { count(Int($0)) })
    if let drivers = whole.drivers?.drivers { add("In the model of the drivers", count(Int(drivers.n.rounded()))) }
    add("Weights", run.weights)
    if report.views.count > 1 {
      let groups = report.views.dropFirst().map { view in
        "\(view.title ?? "")" + (view.respondents.map { " (\(count(Int($0))))" } ?? "")
      }
      add("Groups", groups.joined(separator: ", "))
    }
    add("Smallest count that is told", "\(report.smallestCell)")
    return entries
  }

  private func count(_ number: Int) -> String { SampleFacts.grouped(number) }

  /// 1,200.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(abs(number)).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }
}
