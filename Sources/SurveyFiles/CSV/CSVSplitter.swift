import Platform
import Survey

/// Cuts the input into blocks of whole records.
///
/// A block ends behind the line break of a record that is not blank, so blank lines at the end of a block are blank
/// lines at the end of the input. Where records end depends on the quotes before, so blocks are cut in order; that costs
/// little beside parsing them, which the workers do at the same time.
final class CSVSplitter {
  /// Bytes read but not handed out yet, from `start` on. The bytes before `start` are still those of the input.
  private var pending: [UInt8]
  private var pendingStart: Int
  private let source: ByteSource
  private let separator: UInt8
  private let blockSize: Int
  private let recordLimit: Int
  private(set) var isAtEnd = false
  /// The last block ends within a record that is longer than the limit.
  private(set) var wasCut = false

  /// - Parameters:
  ///   - pending: what has been read of `source` already.
  ///   - start: where in `pending` the first record begins.
  ///   - blockSize: bytes per block; a longer record has a longer block.
  ///   - recordLimit: the longest record in bytes. A quote that is never closed is found after so many.
  init(
    source: ByteSource, pending: [UInt8], start: Int, separator: UInt8, blockSize: Int,
    recordLimit: Int
  ) {
    self.source = source
    self.pending = pending
    pendingStart = start
    self.separator = separator
    self.blockSize = max(blockSize, 1)
    self.recordLimit = recordLimit
  }

  /// Puts the next block into `buffer`; returns its length, 0 at the end of the input.
  ///
  /// Behind the block stand at least `CSVBuffer.padding` bytes that may be read and mean nothing.
  func next(into buffer: CSVBuffer) throws -> Int {
    if isAtEnd { return 0 }
    var filled = 0
    var wanted = blockSize
    while true {
      buffer.reserve(wanted)
      filled += try fill(buffer.base + filled, wanted - filled)
      if filled < wanted {
        isAtEnd = true
        // The last record may lack its line break: the parser need not know.
        if filled > 0, !CSVByte.isLineBreak(buffer.base[filled - 1]) {
          buffer.base[filled] = CSVByte.lineFeed
          filled += 1
        }
        return filled
      }
      let cut = lastRecordEnd(buffer.base, filled)
      if cut > 0 {
        giveBack(UnsafeBufferPointer(start: buffer.base + cut, count: filled - cut))
        return cut
      }
      if filled >= recordLimit {
        // Handed over as it is: mostly the parser finds a quote that is never closed.
        isAtEnd = true
        wasCut = true
        return filled
      }
      wanted = min(max(wanted * 2, 4096), max(recordLimit, wanted + 1))
    }
  }

  private func fill(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws -> Int {
    let known = min(count, pending.count - pendingStart)
    if known > 0 {
      pending.withUnsafeBufferPointer {
        target.update(from: $0.baseAddress! + pendingStart, count: known)
      }
      pendingStart += known
    }
    guard known < count else { return known }
    let rest = UnsafeMutableRawBufferPointer(start: target + known, count: count - known)
    let got = try source.read(into: rest)
    // From here on `pending` is no longer what stands before the next byte.
    pending.removeAll(keepingCapacity: true)
    pendingStart = 0
    return known + got
  }

  private func giveBack(_ tail: UnsafeBufferPointer<UInt8>) {
    if pendingStart >= tail.count {
      pendingStart -= tail.count
    } else {
      pending.replaceSubrange(0..<pendingStart, with: tail)
      pendingStart = 0
    }
  }

  // MARK: - Where the last record ends

  /// The length of the longest prefix that ends with the line break of a record that is not blank, or 0.
  private func lastRecordEnd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if memchr(base, Int32(CSVByte.quote), count) == nil {
      return lastUnquotedRecordEnd(base, count)
    }
    // Quotes decide what a line break means. Jump from quote to quote to near the end, then go byte by byte; only if no
    // record ends there, begin again at the front.
    let near = max(0, count - 4096)
    var state = CSVQuoteState(separator: separator)
    state.jump(base, to: near)
    let cut = state.lastRecordEnd(base, from: near, to: count)
    if cut > 0 || near == 0 { return cut }
    var fromFront = CSVQuoteState(separator: separator)
    return fromFront.lastRecordEnd(base, from: 0, to: count)
  }

  private func lastUnquotedRecordEnd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var i = count - 1
    // A CR at the very end may be the first half of CRLF.
    if base[i] == CSVByte.carriageReturn { i -= 1 }
    while i > 0 {
      if CSVByte.isLineBreak(base[i]), !CSVByte.isLineBreak(base[i - 1]) {
        let isPair =
          base[i] == CSVByte.carriageReturn && i + 1 < count && base[i + 1] == CSVByte.lineFeed
        return isPair ? i + 2 : i + 1
      }
      i -= 1
    }
    return 0
  }
}

/// Whether a position lies within quotes, by the rules of `CSVField`.
private struct CSVQuoteState {
  let separator: UInt8
  var isInside = false
  /// Where the last quote was closed: a quote right behind it opens again (a doubled quote).
  var lastClosed = -2

  @inline(__always)
  mutating func meetQuote(_ base: UnsafePointer<UInt8>, at i: Int) {
    if isInside {
      isInside = false
      lastClosed = i
    } else if i == 0 || lastClosed == i - 1 || base[i - 1] == separator
      || CSVByte.isLineBreak(base[i - 1])
    {
      isInside = true
    }
  }

  /// Moves from the beginning to `limit`, eight bytes at a time.
  ///
  /// Where every quote that would open stands where one may, inside and outside alternate from quote to quote, and all
  /// eight bytes are settled at once; elsewhere quote by quote.
  mutating func jump(_ base: UnsafePointer<UInt8>, to limit: Int) {
    let raw = UnsafeRawPointer(base)
    // The byte before the first one is a beginning, as a line break is.
    var before = UInt64(CSVByte.lineFeed)
    var i = 0
    while i + 8 <= limit {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      let quotes = Self.positions(of: CSVByte.quote, in: word)
      if quotes != 0 {
        let previous = word &<< 8 | before
        let starts =
          Self.positions(of: separator, in: previous) | Self.positions(of: CSVByte.lineFeed, in: previous)
          | Self.positions(of: CSVByte.carriageReturn, in: previous)
        // Of each byte whether the quotes up to it, itself included, are odd in number.
        var odd = quotes
        odd ^= odd &<< 8
        odd ^= odd &<< 16
        odd ^= odd &<< 32
        let inside = isInside ? ~odd & Self.highBits : odd
        let opening = quotes & inside
        let closing = quotes & ~inside
        let justClosed = closing &<< 8 | (lastClosed == i - 1 ? 0x80 : 0)
        if opening & ~(starts | justClosed) == 0 {
          isInside = inside >> 63 != 0
          if closing != 0 { lastClosed = i + (63 - closing.leadingZeroBitCount) >> 3 }
        } else {
          var hits = quotes
          while hits != 0 {
            meetQuote(base, at: i + hits.trailingZeroBitCount >> 3)
            hits &= hits &- 1
          }
        }
      }
      before = word &>> 56
      i += 8
    }
    while i < limit {
      if base[i] == CSVByte.quote { meetQuote(base, at: i) }
      i += 1
    }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte of the word that equals `byte`; exact, no false positives.
  @inline(__always)
  private static func positions(of byte: UInt8, in word: UInt64) -> UInt64 {
    let low = 0x7F7F_7F7F_7F7F_7F7F as UInt64
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// As `CSVSplitter.lastRecordEnd`, for a record that ends at or after `from`.
  mutating func lastRecordEnd(_ base: UnsafePointer<UInt8>, from: Int, to count: Int) -> Int {
    var cut = 0
    for i in from..<count {
      let byte = base[i]
      if byte == CSVByte.quote {
        meetQuote(base, at: i)
      } else if !isInside, CSVByte.isLineBreak(byte), i > 0, !CSVByte.isLineBreak(base[i - 1]) {
        if byte == CSVByte.lineFeed {
          cut = i + 1
        } else if i + 1 < count {
          cut = base[i + 1] == CSVByte.lineFeed ? i + 2 : i + 1
        }
      }
    }
    return cut
  }
}

/// A growing piece of memory for one block, with readable bytes behind it.
final class CSVBuffer {
  static let padding = 64
  private var memory = OwnedBuffer<UInt8>(repeating: 0, count: padding)
  private(set) var capacity = 0
  var base: UnsafeMutablePointer<UInt8> { memory.pointer }

  func reserve(_ count: Int) {
    guard count > capacity else { return }
    let larger = OwnedBuffer<UInt8>(count: count + Self.padding)
    larger.update(from: memory.pointer, count: capacity)
    (larger + capacity).initialize(repeating: 0, count: count - capacity + Self.padding)
    memory = larger
    capacity = count
  }
}
