public import Survey

/// A survey and what is asked of it: where the data are, which column plays which part, how it is analysed.
///
/// ```swift
/// var study = try Study(path: "webshop.yaml")
/// study.settings.errors = .hc3
/// let result = try study.drivers()
/// ```
///
/// A study is a value. Opening it reads the study file alone; the data are read by what is asked of it.
public struct Study: Sendable, Equatable {
  /// Where the data are.
  public enum Source: Sendable, Equatable {
    /// A file; `-` is CSV on standard input.
    case path(String)
    /// Data in memory; `name` is what messages and results call them.
    case bytes([UInt8], name: String)
  }

  /// `nil` in a study that names no data.
  public var source: Source?
  /// The study file, which places of faults are looked up in.
  var file: String?
  /// What a result calls the source, when that is not the name it is read by.
  var recordedSource: String?
  /// The digest that the data must have, when a result is made again.
  var recordedDigest: String?
  /// What a study says of its data.
  public var specification = StudySpecification()
  /// What a study says of its analyses.
  public var settings = StudySettings()

  /// A study of which nothing is said yet.
  public init(source: Source? = nil) { self.source = source }
}
