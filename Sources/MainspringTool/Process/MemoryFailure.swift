import CAllocation
import Platform
import Rendering

/// What happens when the system has no memory left: half-written files go, and a sentence says so. Status 65: the data, or
/// what is asked of them, are too large for this machine.
enum MemoryFailure {
  static func install() {
    // Each thread would set aside address space of its own, which is what a limit counts.
    if MemoryRoom.limit != nil { allocation_use_one_arena() }
    allocation_set_failure_handler { bytes in
      AtomicFile.removeTemporaries()
      MemoryFailure.tell(bytes)
      _exit(65)
    }
  }

  /// Writes the sentence from a buffer on the stack: nothing can be allocated any more.
  private static func tell(_ bytes: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 400) { text in
      var count = 0
      func append(_ words: StaticString) {
        for i in 0..<words.utf8CodeUnitCount {
          text[count] = words.utf8Start[i]
          count += 1
        }
      }
      func append(_ number: Int) {
        var power = 1
        while number / power >= 10 { power *= 10 }
        while power > 0 {
          text[count] = UInt8(48 + number / power % 10)
          count += 1
          power /= 10
        }
      }
      append("mainspring: there is not enough memory: ")
      append(max(1, bytes >> 20))
      append(" MB more could not be had")
      if let limit = MemoryRoom.limit {
        append("; the process is held to ")
        append(limit >> 20)
        append(" MB (ulimit -v)")
      }
      append(". Select fewer columns, or analyse the data on a larger machine.\n")
      _ = write(STDERR_FILENO, text.baseAddress!, count)
    }
  }
}
