import Studies
import Survey
import SurveyFiles
import Testing

/// A study that is written reads back equal.
@Suite struct StudyWriterTests {
  @Test("every key of a study is written, in the order of the keys, and reads back equal") func roundTrip() throws {
    var study = try StudyFile.parse(StudyKeysTests.fullText, file: "all.yaml")
    study.specification.variables["q 1: how, #satisfied?"] = .init(
      label: "Very \"odd\" & 'quoted' *label*", scale: RatingScale(7, 1), missing: [],
      values: [.init(.number(1), "Very bad"), .init(.number(-99), "no: answer"), .init(.text("yes"), "no")])
    let text = StudyWriter().text(of: study)
    let again = try StudyFile.parse(text, file: "again.yaml")
    #expect(again.specification == study.specification)
    #expect(again.settings == study.settings)
    // YAML takes a bare n for no.
    let keys = text.split(separator: "\n").filter { $0.first.map { $0.isLetter || $0 == "'" } ?? false }.map {
      $0.prefix { $0 != ":" }.filter { $0 != "'" }
    }
    #expect(keys == StudyKeys.ofStudy.filter { $0.write(study) != nil }.map(\.name))
    #expect(Set(StudyFile.keys) == Set(keys), "give the study of this test every key")
  }

  @Test(
    "whatever a name or label holds is read back",
    arguments: [
      "yes", "No", "null", "~", "007", "1e3", "-99", "-99:-1", "<0", "12:30", "a: b", "a #b", "- a", "[a", "{a}",
      "it's", "\"x\"", "back\\slash", "tab\there", "line\nbreak", "R &D *x", "*", "&a", "!tag", "%a", "@a", "`a`",
      " lead", "trail ", "\u{85}\u{2028}\u{FEFF}x", "\u{1B}[31m", "été", "満足", "🙂", "?", "? a", "|", ">", "a,b",
      "don't know",
      "=1+1", ".", "---", "...", "\u{7F}", "e\u{301}",
    ])
  func texts(_ text: String) throws {
    var study = Study()
    study.specification.title = text
    study.specification.missingCodes = [text, "9"]
    study.specification.groups = [.init(name: text, items: [text])]
    study.specification.stated = [text: text]
    study.specification.variables[text] = .init(label: text)
    let written = StudyWriter(comments: ["": text, "groups": "about \(text)", "stated/\(text)": text]).text(of: study)
    #expect(try StudyFile.parse(written, file: "t.yaml").specification == study.specification, "\(written)")
  }

  @Test("a name longer than YAML's simple keys, and a list longer than a line") func long() throws {
    let name = String(repeating: "How satisfied are you? ", count: 60)
    var study = Study()
    study.specification.variables[name] = .init(label: "Long", values: [.init(.number(1), name)])
    study.specification.drivers = (1...60).map { "question_\($0)" }
    let written = StudyWriter().text(of: study)
    #expect(try StudyFile.parse(written, file: "t.yaml").specification == study.specification, "\(written)")
  }

  @Test("a draft is laid out as a person would") func layout() throws {
    var study = Study()
    study.specification.title = "Shop 2024"
    study.specification.scale = RatingScale(1, 7)
    study.specification.missingCodes = ["9"]
    study.specification.constructs = [
      .init(name: "quality", label: "Quality", items: ["pq1", "pq2"]), .init(name: "ease", items: ["pe1:pe4"]),
    ]
    study.specification.outcomes = ["recommend"]
    study.specification.variables["recommend"] = .init(scale: RatingScale(0, 10))
    #expect(
      StudyWriter(comments: ["": "Correct me.", "drivers/ease": "one stem"]).text(of: study) == """
        # Correct me.
        title: Shop 2024
        scale: [1, 7]
        variables:
          recommend: {scale: [0, 10]}
        missing: {codes: [9]}
        drivers:
          quality: {label: Quality, items: [pq1, pq2]}
          # one stem
          ease: {items: ['pe1:pe4']}
        outcomes: [recommend]

        """)
  }
}
