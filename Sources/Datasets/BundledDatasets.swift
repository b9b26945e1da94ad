/// A data set that comes with the program: its data, the study that analyses it, and what they mean.
public struct BundledDataset: Sendable {
  /// One file, kept in the program itself.
  public struct File: Sendable {
    public let name: String
    let content: StaticString

    init(name: String, content: StaticString) {
      self.name = name
      self.content = content
    }

    /// The file's bytes (UTF-8).
    public var bytes: [UInt8] { content.withUTF8Buffer { Array($0) } }
    public var text: String { content.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
  }

  /// The name of its folder: `webshop`.
  public let name: String
  public let title: String
  /// Whose data these are, in a few words.
  public let source: String
  public let rows: Int
  public let columns: Int
  /// README, study, data, and the model for data that are simulated.
  public let files: [File]

  /// The file of that name: `webshop.csv`.
  public func file(_ name: String) -> File? { files.first { $0.name == name } }
  public var study: File { file("\(name).yaml")! }
  public var data: File { file("\(name).csv")! }
}

/// The data sets that come with the program; the same files stand below `datasets` in the repository.
public enum BundledDatasets {
  public static var all: [BundledDataset] {
    [
      BundledDataset(
        name: "webshop", title: "Webshop customer satisfaction", source: "simulated from a stated model",
        rows: 1200, columns: 33, files: EmbeddedWebshop.files),
      BundledDataset(
        name: "customer-satisfaction", title: "Satisfaction of Yellow Pages advertisers",
        source: "Rossi, Gilula & Allenby 2001 (R package bayesm, GPL ≥ 2)", rows: 1811, columns: 10,
        files: EmbeddedCustomerSatisfaction.files),
      BundledDataset(
        name: "attitude", title: "How employees rate their supervisors",
        source: "Chatterjee & Price 1977 (R, GPL-2 or GPL-3)", rows: 30, columns: 7, files: EmbeddedAttitude.files),
    ]
  }

  public static func named(_ name: String) -> BundledDataset? { all.first { $0.name == name } }
}
