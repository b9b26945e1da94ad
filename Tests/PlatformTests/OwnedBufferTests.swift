import Platform
import Testing

@Suite("Memory that frees itself")
struct OwnedBufferTests {
  /// Counts how many of its kind have gone.
  private final class Witness {
    let gone: UnsafeMutablePointer<Int>
    init(_ gone: UnsafeMutablePointer<Int>) { self.gone = gone }
    deinit { gone.pointee += 1 }
  }

  @Test func `what a buffer holds goes with it`() {
    var gone = 0
    var counts: [Int] = []
    withUnsafeMutablePointer(to: &gone) { gone in
      do {
        let buffer = OwnedBuffer<Witness>(count: 5) { _ in Witness(gone) }
        counts.append(buffer.count)
        buffer[2] = Witness(gone)
        counts.append(gone.pointee)
      }
    }
    #expect(counts == [5, 1])
    #expect(gone == 6)
  }

  @Test func `subscript, pointer, place, buffer and span are the same memory`() {
    let buffer = OwnedBuffer<Double>([1, 2, 3])
    buffer[1] = 20
    let read = [buffer[0], buffer.pointer[1], (buffer + 2).pointee]
    #expect(read == [1, 20, 3])
    buffer.withSpan { $0[0] = Double($0.count) * 10 }
    let spanned = Array(buffer.values)
    #expect(spanned == [30, 20, 3])
    buffer.update(from: [7, 8], count: 2)
    let updated = Array(buffer.values)
    #expect(updated == [7, 8, 3])
  }
}
