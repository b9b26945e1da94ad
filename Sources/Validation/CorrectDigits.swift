import Platform

/// How many digits of a figure are right.
package enum CorrectDigits {
  /// No reference is certified to more.
  package static let most = 15.0

  /// The log relative error −log₁₀(|a − c|/|c|) of `actual` a against `certified` c, between 0 and 15 (McCullough 1998,
  /// The American Statistician 52, 358–366, doi:10.2307/2685442). Against a certified zero −log₁₀|a|; a certified infinity
  /// is met or not. 0 when there is no figure.
  package static func count(_ actual: Double?, certified: Double) -> Double {
    guard let actual, !actual.isNaN else { return 0 }
    if actual == certified { return most }
    if !actual.isFinite || !certified.isFinite { return 0 }
    let error = certified == 0 ? abs(actual) : abs(actual - certified) / abs(certified)
    return min(max(-log10(error), 0), most)
  }
}
