/// A column made of others: `promoter: top2(recommend)`.
///
/// | expression | what it is |
/// |---|---|
/// | `top2(x)`, `bottom3(x)`, also with a scale `top2(x, 0:10)` | 1 for one of the two best (three worst) answers of the scale, else 0 |
/// | `mean(a:d)`, `sum(a,b)`, also `mean(a:d, answered=3)` | over the answered items, at least so many (all, when it is not said) |
/// | `recode(x, 1:2 = low, 3 = middle, else = high)` | a value for numbers, ranges, texts or labels; `else = missing`, `else = keep` |
/// | `standardize(x)` | (x − mean)/standard deviation over all rows with an answer, unweighted, n − 1 |
/// | `is(x, 2, 3)` | 1 for one of the values (numbers, texts or labels), else 0 |
/// | `year(d)`, `quarter(d)`, `month(d)`, `week(d)`, also `quarter(d, dmy)` | of a date, as text that sorts in time: `2024-Q1` |
///
/// A missing answer stays missing for its reason.
public struct DerivedVariable: Sendable, Equatable {
  /// What the column is called.
  public let name: String
  /// The expression as written.
  public let text: String
  let function: Function
  /// Columns (names, ranges or globs) that it is made of.
  public let sources: [String]

  enum Function: Sendable, Equatable {
    case box(count: Int, isTop: Bool, scale: RatingScale?)
    case mean(answered: Int?)
    case sum(answered: Int?)
    case recode([Recoding], rest: Rest)
    case standardize
    case isOne([String])
    case period(DatePeriod, DateOrder?)
  }

  /// What some answers become.
  struct Recoding: Sendable, Equatable {
    var code: MissingCode
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
    (function, sources) = try call.read()
  }
}
