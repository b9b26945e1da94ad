import Platform

/// A formula of labelled parameters, as it stands in `:=`, `==`, `<` and `>`.
public indirect enum ModelExpression: Sendable, Equatable {
  /// A function of one argument, by R's name.
  public enum Function: String, Sendable, CaseIterable {
    case sqrt, exp, log, abs, sin, cos, tan, tanh, atan
  }

  case number(Double)
  /// A label, or a parameter that was defined.
  case name(String, ModelSyntaxError.Place)
  case negative(ModelExpression)
  case sum(ModelExpression, ModelExpression)
  case difference(ModelExpression, ModelExpression)
  case product(ModelExpression, ModelExpression)
  case quotient(ModelExpression, ModelExpression)
  case power(ModelExpression, ModelExpression)
  case function(Function, ModelExpression)

  /// Every name in it, in the order of the text, with its place.
  public var names: [(name: String, place: ModelSyntaxError.Place)] {
    switch self {
    case .number: []
    case .name(let name, let place): [(name, place)]
    case .negative(let a), .function(_, let a): a.names
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b),
      .power(let a, let b):
      a.names + b.names
    }
  }

  /// The value; `value` gives that of a name.
  public func value(_ value: (String) -> Double) -> Double {
    dual { (value($0), 0) }.value
  }

  /// The value and its derivative in one direction; `input` gives both of a name.
  public func dual(_ input: (String) -> (value: Double, slope: Double)) -> (value: Double, slope: Double) {
    switch self {
    case .number(let number): return (number, 0)
    case .name(let name, _): return input(name)
    case .negative(let a):
      let x = a.dual(input)
      return (-x.value, -x.slope)
    case .sum(let a, let b):
      let (x, y) = (a.dual(input), b.dual(input))
      return (x.value + y.value, x.slope + y.slope)
    case .difference(let a, let b):
      let (x, y) = (a.dual(input), b.dual(input))
      return (x.value - y.value, x.slope - y.slope)
    case .product(let a, let b):
      let (x, y) = (a.dual(input), b.dual(input))
      return (x.value * y.value, x.slope * y.value + x.value * y.slope)
    case .quotient(let a, let b):
      let (x, y) = (a.dual(input), b.dual(input))
      let value = x.value / y.value
      return (value, (x.slope - value * y.slope) / y.value)
    case .power(let a, let b):
      let (x, y) = (a.dual(input), b.dual(input))
      let value = pow(x.value, y.value)
      var slope = 0.0
      if x.slope != 0 { slope += y.value * pow(x.value, y.value - 1) * x.slope }
      if y.slope != 0 { slope += value * log(x.value) * y.slope }
      return (value, slope)
    case .function(let function, let a):
      let x = a.dual(input)
      let (value, derivative) = evaluate(function, x.value)
      return (value, x.slope == 0 ? 0 : derivative * x.slope)
    }
  }

  /// The number, where no name stands in it.
  public var constant: Double? { names.isEmpty ? value { _ in .nan } : nil }
}

/// Value and derivative of a function.
private func evaluate(_ function: ModelExpression.Function, _ x: Double) -> (Double, Double) {
  switch function {
  case .sqrt:
    let root = x.squareRoot()
    return (root, 0.5 / root)
  case .exp: return (exp(x), exp(x))
  case .log: return (log(x), 1 / x)
  case .abs: return (x.magnitude, x < 0 ? -1 : 1)
  case .sin: return (sin(x), cos(x))
  case .cos: return (cos(x), -sin(x))
  case .tan: return (tan(x), 1 + tan(x) * tan(x))
  case .tanh: return (tanh(x), 1 - tanh(x) * tanh(x))
  case .atan: return (atan(x), 1 / (1 + x * x))
  }
}
