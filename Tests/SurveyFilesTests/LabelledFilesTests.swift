import Foundation
import Survey
import SurveyFiles
import TestSupport
import Testing

/// Files with labels, levels and missing answers, by pyreadstat and haven, beside what pyreadstat reads in them:
/// `Tests/References/files/labels.py`.
@Suite struct LabelledFilesTests {
  /// A number, a text, or nothing.
  private enum Value: Decodable, Equatable {
    case number(Double)
    case text(String)
    case nothing

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .nothing
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var label: VariableDetails.ValueLabel.Value? {
      switch self {
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .nothing: nil
      }
    }
  }

  private struct Expected: Decodable {
    let names: [String]
    let labels: [String?]
    let levels: [String]
    let values: [[[Value]]]
    let missing: [[[Value]]]
    let cells: [[Value]]
    let answers: [[Bool]]
  }

  private static func expected(_ file: String) throws -> [String: Expected] {
    try JSONDecoder().decode(
      [String: Expected].self, from: try Data(contentsOf: PackageFiles.references.appending(path: "files/\(file)")))
  }

  @Test("files by pyreadstat and haven: names, labels, levels, missing ranges and every value")
  func own() throws {
    for (name, expected) in try Self.expected("labels.json").sorted(by: { $0.key < $1.key }) {
      try compare(fixture(name), expected, isStata: name.hasSuffix("dta"))
    }
  }

  private static let foreign = PackageFiles.shared.appending(path: "data/spss_import")

  @Test(
    "files by SPSS and others, as pyreadstat reads them",
    .enabled(if: FileManager.default.fileExists(atPath: foreign.path)))
  func others() throws {
    for (name, expected) in try Self.expected("spss_import.json").sorted(by: { $0.key < $1.key }) {
      try compare(Self.foreign.appending(path: name).path, expected, isStata: false)
    }
  }

  private func compare(_ path: String, _ expected: Expected, isStata: Bool) throws {
    let place = path.split(separator: "/").last!
    // As they stand, with what is declared missing.
    var options = ReadingOptions()
    options.keepsCodes = true
    let reader = try SurveyFile.reader(path: path, options: options)
    #expect(reader.names == expected.names, "\(place)")
    let data = try reader.rows(ReadingRequest())
    let plain = try SurveyFile.reader(path: path).rows(ReadingRequest(categorical: Set(reader.names)))
    for (index, name) in expected.names.enumerated() {
      let details = reader.schema[index]
      #expect(details.question == Self.trimmed(expected.labels[index]), "\(place): \(name)")
      #expect(details.level.map { "\($0)" } ?? "unknown" == expected.levels[index], "\(place): \(name)")
      // Labels of Stata's marks are labels of reasons.
      let labels = expected.values[index].filter { if case .text = $0[0], isStata { false } else { true } }
      let own = details.valueLabels.sorted { "\($0.value)" < "\($1.value)" }
      let other = labels.map { VariableDetails.ValueLabel($0[0].label!, Self.trimmed(Self.text($0[1])) ?? "") }
      #expect(own == other.sorted { "\($0.value)" < "\($1.value)" }, "\(place): \(name)")
      #expect(details.userMissing.map(Self.ends) == expected.missing[index].map(Self.ends), "\(place): \(name)")
      let variable = try data.variable(name)
      for (row, cell) in expected.cells[index].enumerated() {
        switch cell {
        case .number(let number): #expect(variable.doubles[row] == number, "\(place): \(name), row \(row + 1)")
        case .text(let text) where isStata && text.utf8.count == 1 && !variable.isText:
          // A mark.
          #expect(variable.doubles[row].isNaN, "\(place): \(name), row \(row + 1)")
        case .text(let text): #expect(variable.texts[row] == text, "\(place): \(name), row \(row + 1)")
        case .nothing: #expect(variable.texts[row] == nil, "\(place): \(name), row \(row + 1)")
        }
      }
      // Without it; what a label alone declares missing is missing for that label.
      let answers = try plain.variable(name)
      for (row, isAnswer) in expected.answers[index].enumerated() {
        if isAnswer, answers.texts[row] == nil, case .text(let codes, _) = answers.values {
          let reason = MissingValue.reason(text: codes[row]).map { answers.missingReasons[$0] }
          guard case .answer(let label)? = reason else { Issue.record("\(place): \(name), row \(row + 1)"); continue }
          #expect(NoAnswers.contains(label), "\(place): \(name), row \(row + 1)")
        } else {
          #expect((answers.texts[row] != nil) == isAnswer, "\(place): \(name), row \(row + 1)")
        }
      }
    }
  }

  private static func text(_ value: Value) -> String? { if case .text(let text) = value { text } else { nil } }

  private static func trimmed(_ text: String?) -> String? {
    text.map { $0.trimmingCharacters(in: .whitespaces) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func ends(_ code: MissingCode) -> String {
    code.numbers.map { "\($0.lowerBound) \($0.upperBound)" } ?? code.text
  }

  private static func ends(_ range: [Value]) -> String {
    switch (range[0], range[1]) {
    case (.number(let low), .number(let high)):
      "\(low <= -1e300 ? -.infinity : low) \(high >= 1e300 ? .infinity : high)"
    case (.text(let text), _): text
    default: ""
    }
  }

  @Test("the flowers that come with haven are read as haven reads them", arguments: ["sas7bdat", "sav", "dta"])
  func flowers(_ kind: String) throws {
    let file = kind == "sas7bdat" ? "iris.sas7bdat.gz" : "iris.\(kind)"
    let expected = try CSVReader(path: PackageFiles.references.appending(path: "files/iris-\(kind).csv").path).read()
    let reader = try SurveyFile.reader(path: fixture(file))
    let data = try reader.rows(ReadingRequest())
    #expect(data.names == expected.names && data.rowCount == 150)
    for (own, other) in zip(data.variables, expected.variables) {
      guard !other.isText else {
        #expect(own.texts == other.texts, "\(own.name)")
        continue
      }
      // R writes 15 digits, which a number of Stata's of 4 bytes has more of.
      for (value, written) in zip(own.doubles, other.doubles) {
        #expect(abs(value - written) <= 1e-14 * abs(written), "\(own.name): \(value)")
      }
    }
    if kind == "sav" {
      #expect(reader.schema[4].valueLabels.map(\.label) == ["setosa", "versicolor", "virginica"])
    }
  }
}
