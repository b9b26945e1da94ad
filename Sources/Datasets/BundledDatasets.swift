/// A data set that comes with the program: its data, the study that analyses it, and what they mean.
public struct BundledDataset: Sendable {
  /// One file, kept in the program itself.
  public struct File: Sendable {
    /// What a command line calls it.
    public let name: String
    private let content: StaticString
    private let isPacked: Bool

    init(name: String, content: StaticString) {
      self.name = name
      self.content = content
      isPacked = false
    }

    /// A file of many short rows: in the literal `|` ends a row, and line breaks mean nothing.
    init(name: String, packed: StaticString) {
      self.name = name
      content = packed
      isPacked = true
    }

    /// The file's bytes (UTF-8).
    public var bytes: [UInt8] {
      content.withUTF8Buffer { stored in
        guard isPacked else { return Array(stored) }
        return stored.compactMap { byte in
          byte == UInt8(ascii: "\n") ? nil : byte == UInt8(ascii: "|") ? UInt8(ascii: "\n") : byte
        }
      }
    }
    /// The file's content as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The name of its folder: `webshop`.
  public let name: String
  /// What it is.
  public let title: String
  /// Whose data these are, in a few words.
  public let source: String
  /// Of the data file; `nil` for a collection of several.
  public let rows: Int?
  /// Of the data file; `nil` for a collection of several.
  public let columns: Int?
  /// README, study, data, and the model for data that are simulated; of a collection README and data.
  public let files: [File]

  /// The file of that name: `webshop.csv`.
  public func file(_ name: String) -> File? { files.first { $0.name == name } }
  /// What analyses the data; `nil` for a collection.
  public var study: File? { file("\(name).yaml") }
  /// `nil` for a collection.
  public var data: File? { file("\(name).csv") }
}

/// The data sets that come with the program; the same files stand below `datasets` in the repository.
public enum BundledDatasets {
  /// In the order that `mainspring datasets` lists them.
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
      BundledDataset(
        name: "swiss", title: "Fertility of Swiss provinces about 1888",
        source: "Mosteller & Tukey 1977 (R, GPL-2 or GPL-3)", rows: 47, columns: 6, files: EmbeddedSwiss.files),
      BundledDataset(
        name: "cahps", title: "Patients' experience of health care (CAHPS)",
        source: "Reise, Morizot & Hays 2007 (R package psych, GPL ≥ 2)", rows: 16, columns: 17,
        files: EmbeddedCahps.files),
      BundledDataset(
        name: "holzinger-swineford", title: "Mental abilities of pupils at two schools",
        source: "Holzinger & Swineford 1939 (R package lavaan, GPL ≥ 2)", rows: 301, columns: 15,
        files: EmbeddedHolzingerSwineford.files),
      BundledDataset(
        name: "political-democracy", title: "Industrialisation and political democracy",
        source: "Bollen 1989 (R package lavaan, GPL ≥ 2)", rows: 75, columns: 11,
        files: EmbeddedPoliticalDemocracy.files),
      BundledDataset(
        name: "ecsi", title: "European Customer Satisfaction Index, mobile telephones",
        source: "Tenenhaus, Esposito Vinzi, Chatelin & Lauro 2005 (means and covariances)", rows: 325, columns: 4,
        files: EmbeddedEcsi.files),
      BundledDataset(
        name: "nist", title: "Certified sets of NIST, for `mainspring validate`",
        source: "National Institute of Standards and Technology, SRD 140", rows: nil, columns: nil,
        files: EmbeddedNist.files),
    ]
  }

  /// The dataset of exactly that name.
  public static func named(_ name: String) -> BundledDataset? { all.first { $0.name == name } }
}
