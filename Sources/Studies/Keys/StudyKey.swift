import Survey
package import SurveyFiles

/// One key of a study: how it is read from a file, how a result records it, and what the page of keys says of it.
///
/// `StudyKeys.all` is the one list of them.
package struct StudyKey: Sendable {
  package typealias Read = @Sendable (YAMLValue, inout Study) throws -> Void
  package typealias Write = @Sendable (Study) -> SettingValue?

  package let name: String
  /// What may be written, in Markdown.
  package var meaning = ""
  /// The options that say the same, by name and with an example of their value; none for what only a study file says.
  package var options: [String] = []
  /// Whose results it shapes; none where it only says where things are.
  package var verbs: Set<Verb> = .all
  /// Whether a study file may have it. Other keys are options of one run, which its result records.
  package var isInStudy = true
  /// What its value may look like, for programs that complete and check study files.
  package let shape: KeyShape
  let read: Read
  package let write: Write

  init(_ name: String, _ shape: KeyShape = .anything, read: @escaping Read, write: @escaping Write) {
    self.name = name
    self.shape = shape
    self.read = read
    self.write = write
  }

  /// The key with its line of the page.
  func documented(_ meaning: String, options: [String] = [], verbs: Set<Verb> = .all) -> StudyKey {
    var copy = self
    (copy.meaning, copy.options, copy.verbs) = (meaning, options, verbs)
    return copy
  }

  /// The key of one run, which no study file has.
  func ofRun(options: [String], verbs: Set<Verb> = .all) -> StudyKey {
    var copy = self
    (copy.options, copy.verbs, copy.isInStudy) = (options, verbs, false)
    return copy
  }
}

// Keys whose value is of a common kind.
extension StudyKey {
  typealias Path<Value> = any WritableKeyPath<Study, Value> & Sendable

  static func text(_ name: String, _ path: Path<String?>) -> StudyKey {
    StudyKey(name, .text) {
      $1[keyPath: path] = try $0.text()
    } write: {
      $0[keyPath: path].map(SettingValue.text)
    }
  }

  /// The columns of one stage of sampling or two: a text with a comma, or a list of names.
  static func stages(_ name: String, _ path: Path<String?>) -> StudyKey {
    StudyKey(name, .either([.text, .list(.text)])) { value, study in
      if let text = try? value.text() {
        study[keyPath: path] = text
      } else {
        study[keyPath: path] = try value.texts().map(Selection.quoted).joined(separator: ",")
      }
    } write: {
      $0[keyPath: path].map(SettingValue.text)
    }
  }

  static func texts(_ name: String, _ path: Path<[String]>) -> StudyKey {
    StudyKey(name, .list(.text)) {
      $1[keyPath: path] = try $0.texts()
    } write: {
      SettingValue.texts($0[keyPath: path])
    }
  }

  /// One of a closed list of words.
  static func word<Word: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ path: Path<Word?>
  ) -> StudyKey where Word.RawValue == String {
    StudyKey(name, .words(of: Word.self)) {
      $1[keyPath: path] = try $0.word(Word.self)
    } write: {
      $0[keyPath: path].map { .text($0.rawValue) }
    }
  }

  static func number(
    _ name: String, _ path: Path<Double?>, _ problem: @escaping @Sendable (Double) -> SettingProblem? = { _ in nil }
  ) -> StudyKey {
    StudyKey(name, .number) {
      $1[keyPath: path] = try $0.number(problem)
    } write: {
      $0[keyPath: path].map(SettingValue.numeric)
    }
  }

  static func count(
    _ name: String, _ path: Path<Int?>, _ problem: @escaping @Sendable (Int) -> SettingProblem? = { _ in nil }
  ) -> StudyKey {
    StudyKey(name, .count) {
      $1[keyPath: path] = try $0.count(problem)
    } write: {
      $0[keyPath: path].map(SettingValue.integer)
    }
  }

  static func flag(_ name: String, _ path: Path<Bool?>) -> StudyKey {
    StudyKey(name, .flag) {
      $1[keyPath: path] = try $0.flag()
    } write: {
      $0[keyPath: path].map(SettingValue.flag)
    }
  }

  /// What is off unless it is said.
  static func flag(_ name: String, _ path: Path<Bool>) -> StudyKey {
    StudyKey(name, .flag) {
      $1[keyPath: path] = try $0.flag()
    } write: {
      $0[keyPath: path] ? .flag(true) : nil
    }
  }

  /// Names with the columns that belong to each.
  static func groups(_ name: String, _ path: Path<[StudySpecification.Group]>) -> StudyKey {
    StudyKey(name, .mapping(.list(.text))) { value, study in
      for (name, items) in try value.entries() {
        study[keyPath: path].append(StudySpecification.Group(name: name, items: try items.texts()))
      }
    } write: { study in
      .present(study[keyPath: path].map { ($0.name, .list($0.items.map(SettingValue.text))) })
    }
  }

  /// A mapping with keys of its own.
  static func object(_ name: String, _ parts: [StudyKey]) -> StudyKey {
    StudyKey(name, .object(parts.map { .init($0.name, $0.shape) })) { value, study in
      let fields = try value.fields(parts.map(\.name))
      for part in parts { if let field = fields[part.name] { try part.read(field, &study) } }
    } write: { study in
      .present(parts.map { ($0.name, $0.write(study)) })
    }
  }
}
