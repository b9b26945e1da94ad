public import Datasets
import Platform
import Survey

extension Study {
  /// The study of a source: a study file, a data file, a file of moments or correlations, `-` for CSV on standard input, or the
  /// name of a bundled set. A file comes first if there is one of that name, but not a folder into which bundled data were
  /// copied.
  ///
  /// Throws `DataFault.request` for a collection of several sets, `.missingRole` for a study that names no data, and what
  /// `StudyFile.read` throws. Whether data are there is seen when they are read.
  public init(path: String) throws {
    if path != "-", !PathStatus.exists(path) || PathStatus.isFolder(path), let bundled = BundledDatasets.named(path) {
      self = try Study(bundled)
    } else if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      self = try StudyFile.read(path: path)
      guard source != nil else {
        throw DataFault.missingRole(role: "data file", suggestion: "Add a line 'data: survey.csv' to \(path).")
      }
    } else {
      self.init(source: .path(path))
    }
  }

  /// The study of a source whose data a file of moments, a matrix or a table of sums stands in for; `-` is standard input.
  ///
  /// Throws as `init(path:)`, but takes a study that names no data.
  public init(path: String, moments: String) throws {
    self = try Study(describing: path)
    source = .path(moments)
    settings.takesMoments = true
  }

  /// What a study file or a bundled set says, or the study of a data file, whether or not it names data.
  public init(describing path: String) throws {
    let isStudy = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    self = isStudy && PathStatus.exists(path) ? try StudyFile.read(path: path) : try Study(path: path)
  }

  /// The study of a bundled set.
  public init(_ bundled: BundledDataset) throws {
    guard let text = bundled.study?.text, let data = bundled.data else {
      throw DataFault.request(
        problem: "'\(bundled.name)' is a collection of several sets, which no one study analyses",
        suggestion:
          "Copy its files (`mainspring datasets \(bundled.name)` with \(setting: .copy, "FOLDER")) and name one of them."
      )
    }
    self = try StudyFile.parse(text, file: "\(bundled.name).yaml")
    specification.data = nil
    source = .bytes(data.bytes, name: "\(bundled.name).csv")
  }

  /// The file that is read, or `-`; `nil` for data in memory.
  public var sourcePath: String? {
    guard case .path(let path) = source else { return nil }
    return path
  }

  /// The data file that a study file names; `nil` where none is named.
  public var dataPath: String? {
    guard case .path(let path) = source, file != nil else { return nil }
    return path
  }
}
