import Synchronization

/// Numbered tasks shared out among threads; each writes its own result, so the order of work does not matter.
package enum TaskSharing {
  package static func run<Workspace>(
    tasks: Int, jobs: Int, makeWorkspace: @escaping @Sendable () -> Workspace,
    body: @escaping @Sendable (inout Workspace, Int) -> Void
  ) {
    let counter = Counter()
    Threads.run(jobs: min(jobs, tasks)) { _ in
      var task = counter.next()
      guard task < tasks else { return }
      var workspace = makeWorkspace()
      while task < tasks {
        body(&workspace, task)
        task = counter.next()
      }
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
  }
}
