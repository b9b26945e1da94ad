/// A column made of others: `promoter: top2(recommend)`.
///
/// | expression | what it is |
/// |---|---|
/// | `top2(x)`, `bottom3(x)`, also with a scale `top2(x, 0:10)` | 1 for one of the two best (three worst) answers of the scale, else 0 |
/// | `mean(a:d)`, `sum(a,b)`, also `mean(a:d, answered=3)` | over the answered items, at least so many (all, when it is not said) |
/// | `reverse(x)`, also `reverse(x, 1:7)` | lowest + highest − x, by the scale |
/// | `recode(x, 1:2 = low, 3 = middle, else = high)` | a value for numbers, ranges, texts or labels; `1, 4, 5 = low` for several; `else = missing`, `else = keep` |
/// | `standardize(x)`, also `standardize(x, unweighted)` | (x − mean)/standard deviation over all rows with an answer, by the study's weights |
/// | `is(x, 2, 3)` | 1 for one of the values (numbers, texts or labels), else 0 |
/// | `dummies(x)` | its categories, by label: a dummy for each but the reference, all one driver |
/// | `year(d)`, `quarter(d)`, `month(d)`, `week(d)`, also `quarter(d, dmy)` | of a date, as text that sorts in time: `2024-Q1` |
///
/// A missing answer stays missing for its reason. The scale of a column is the one declared; else the one its answers in words were
/// recognised on, or that its labelled numbers span.
public struct DerivedVariable: Sendable, Equatable {
  /// What the column is called.
  public let name: String
  /// The expression as written.
  public let text: String
  let function: Function
  /// Columns (names, ranges or globs) that it is made of.
  public let sources: [String]
  /// Where each of them begins in the text; characters count from 1.
  let places: [Int]

  enum Function: Sendable, Equatable {
    case box(count: Int, isTop: Bool, scale: RatingScale?)
    case mean(answered: Int?)
    case sum(answered: Int?)
    case reverse(RatingScale?)
    case recode([Recoding], rest: Rest)
    case standardize(isWeighted: Bool)
    case isOne([Value])
    case dummies
    case period(DatePeriod, DateOrder?)
  }

  /// A value as written, and where.
  struct Value: Sendable, Equatable {
    var code: MissingCode
    var place: Int
  }

  /// What some answers become.
  struct Recoding: Sendable, Equatable {
    var from: Value
    var value: String
  }

  /// What answers become that no recoding names.
  enum Rest: Sendable, Equatable {
    case refused, missing, kept
    case value(String)
  }

  /// Throws `SyntaxFault.derivation` with the place of what is not understood.
  public init(name: String, _ text: String) throws {
    self.name = name
    self.text = text
    let call = try DerivedCall(name: name, text)
    let columns: [DerivedCall.Argument]
    (function, columns) = try call.read()
    sources = columns.map(\.text)
    places = columns.map(\.place)
  }

  /// Whether its answers are on the scale of what it is made of, and so on the study's.
  var keepsScale: Bool {
    switch function {
    case .mean, .reverse, .recode: true
    case .box, .sum, .standardize, .isOne, .dummies, .period: false
    }
  }

  /// The scale that it has whatever it is made of.
  var ownScale: RatingScale? { if case .box = function { RatingScale(0, 1) } else { nil } }

  /// Whether its values are names of categories, whatever they look like.
  package var isCategorical: Bool { function == .dummies }
}
