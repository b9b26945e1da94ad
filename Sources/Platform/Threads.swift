/// A few threads for one piece of work: started, joined, gone. Plain pthreads start in some 30 µs, and nothing else is
/// loaded for them.
package enum Threads {
  /// Calls `work` on `jobs` threads, the calling one (which gets `true`) included, and returns when all have returned.
  /// A thread that the system refuses is done without, and so are those beyond `Processors.mostThreads`: the others take
  /// their share.
  package static func run(jobs: Int, _ work: @escaping @Sendable (_ isCaller: Bool) -> Void) {
    var handles: [pthread_t] = []
    for _ in 0..<max(0, min(jobs, Processors.mostThreads) - 1) {
      let box = Unmanaged.passRetained(Box(work))
      var handle = pthread_t()
      let status = pthread_create(
        &handle, nil,
        { argument in
          Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().work(false)
          return nil
        }, box.toOpaque())
      guard status == 0 else {
        box.release()
        break
      }
      handles.append(handle)
    }
    work(true)
    for handle in handles { pthread_join(handle, nil) }
  }

  private final class Box: Sendable {
    let work: @Sendable (Bool) -> Void
    init(_ work: @escaping @Sendable (Bool) -> Void) { self.work = work }
  }
}
