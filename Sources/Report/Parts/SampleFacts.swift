import Insight
import Presentation
import Studies
import Survey

/// What the report rests on, in a list.
struct SampleFacts {
  private let report: StudyReport

  init(_ report: StudyReport) { self.report = report }

  var entries: [(String, String)] {
    guard let run = report.run(.drivers) ?? report.run(.describe) ?? report.runs.first?.run else { return [] }
    var entries: [(String, String)] = []
    func add(_ term: String, _ text: String?) { if let text { entries.append((term, text)) } }
    let whole = report.views[0]
    add(said("Rows read"), run.rowsRead.map(count))
    add(said("Condition"), run.condition)
    add(said("Wave"), run.wave)
    add(said("Respondents"), report.respondents.map { count(Int($0.rounded())) })
    if let drivers = whole.drivers?.drivers {
      add(said("In the model of the drivers"), count(Int(drivers.n.rounded())))
    }
    add(said("Weights"), run.weights)
    if report.views.count > 1 {
      let groups = report.views.dropFirst().map { view in
        "\(view.title ?? "")" + (view.respondents.map { " (\(count(Int($0))))" } ?? "")
      }
      add(said("Groups"), groups.joined(separator: ", "))
    }
    add(said("Smallest count that is told"), "\(report.smallestCell)")
    return entries
  }

  private func count(_ number: Int) -> String { Words.count(Double(number)) }
}
