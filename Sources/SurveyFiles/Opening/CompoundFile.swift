import Survey

/// The names in a compound file, the container of old Office documents and of encrypted new ones.
///
/// Microsoft, *[MS-CFB]: Compound File Binary File Format*: a header, sectors of equal size, tables that chain them, and a
/// directory of entries of 128 bytes whose names are UTF-16. Whatever does not fit ends the reading.
struct CompoundFile {
  /// Of the entries of the directory.
  private(set) var names: [String] = []

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Sectors of a directory that are looked at.
  private static let mostSectors = 256

  init(_ bytes: StatisticalBytes) {
    guard let header = bytes.read(at: 0, count: 512) else { return }
    let sectorSize = header[30] == 12 ? 4096 : 512
    func number(_ bytes: [UInt8], at place: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    func sector(_ index: Int) -> [UInt8]? { bytes.read(at: (index + 1) * sectorSize, count: sectorSize) }
    var next = number(header, at: 48)
    for _ in 0..<Self.mostSectors {
      guard let directory = sector(next) else { return }
      for start in stride(from: 0, to: sectorSize, by: 128) {
        let length = Int(directory[start + 64]) | Int(directory[start + 65]) << 8
        guard directory[start + 66] != 0, 2...64 ~= length else { continue }
        let units = stride(from: start, to: start + length - 2, by: 2).map {
          UInt16(directory[$0]) | UInt16(directory[$0 + 1]) << 8
        }
        names.append(String(decoding: units, as: UTF16.self))
      }
      // The sector after this one stands in a table, whose sectors the header lists; the first 109 do for 7 MB and more.
      let perTable = sectorSize / 4
      guard next / perTable < 109, let table = sector(number(header, at: 76 + 4 * (next / perTable))) else { return }
      next = number(table, at: 4 * (next % perTable))
    }
  }

  /// What it is, and what to do.
  var title: (name: String, advice: String) {
    let save = "Open it in a spreadsheet program and save it as .xlsx, or the sheet as CSV UTF-8"
    if names.contains("EncryptedPackage") {
      return (
        "encrypted with a password, as new Excel workbooks (.xlsx) can be",
        "Open it in a spreadsheet program with its password and save it without one, or the sheet as CSV UTF-8"
      )
    }
    if names.contains("Workbook") || names.contains("Book") { return ("an old Excel workbook (.xls)", save) }
    if names.contains("WordDocument") {
      return ("an old Word document (.doc)", "Copy its table into a spreadsheet program and save that as CSV UTF-8")
    }
    if names.contains("PowerPoint Document") {
      return (
        "an old PowerPoint presentation (.ppt)", "Copy its table into a spreadsheet program and save that as CSV UTF-8"
      )
    }
    if names.isEmpty { return ("an old Office document that is cut short or damaged", "Copy or export it again") }
    return (
      "a compound file, as old Office documents are, and none of Excel", "Export the data from their program as CSV"
    )
  }
}
