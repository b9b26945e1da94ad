/// The machine's processors, and how many threads may share them.
package enum Processors {
  /// Processors that are on.
  package static var count: Int { max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }

  /// Threads above which nothing is gained: four for each processor.
  package static var mostThreads: Int { 4 * count }

  /// The threads to start when `asked` are wanted; `nil` and zero want one for each processor. No result depends on it.
  package static func threads(_ asked: Int?) -> Int {
    guard let asked, asked > 0 else { return count }
    return min(asked, mostThreads)
  }
}
