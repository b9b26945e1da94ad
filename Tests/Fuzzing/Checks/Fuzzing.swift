import Platform

/// What libFuzzer and the tests share: an input goes in, and a sentence comes out when the program is wrong about it.
package enum Fuzzing {
  /// Runs a check on the bytes that libFuzzer hands over and ends the process when it fails.
  package static func run(
    _ check: ([UInt8]) -> String?, _ start: UnsafePointer<UInt8>?, _ count: Int
  ) -> Int32 {
    _ = waitsForThreads
    if let problem = check(Array(UnsafeBufferPointer(start: start, count: count))) {
      let line = Array("\(problem)\n".utf8)
      _ = write(2, line, line.count)
      abort()
    }
    return 0
  }

  /// A thread that a fault has made superfluous ends by itself; what it holds until then is no leak.
  private static let waitsForThreads = atexit { usleep(500_000) } == 0
}
