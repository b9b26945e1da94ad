/// One population with one size of sample.
public struct StudyCell: Sendable, Equatable {
  public var design: StudyDesign
  public var respondents: Int

  public init(_ design: StudyDesign, respondents: Int) {
    self.design = design
    self.respondents = respondents
  }

  /// `graded-normal-0.5-500`.
  public var name: String {
    "\(design.pattern.rawValue)-\(design.items.rawValue)-\(design.rSquared)-\(respondents)"
  }

  public static let sizes = [150, 500, 1000]

  /// Where every share is above .05, drivers correlate at .5, R² is .5 and n is 500.
  public static let reference = StudyCell(StudyDesign(.graded, .normal, rSquared: 0.5), respondents: 500)

  /// Every cell of the study, in the order of its tables.
  public static let all: [StudyCell] = {
    func cells(_ pattern: StudyDesign.Pattern, _ items: StudyDesign.Items, _ rSquared: [Double]) -> [StudyCell] {
      rSquared.flatMap { r in
        sizes.map { StudyCell(StudyDesign(pattern, items, rSquared: r), respondents: $0) }
      }
    }
    return StudyDesign.Items.allCases.flatMap { cells(.graded, $0, [0, 0.1, 0.3, 0.5, 0.8]) }
      + cells(.zero, .likert, [0.3]) + cells(.ties, .likert, [0.3])
  }()
}
