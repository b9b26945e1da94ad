public import Survey

/// Reads a survey of one format, once: into memory, or block by block. Opening it reads what comes before the answers, so
/// that columns can be chosen.
public protocol SurveyReader: AnyObject {
  /// The columns in the order of the file.
  var names: [String] { get }
  /// What the file says of each column besides its answers, in the same order.
  var schema: [VariableDetails] { get }
  /// What was recognised, and after reading what was found.
  var report: ImportReport { get }

  /// All rows.
  ///
  /// - Throws: `DataFault`, with the column, the row and the value of what cannot be read.
  func rows(_ request: ReadingRequest) throws -> Dataset

  /// The rows as a stream of blocks, in constant memory; what cannot be read is thrown by the stream.
  func stream(_ request: ReadingRequest) -> any RowSource
}

extension SurveyReader {
  /// The digest of the input; known when everything is read.
  public var digest: String? { report.digest }
}

/// Which columns are read, and how.
public struct ReadingRequest: Sendable {
  /// The columns to keep, in the order of the file; `nil` keeps all.
  public var columns: Set<String>?
  /// Which answers mean that there is none.
  public var missing: MissingRules
  /// Columns whose values are names of categories, whatever they look like.
  public var categorical: Set<String>
  /// Threads; 0 takes as many as there are cores. No result depends on it.
  public var jobs: Int

  public init(
    columns: Set<String>? = nil, missing: MissingRules = MissingRules(), categorical: Set<String> = [], jobs: Int = 0
  ) {
    self.columns = columns
    self.missing = missing
    self.categorical = categorical
    self.jobs = jobs
  }
}

/// A reader whose input can be read ahead and held: only the rows of a text tell a published matrix from a survey.
package protocol HoldingReader: SurveyReader {
  /// All bytes of an input of at most `limit`, read ahead without spending the reader; `nil` for a larger one.
  func wholeInput(upTo limit: Int) throws -> [UInt8]?
  /// Their digest, or that of the file that they were made of; known once all are read ahead.
  var heldDigest: String? { get }
  /// The same of an input that is no longer than a square matrix of its columns can be.
  func wholeMatrix() throws -> [UInt8]?
}

extension CSVReader: HoldingReader {
  /// Question texts alone: a text says no more.
  public var schema: [VariableDetails] { names.indices.map(details) }

  /// Reads all rows.
  public func rows(_ request: ReadingRequest) throws -> Dataset {
    try read(
      columns: request.columns, missing: request.missing, categorical: request.categorical, jobs: request.jobs)
  }

  /// Reads rows block by block.
  public func stream(_ request: ReadingRequest) -> any RowSource {
    rows(
      columns: request.columns, missing: request.missing, categorical: request.categorical, jobs: request.jobs)
  }

  package func wholeInput(upTo limit: Int) throws -> [UInt8]? { try wholeInput(upTo: limit, lines: .max) }
  package var heldDigest: String? { sourceDigest }
}
