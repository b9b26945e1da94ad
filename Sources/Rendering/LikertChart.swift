/// Answers on a scale as bars that part at the scale's middle: what is better than it to the right, what is worse to the left.
public struct LikertChart: Sendable, Equatable {
  /// One question.
  public struct Row: Sendable, Equatable {
    /// Before the bar.
    public var label: String
    /// The share of each answer, the worst first; together 1.
    public var shares: [Double]
    /// Written behind the bar, such as `n = 1,187`; empty for nothing.
    public var remark: String
    public init(label: String, shares: [Double], remark: String = "") {
      self.label = label
      self.shares = shares
      self.remark = remark
    }
  }

  /// Above the panel.
  public var title: String
  /// The answers, the worst first.
  public var answers: [String]
  /// From the top.
  public var rows: [Row]

  public init(title: String, answers: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.shares.count == answers.count }, "a share for each answer")
    self.title = title
    self.answers = answers
    self.rows = rows
  }
}
