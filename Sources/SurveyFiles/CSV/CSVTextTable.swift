import Platform
import Survey

/// The different texts of one column in one block, by the order of first appearance.
///
/// Open addressing over the bytes in place: a text becomes a `String` once per block, not once per row.
struct CSVTextTable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var offsets: [Int] = [0]
  private var bytes: [UInt8] = []
  /// What to store for each entry: its category, or a missing reason as `-1 - reason`.
  private var codes: [Int32] = []
  private var entryOfCategory: [Int32] = []

  init(isUsed: Bool) { slots = isUsed ? [Int32](repeating: -1, count: 64) : [] }

  /// What is stored for this text, when it has been met before.
  func code(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let entry = Int(slots[slot])
      if entry < 0 { return nil }
      if hashes[entry] == hash, isEqual(entry, text) { return codes[entry] }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Adds a text that is not there yet: a category, or missing for a reason. Returns what is stored for it.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64, missing: Int?) -> Int32 {
    let code = missing.map { MissingValue.text($0) } ?? Int32(entryOfCategory.count)
    if code >= 0 { entryOfCategory.append(Int32(hashes.count)) }
    add(text, hash: hash, code: code)
    return code
  }

  /// Adds another spelling of what is stored as `code`.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64, code: Int32) {
    if (hashes.count + 1) * 2 > slots.count { grow() }
    place(hash, entry: Int32(hashes.count))
    hashes.append(hash)
    bytes.append(contentsOf: text)
    offsets.append(bytes.count)
    codes.append(code)
  }

  var categories: [String] {
    entryOfCategory.map { entry in
      String(decoding: bytes[offsets[Int(entry)]..<offsets[Int(entry) + 1]], as: UTF8.self)
    }
  }

  mutating func removeAll() {
    if hashes.isEmpty { return }
    for i in slots.indices { slots[i] = -1 }
    hashes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
    bytes.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    entryOfCategory.removeAll(keepingCapacity: true)
  }

  private func isEqual(_ entry: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[entry]
    guard offsets[entry + 1] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { known in
      text.isEmpty || memcmp(known.baseAddress! + start, text.baseAddress!, text.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (entry, hash) in hashes.enumerated() { place(hash, entry: Int32(entry)) }
  }

  private mutating func place(_ hash: UInt64, entry: Int32) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  /// A multiply-and-fold hash, eight bytes at a time; only ever compared within a block.
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    let raw = UnsafeRawBufferPointer(text)
    var i = 0
    while i + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    var rest: UInt64 = 0
    while i < raw.count {
      rest = rest << 8 | UInt64(raw[i])
      i += 1
    }
    return mix(hash ^ rest)
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
