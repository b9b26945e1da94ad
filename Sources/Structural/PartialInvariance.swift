/// A step of invariance that the groups do not bear, with those of its parameters set free that differ most, one after the other, until
/// it holds (Byrne, Shavelson & Muthén 1989, doi:10.1037/0033-2909.105.3.456).
public struct PartialInvariance: Sendable {
  /// One parameter that is given to each group by itself.
  public struct Release: Sendable {
    /// Why it was chosen: the largest of its step.
    public var test: StructuralModel.EqualityTest
    /// The step without it, beside the last model that held; `nil` where nothing is left to test.
    public var after: InvarianceTest
  }

  public var level: InvarianceTest.Level
  /// In the order in which they were set free.
  public var releases: [Release]
  /// The step is not rejected in the end.
  public var holds: Bool
}

/// What comes of the search.
public struct InvarianceSearch: Sendable {
  /// Steps that do not hold as they are.
  public var partial: [PartialInvariance] = []
  /// The last model whose step holds, whole or in part.
  public var accepted: StructuralModel.Fit
  public var level: InvarianceTest.Level
  /// The one in which groups are to be compared: paths and means ask for no more than equal intercepts.
  public var compared: StructuralModel.Fit
}

extension StructuralModel {
  /// p-values below it reject a step.
  static let invarianceLevel = 0.05

  /// Goes through the steps of invariance; where one is rejected, parameters are set free until it is not.
  ///
  /// Of each construct at least two items stay the same in all groups, the first, which is fixed, among them. An item whose loading
  /// differs has its own intercept as well, for an intercept is where such a loading begins. What is set free in one step stays so.
  public func searchingInvariance(_ fit: (StructuralModel) throws -> Fit) rethrows -> InvarianceSearch {
    func fitted(_ level: InvarianceTest.Level, _ released: Set<String>) throws -> Fit {
      var model = self
      model.invariance = level.equal
      model.released = released
      model.hasMeans = true
      return try fit(model)
    }
    func start(_ fit: Fit) -> InvarianceSearch { InvarianceSearch(accepted: fit, level: .configural, compared: fit) }
    var released = self.released
    var search = try start(fitted(.configural, released))
    for level in InvarianceTest.Level.allCases.dropFirst() {
      let base = search.accepted.statistics
      var own = try fitted(level, released)
      var test = InvarianceTest(level, own.statistics, before: base)
      var partial = PartialInvariance(level: level, releases: [], holds: false)
      while let difference = test.difference, difference.pValue < Self.invarianceLevel {
        guard let worst = own.equalityTests.first(where: { Self.mayRelease($0, level, released, own) }) else { break }
        released.insert(worst.name)
        if worst.sign == "=~" { released.insert("\(worst.right) ~ 1") }
        own = try fitted(level, released)
        test = InvarianceTest(level, own.statistics, before: base)
        partial.releases.append(.init(test: worst, after: test))
      }
      partial.holds = test.difference.map { $0.pValue >= Self.invarianceLevel } ?? true
      if !partial.releases.isEmpty || !partial.holds { search.partial.append(partial) }
      guard partial.holds else { break }
      (search.accepted, search.level) = (own, level)
      if level != .strict { search.compared = own }
    }
    return search
  }

  /// It is of the step, and its constructs keep two items that are the same in all groups.
  private static func mayRelease(
    _ test: EqualityTest, _ level: InvarianceTest.Level, _ released: Set<String>, _ fit: Fit
  ) -> Bool {
    func kept(_ construct: String, _ name: (String) -> String) -> Int {
      let items = fit.parameters.filter { $0.group == 0 && $0.sign == "=~" && $0.left == construct }.map(\.right)
      return items.filter { !released.contains(name($0)) }.count
    }
    switch level {
    case .configural: return false
    case .metric: return test.sign == "=~" && kept(test.left) { "\(test.left) =~ \($0)" } > 2
    case .scalar:
      guard test.sign == "~1" else { return false }
      let constructs = fit.parameters.filter { $0.group == 0 && $0.sign == "=~" && $0.right == test.left }.map(\.left)
      return constructs.allSatisfy { kept($0) { "\($0) ~ 1" } > 2 }
    case .strict: return test.sign == "~~"
    }
  }
}
