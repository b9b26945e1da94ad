import Platform
import Survey

/// Reads, cuts and parses the input on several threads and hands the blocks over in the order of the file.
///
/// Workers take turns at cutting the next block off the input and parse it while the next worker cuts. The caller's
/// thread takes parsed blocks in order. At most `depth` blocks are under way, so memory does not grow with the input.
final class CSVPipeline: @unchecked Sendable {
  private let splitter: CSVSplitter
  private let plan: CSVPlan
  private let depth: Int

  // Guarded by `cutting`: the splitter and `cutCount`.
  private let cutting = Lock()
  private var cutCount = 0
  // Guarded by `exchange`: everything below.
  private let exchange = Lock()
  private let arrived = Condition()
  private let hasRoom = Condition()
  private var slots: [CSVBlock?]
  private var takenCount = 0
  private var isStopped = false
  private var blockTotal: Int?

  private init(splitter: CSVSplitter, plan: CSVPlan, jobs: Int) {
    self.splitter = splitter
    self.plan = plan
    depth = jobs * 2 + 2
    slots = Array(repeating: nil, count: depth)
  }

  /// Calls `body` with every block in order, on this thread; a fault is handed over as the last block.
  static func run(
    splitter: CSVSplitter, plan: CSVPlan, jobs: Int, _ body: (CSVBlock) throws -> Void
  ) throws {
    let pipeline = CSVPipeline(splitter: splitter, plan: plan, jobs: jobs)
    // With fewer threads than asked for, even with none beside this one, the work takes longer and is the same.
    if jobs <= 1 || !pipeline.startWorkers(jobs) {
      let buffer = CSVBuffer()
      let parser = CSVBlockParser(plan: plan)
      while let block = pipeline.cutAndParse(buffer, parser) {
        try body(block)
        if block.fault != nil { return }
      }
      return
    }
    // A worker that waits for a slow pipe need not be waited for: it finds `isStopped` and ends by itself.
    defer { pipeline.stop() }
    while let block = pipeline.take() {
      try body(block)
      if block.fault != nil { return }
    }
  }

  private func cutAndParse(_ buffer: CSVBuffer, _ parser: CSVBlockParser) -> CSVBlock? {
    do {
      let count = try splitter.next(into: buffer)
      return count == 0 ? nil : parse(buffer, count, isCut: splitter.wasCut, parser)
    } catch {
      return CSVBlock(fault: .reading(error))
    }
  }

  private func parse(_ buffer: CSVBuffer, _ count: Int, isCut: Bool, _ parser: CSVBlockParser)
    -> CSVBlock
  {
    var block = parser.parse(buffer.base, count: count)
    if isCut, block.fault == nil { block.fault = .endlessRecord }
    return block
  }

  // MARK: - The workers' side

  /// - Returns: whether the system has granted a thread.
  private func startWorkers(_ count: Int) -> Bool {
    for i in 0..<count where !startWorker() { return i > 0 }
    return true
  }

  private func startWorker() -> Bool {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<CSVPipeline>.fromOpaque(argument!).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private func work() {
    let buffer = CSVBuffer()
    let parser = CSVBlockParser(plan: plan)
    while true {
      cutting.lock()
      guard waitForRoom() else { return cutting.unlock() }
      var count = 0
      var failure: (any Error)?
      do { count = try splitter.next(into: buffer) } catch { failure = error }
      let isCut = splitter.wasCut
      if count == 0, failure == nil {
        finish(cutCount)
        return cutting.unlock()
      }
      let index = cutCount
      cutCount += 1
      if failure != nil { finish(cutCount) }
      cutting.unlock()
      put(
        failure.map { CSVBlock(fault: .reading($0)) } ?? parse(buffer, count, isCut: isCut, parser),
        at: index)
    }
  }

  /// Waits until fewer than `depth` blocks are under way; false when there is nothing left to do.
  private func waitForRoom() -> Bool {
    exchange.lock()
    defer { exchange.unlock() }
    while !isStopped, blockTotal == nil, cutCount >= takenCount + depth { hasRoom.wait(exchange) }
    return !isStopped && blockTotal == nil
  }

  private func put(_ block: CSVBlock, at index: Int) {
    exchange.lock()
    slots[index % depth] = block
    arrived.signal()
    exchange.unlock()
  }

  private func finish(_ total: Int) {
    exchange.lock()
    blockTotal = total
    arrived.signal()
    hasRoom.signalAll()
    exchange.unlock()
  }

  // MARK: - The caller's side

  private func take() -> CSVBlock? {
    exchange.lock()
    defer { exchange.unlock() }
    let slot = takenCount % depth
    while slots[slot] == nil {
      if let blockTotal, takenCount >= blockTotal { return nil }
      arrived.wait(exchange)
    }
    let block = slots[slot]
    slots[slot] = nil
    takenCount += 1
    hasRoom.signal()
    return block
  }

  private func stop() {
    exchange.lock()
    isStopped = true
    hasRoom.signalAll()
    exchange.unlock()
  }
}

/// A mutual exclusion lock at a fixed address.
private final class Lock {
  private let memory = OwnedBuffer<pthread_mutex_t>(count: 1) { _ in pthread_mutex_t() }
  var handle: UnsafeMutablePointer<pthread_mutex_t> { memory.pointer }
  init() { pthread_mutex_init(handle, nil) }
  deinit { pthread_mutex_destroy(handle) }
  func lock() { pthread_mutex_lock(handle) }
  func unlock() { pthread_mutex_unlock(handle) }
}

private final class Condition {
  private let memory = OwnedBuffer<pthread_cond_t>(count: 1) { _ in pthread_cond_t() }
  private var handle: UnsafeMutablePointer<pthread_cond_t> { memory.pointer }
  init() { pthread_cond_init(handle, nil) }
  deinit { pthread_cond_destroy(handle) }
  func wait(_ lock: Lock) { pthread_cond_wait(handle, lock.handle) }
  func signal() { pthread_cond_signal(handle) }
  func signalAll() { pthread_cond_broadcast(handle) }
}
