import Platform
public import SurveyFiles

/// How the work is carried out: nothing in it changes a result.
public struct StudyExecution {
  /// Threads to start; `nil`: one for each processor.
  public var jobs: Int?
  /// Who is told what happens; `nil`: nobody.
  public var observer: (any StudyObserver)?

  /// With so many threads; `nil`: as many as there are processors.
  public init(jobs: Int? = nil, observer: (any StudyObserver)? = nil) {
    self.jobs = jobs
    self.observer = observer
  }

  /// The threads to start.
  var threads: Int { Processors.threads(jobs) }

  /// Does the work on a part while the observer is told of finished steps.
  func observing<Result>(
    _ part: SourcePart, steps: Int, _ work: (_ report: @escaping @Sendable (Int) -> Void) throws -> Result
  ) rethrows -> Result {
    guard let counter = observer?.willAnalyse(part, steps: steps) else { return try work { _ in } }
    defer { counter.finish() }
    return try work { counter.report($0) }
  }
}

/// Is told how a study goes on.
public protocol StudyObserver {
  /// The data have been read.
  func didRead(_ report: ImportReport)
  /// The work on a part begins.
  ///
  /// - Parameter steps: how many steps it has; 0 when they are not counted.
  /// - Returns: who is told of finished steps.
  func willAnalyse(_ part: SourcePart, steps: Int) -> any StepCounter
}

/// Is told of the finished steps of one part, by any thread.
public protocol StepCounter: Sendable {
  func report(_ steps: Int)
  func finish()
}
