import LinearAlgebra
import Measures
import Regression
import Survey

/// NIST's linear regressions as the program fits them.
enum RegressionSets {
  /// One model of a set.
  struct Model {
    var label: String
    var frame: ModelFrame
    var specification: LinearRegression
    func fit() throws -> LinearRegression.Fit { try specification.fit(to: frame, outcome: 0) }
  }

  /// How the powers of a polynomial come to the regression.
  enum Powers {
    /// As the analysis of `--terms x^2` has them: each a double and what it lacks.
    case carried
    /// As columns of doubles, by repeated products: what a program sees that is given them as data.
    case rounded
  }

  /// The degree of the sets that are polynomials in x.
  static let degrees = [
    "Pontius": 2, "Filip": 10, "Wampler1": 5, "Wampler2": 5, "Wampler3": 5, "Wampler4": 5, "Wampler5": 5,
  ]

  static func models(_ dataset: String, _ data: Dataset) throws -> [Model] {
    // NIST certifies classical errors.
    let specification = LinearRegression(errors: .classical, hasIntercept: !dataset.hasPrefix("NoInt"))
    var models = [
      Model(label: dataset, frame: try frame(dataset, data, .carried), specification: specification)
    ]
    // The powers of the others are whole numbers or few decimals, and their doubles lack little.
    if dataset == "Filip" {
      models.append(
        Model(
          label: "Filip powers rounded", frame: try frame(dataset, data, .rounded), specification: specification))
    }
    return models
  }

  private static func frame(_ dataset: String, _ data: Dataset, _ powers: Powers) throws -> ModelFrame {
    var all = data
    var names = data.names.filter { $0 != "y" }
    var remainders: [String: [Double]] = [:]
    if let degree = degrees[dataset] {
      let x = try data.variable("x").doubles
      var power = x.map { DoubleDouble($0) }
      for exponent in 2...degree {
        power = zip(power, x).map { $0 * $1 }
        if powers == .rounded { power = power.map { DoubleDouble($0.high) } }
        let name = "x^\(exponent)"
        names.append(name)
        all = all.replacing(Variable(name: name, values: .double(power.map(\.high))))
        if power.contains(where: { $0.low != 0 }) { remainders[name] = power.map(\.low) }
      }
    }
    var frame = try ModelFrame(
      all,
      roles: AnalysisRoles(
        outcomes: [.init(name: "y")], players: names.map { .init(name: $0, items: [.init(name: $0)]) }),
      ratings: false)
    for (position, column) in frame.columns.enumerated() {
      if let remainder = remainders[column.term] { frame.remainders[position] = remainder }
    }
    return frame
  }

  /// The figures by NIST's numbers: B0 is the intercept, and a model without one begins with B1.
  static func figures(_ model: Model) throws -> NISTSets.Computed {
    let fit = try model.fit()
    var figures: NISTSets.Computed = [
      "residual_sd/": (nil, fit.sigma), "r_squared/": (nil, fit.rSquared), "F/": (nil, fit.fStatistic),
    ]
    let first = model.specification.hasIntercept ? 0 : 1
    for (position, term) in fit.terms.enumerated() {
      figures["coef/B\(first + position)"] = (term.name, term.estimate)
      figures["se/B\(first + position)"] = (term.name, term.stdError)
    }
    return figures
  }
}
