import Foundation
import Survey
import SurveyFiles
import TestSupport

/// A file among the fixtures of this target.
func fixture(_ name: String) -> String {
  PackageFiles.root.appending(path: "Tests/SurveyFilesTests/Fixtures/\(name)").path
}

extension Variable {
  /// Each value as text, `nil` where it is missing.
  var texts: [String?] {
    switch values {
    case .int8(let values): values.map { MissingValue.reason($0) == nil ? "\($0)" : nil }
    case .int16(let values): values.map { MissingValue.reason($0) == nil ? "\($0)" : nil }
    case .double(let values): values.map { MissingValue.reason($0) == nil ? "\($0)" : nil }
    case .text(let codes, let names): codes.map { $0 < 0 ? nil : names[Int($0)] }
    }
  }
}
