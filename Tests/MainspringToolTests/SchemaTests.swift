import Foundation
import Presentation
import Studies
import TestSupport
import Testing

/// What the program writes and reads fits the schemas that it prints.
///
/// The checker here knows the keywords that the schemas use. `References/schema/validate.py` holds them against Python's jsonschema,
/// schemas and results alike; its output is beside it.
@Suite struct SchemaTests {
  /// A schema with its definitions.
  struct Checker {
    let root: [String: Any]

    init(_ subject: String) throws {
      let result = try Program.run(["schema", subject])
      #expect(result.status == 0 && result.error.isEmpty)
      root = try JSONObject.read(Data(result.output.utf8))
    }

    /// Where a value does not fit, in words; none where it does.
    func faults(_ value: Any, _ schema: [String: Any]? = nil, at place: String = "$") -> [String] {
      let schema = schema ?? root
      var faults: [String] = []
      if let reference = schema["$ref"] as? String {
        let name = String(reference.split(separator: "/").last!)
        let definition = (root["$defs"] as? [String: [String: Any]])?[name]
        faults += definition.map { self.faults(value, $0, at: place) } ?? ["\(place): no \(reference)"]
      }
      if let type = schema["type"] {
        let types = type as? [String] ?? [type as! String]
        if !types.contains(where: { Self.isOf($0, value) }) { faults.append("\(place): \(value) is no \(types)") }
      }
      if let words = schema["enum"] as? [Any], !words.contains(where: { ($0 as? NSObject)?.isEqual(value) ?? false }) {
        faults.append("\(place): \(value) is none of the words")
      }
      if let constant = schema["const"] as? NSObject, !constant.isEqual(value) {
        faults.append("\(place): not \(constant)")
      }
      if let list = value as? [Any] {
        if let items = schema["items"] as? [String: Any] {
          for (index, element) in list.enumerated() { faults += self.faults(element, items, at: "\(place)[\(index)]") }
        }
        if let most = schema["maxItems"] as? Int, list.count > most { faults.append("\(place): too many") }
        if let least = schema["minItems"] as? Int, list.count < least { faults.append("\(place): too few") }
      }
      if let object = value as? [String: Any] { faults += self.faults(of: object, schema, at: place) }
      if let any = schema["anyOf"] as? [[String: Any]], !any.contains(where: { self.faults(value, $0).isEmpty }) {
        faults.append("\(place): \(value) fits none")
      }
      for part in schema["allOf"] as? [[String: Any]] ?? [] { faults += self.faults(value, part, at: place) }
      if let condition = schema["if"] as? [String: Any], let then = schema["then"] as? [String: Any],
        self.faults(value, condition).isEmpty
      {
        faults += self.faults(value, then, at: place)
      }
      return faults
    }

    private func faults(of object: [String: Any], _ schema: [String: Any], at place: String) -> [String] {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      var faults: [String] = []
      for (key, value) in object {
        if let own = properties[key] {
          faults += self.faults(value, own, at: "\(place).\(key)")
        } else if let others = schema["additionalProperties"] as? [String: Any] {
          faults += self.faults(value, others, at: "\(place).\(key)")
        } else if schema["additionalProperties"] as? Bool == false {
          faults.append("\(place): no key \(key)")
        }
      }
      for name in schema["required"] as? [String] ?? [] where object[name] == nil {
        faults.append("\(place): \(name) is missing")
      }
      return faults
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
      let number = value as? NSNumber
      let isFlag = number.map { isTruthValue($0) } ?? false
      switch type {
      case "null": return value is NSNull
      case "string": return value is String
      case "boolean": return isFlag
      case "number": return number != nil && !isFlag
      case "integer": return number != nil && !isFlag && number!.doubleValue == number!.doubleValue.rounded()
      case "array": return value is [Any]
      case "object": return value is [String: Any]
      default: return false
      }
    }

    /// Whether JSON said true or false: NSNumber keeps both.
    private static func isTruthValue(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
  }

  static let commands: [[String]] = [
    [
      "drivers", "webshop", "--bootstrap", "60", "--diagnostics", "--block", "product=product_quality", "--methods",
      "all",
    ],
    ["drivers", "webshop", "--by", "segment", "--bootstrap", "0"], ["drivers", "cahps", "--bootstrap", "0"],
    ["ipa", "webshop", "--bootstrap", "60", "--crosshair", "70,0.2"],
    ["ipa", "webshop", "--by", "segment", "--bootstrap", "60"],
    ["describe", "webshop", "--by", "segment"], ["correlate", "webshop", "--method", "polychoric", "--bootstrap", "0"],
    ["factor", "webshop", "--parallel", "40", "--by", "segment", "--bootstrap", "40"],
    ["reliability", "webshop", "--bootstrap", "60"], ["validate"], ["datasets"], ["datasets", "webshop"], ["explain"],
    ["explain", "lmg"],
    ["drivers", "webshop", "--bootstrap", "60", "--seed", "18446744073709551615", "--table", "importance"],
  ]

  @Test("results fit the schema of output", arguments: SchemaTests.commands) func results(_ command: [String]) throws {
    let checker = try Checker("output")
    let result = try Program.run(command + ["--format", "json"] + (command[0] == "explain" ? [] : ["--quiet"]))
    #expect(result.status == 0, "\(result.error)")
    let object = try JSONObject.read(Data(result.output.utf8))
    #expect(checker.faults(object) == [])
    // The checker sees what is wrong.
    var wrong = object
    wrong["command"] = "divers"
    #expect(!checker.faults(wrong).isEmpty)
    wrong = object
    wrong["tables"] = ["nonsense": [[String: Any]]()]
    #expect(!checker.faults(wrong).isEmpty)
  }

  @Test("a model's survey fits the schema of output") func simulated() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["datasets", "webshop", "--copy", "w", "--quiet"], directory: folder.url).status == 0)
    let result = try Program.run(["simulate", "w/model.yaml", "--format", "json"], directory: folder.url)
    #expect(try Checker("output").faults(JSONObject.read(Data(result.output.utf8))) == [])
  }

  @Test("both schemas are of the draft they name, and the same each time", arguments: ["output", "study"])
  func documents(_ subject: String) throws {
    let text = try Program.run(["schema", subject]).output
    let folder = try TemporaryFolder()
    #expect(try Program.run(["schema", subject, "--output", "s.json"], directory: folder.url).status == 0)
    #expect(try folder.text("s.json") == text)
    let schema = try JSONObject.read(Data(text.utf8))
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  @Test("every table and column of the contract is in the schema of output") func tables() throws {
    let definitions = try #require(try Checker("output").root["$defs"] as? [String: [String: Any]])
    for table in TableContract.all {
      let tables = try #require(definitions[table.verb]?["properties"] as? [String: [String: Any]])
      let items = try #require(tables[table.name]?["items"] as? [String: Any])
      let columns = try #require(items["properties"] as? [String: Any])
      // Of a table that compares groups they are its own columns.
      let ofGroups: Set = ["by", "group", "group_label"]
      #expect(Set(columns.keys).subtracting(ofGroups) == Set(table.columns.map(\.name)).subtracting(ofGroups))
      #expect(items["required"] as? [String] == table.columns.map(\.name))
    }
  }

  @Test("every key of a study is in the schema of studies, with its words") func keys() throws {
    let properties = try #require(try Checker("study").root["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(StudyKeys.ofStudy.map(\.name)))
    for (name, schema) in properties {
      #expect((schema["description"] as? String)?.isEmpty == false)
      // A key whose shape nobody said would be let through whatever it holds.
      #expect(schema["anyOf"] != nil, "\(name) has no shape")
    }
  }
}
