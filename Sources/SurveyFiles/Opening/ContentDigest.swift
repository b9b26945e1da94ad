/// XXH64 (seed 0) of a stream of bytes, so that a result can say which input it is from.
///
/// Not cryptographic: it tells files apart, it does not prove who made them. `xxhsum -H64 FILE` prints the same digits.
/// It depends on the bytes alone, never on how they arrive. Source: Y. Collet, xxHash, `doc/xxhash_spec.md`, version 0.2.0.
package struct ContentDigest: Sendable {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var lanes = SIMD4<UInt64>(
    ContentDigest.prime1 &+ ContentDigest.prime2, ContentDigest.prime2, 0, 0 &- ContentDigest.prime1
  )
  /// The bytes after the last whole stripe of 32; at most 31 between calls.
  private var remainder: [UInt8] = []
  private var length: UInt64 = 0

  package init() { remainder.reserveCapacity(32) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var position = 0
    if !remainder.isEmpty {
      position = min(32 - remainder.count, bytes.count)
      remainder.append(contentsOf: bytes[0..<position])
      guard remainder.count == 32 else { return }
      remainder.withUnsafeBytes { lanes = Self.stripes($0, lanes) }
      remainder.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - position) & ~31
    lanes = Self.stripes(
      UnsafeRawBufferPointer(rebasing: bytes[position..<position + whole]), lanes)
    remainder.append(contentsOf: bytes[(position + whole)...])
  }

  /// The digest of all bytes so far.
  package var value: UInt64 {
    var hash: UInt64
    if length >= 32 {
      hash =
        rotate(lanes[0], 1) &+ rotate(lanes[1], 7) &+ rotate(lanes[2], 12) &+ rotate(lanes[3], 18)
      for lane in 0..<4 { hash = (hash ^ Self.round(0, lanes[lane])) &* Self.prime1 &+ Self.prime4 }
    } else {
      hash = Self.prime5
    }
    hash &+= length
    remainder.withUnsafeBytes { rest in
      var position = 0
      while position + 8 <= rest.count {
        let word = UInt64(
          littleEndian: rest.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        hash = rotate(hash ^ Self.round(0, word), 27) &* Self.prime1 &+ Self.prime4
        position += 8
      }
      if position + 4 <= rest.count {
        let word = UInt32(
          littleEndian: rest.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        hash = rotate(hash ^ (UInt64(word) &* Self.prime1), 23) &* Self.prime2 &+ Self.prime3
        position += 4
      }
      while position < rest.count {
        hash = rotate(hash ^ (UInt64(rest[position]) &* Self.prime5), 11) &* Self.prime1
        position += 1
      }
    }
    hash = (hash ^ (hash >> 33)) &* Self.prime2
    hash = (hash ^ (hash >> 29)) &* Self.prime3
    return hash ^ (hash >> 32)
  }

  /// `xxh64:` and sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return "xxh64:" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func stripes(_ bytes: UnsafeRawBufferPointer, _ start: SIMD4<UInt64>) -> SIMD4<
    UInt64
  > {
    var (a, b, c, d) = (start[0], start[1], start[2], start[3])
    var position = 0
    while position < bytes.count {
      a = round(
        a, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      b = round(
        b, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)))
      c = round(
        c, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self))
      )
      d = round(
        d, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self))
      )
      position += 32
    }
    return SIMD4(a, b, c, d)
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }
}

@inline(__always)
private func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
  word &<< bits | word &>> (64 &- bits)
}

extension ContentDigest {
  /// The digest of these bytes.
  package static func of(_ bytes: [UInt8]) -> String {
    var digest = ContentDigest()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.text
  }

  /// The digest of a file's bytes.
  ///
  /// Throws `FileFault.noSuchFile`, `.unreadableFile`.
  package static func of(path: String) throws -> String {
    let source = try ByteSource(path: path)
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while try block.withUnsafeMutableBytes({ try source.read(into: $0) }) == block.count {}
    return source.digest
  }
}
