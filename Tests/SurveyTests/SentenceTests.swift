import Languages
import Survey
import Testing

@Suite struct SentenceTests {
  private let sentence: Sentence = "Use \(setting: .missing, "listwise"), or leave \(setting: .scoreMethod) out."

  @Test func `As text a sentence names settings as a study does, and otherwise as it is told`() {
    #expect(sentence.description == "Use missing: listwise, or leave 'score_method' out.")
    #expect(
      sentence.text { "<\($0.name) \($0.value ?? "-")>" } == "Use <missing listwise>, or leave <scoreMethod -> out.")
  }

  @Test func `However it was put together, a sentence is the same`() {
    let part: Sentence = "\(setting: .missing, "listwise")"
    let other: Sentence = "Use \(part), or" + " leave \(Setting(.scoreMethod)) \("out")."
    #expect(other == sentence)
    #expect(Set([sentence, "Use " + part + ", or leave \(setting: .scoreMethod) out."]).count == 1)
    #expect(sentence != "Use missing: listwise, or leave 'score_method' out.")
  }

  @Test func `Values are replaced wherever they stand, told what follows them, and the words keep their translations`()
  {
    let inner: Sentence = "\(3) respondents"
    let whole: Sentence = "\(inner) of \(1200) were left out."
    var seen: [String] = []
    let changed = whole.replacingValues { value, following in
      seen.append(value + "|" + following)
      return value == "3" ? "fewer than \(5)" : nil
    }
    #expect(seen == ["3| respondents of 1200 were left out.", "1200| were left out."])
    #expect(changed.description == "fewer than 5 respondents of 1200 were left out.")
    #expect(changed.text(in: .german, naming: { "\($0.name)" }).hasPrefix("weniger als 5"))
  }

  @Test func `A setting goes through a note and an error as a setting`() {
    let fault = DataFault.request(problem: "\(setting: .folds, "5") is too many", suggestion: sentence)
    #expect("\(fault)" == "folds: 5 is too many. Use missing: listwise, or leave 'score_method' out.")
    let note = Note(.methodNoted, "g = 1: \(fault.sentence)")
    #expect(note.message == "g = 1: \(fault)")
    #expect(
      note.sentence.text { "--\($0.name.rawValue)" }
        == "g = 1: --folds is too many. Use --missing, or leave --score_method out.")
  }

  @Test func `In another language its words change, and names, settings and the space around it stay`() {
    let list: Sentence = "\("Ease of use") and \("b")"
    #expect(list.text(in: .german, naming: \.inStudy) == "Ease of use und b")
    let both = list + " " + "Nothing is missing." + " Other rules say between \(2) and \(3)."
    #expect(
      both.text(in: .norwegian, naming: \.inStudy)
        == "Ease of use og b Ingenting mangler. Andre regler sier mellom 2 og 3.")
    let advice: Sentence = "Nothing can be drawn from correlations without n. Say \(setting: .n)."
    #expect(
      advice.text(in: .dutch) { "--\($0.name.rawValue)" } == "Uit correlaties zonder n valt niets te trekken. Zeg --n.")
    #expect(both == "Ease of use and b Nothing is missing. Other rules say between 2 and 3.")
  }

  @Test func `What has no message in a language stays English, and what the data say is never translated`() {
    let unknown: Sentence = "Nobody ever said \("Nothing is missing.")."
    #expect(unknown.text(in: .swedish, naming: \.inStudy) == "Nobody ever said Nothing is missing..")
    #expect(Sentence(String("Nothing is missing.")).text(in: .german, naming: \.inStudy) == "Nothing is missing.")
    // As text a sentence is English, whatever is being written.
    Language.$current.withValue(.german) {
      let sentence: Sentence = "Nothing is missing."
      #expect(sentence.description == "Nothing is missing.")
    }
  }

  @Test func `A long cell is cut within the value of a setting, too`() {
    let long = String(repeating: "remark ", count: 30)
    let fault = DataFault.notNumeric(variable: "a", row: 3, value: long, count: 1)
    #expect("\(fault)".count < 400 && "\(fault)".contains("…"))
    #expect("\(Made.long(name: long))" == "Take always: \(long.prefix(80))….")
    #expect(Made.long(name: "q1").exitStatus == 65)
  }
}

/// A family's own fault.
private enum Made: Fault {
  case long(name: String)

  var words: Sentence {
    switch self {
    case .long(let name): "Take \(setting: .always, name)."
    }
  }
}

extension NoteKind {
  fileprivate static let methodNoted = NoteKind("method_noted", "never", advice: "Nothing.")
}
