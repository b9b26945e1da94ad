/// What the system would still give this process.
package enum MemoryRoom {
  /// Bytes of address space the process is held to (`ulimit -v`); `nil` without a limit.
  package static var limit: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt(Int.max) else {
      return nil
    }
    return Int(limit.rlim_cur)
  }

  /// Whether so many blocks of so many bytes can be had at once. They are asked for and given back untouched, which takes
  /// microseconds.
  package static func holds(blocks: Int, ofBytes size: Int) -> Bool {
    var held: [UnsafeMutableRawPointer] = []
    defer { for block in held { munmap(block, size) } }
    for _ in 0..<blocks {
      guard let block = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), block != MAP_FAILED
      else { return false }
      held.append(block)
    }
    return true
  }
}
