import LinearAlgebra
import Measures
import ModelSyntax
import Structural
import Survey

/// Whether the text of a model is a model or has a fault with its place, and whether what is a model can be fitted or is refused in a
/// sentence.
package enum ModelCheck {
  /// Nine variables of 300 respondents, three and three alike.
  private static let moments: Moments = {
    let names = (1...9).map { "x\($0)" }
    var scatter = SymmetricMatrix(order: 9)
    for i in 0..<9 {
      for j in 0...i {
        // A little unlike each other, so that models do not fit to the last digit.
        let tie = i / 3 == j / 3 ? 0.45 : 0.2
        scatter[i, j] = 299 * (i == j ? 1 + 0.1 * Double(i) : tie + 0.02 * Double((7 * i + 3 * j) % 5))
      }
    }
    return Moments(
      names: names, n: 300, sumOfWeights: 300, sumOfSquaredWeights: 300, means: names.indices.map { Double($0) / 2 },
      scatter: scatter)
  }()

  package static func disagreement(_ input: [UInt8]) -> String? {
    guard let text = String(validating: input, as: UTF8.self) else { return nil }
    let model: ModelSyntax
    do {
      model = try ModelSyntax(text)
    } catch {
      // A line ends as Windows, Unix or an old Macintosh ends it.
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      let (line, column) = (error.place.line, error.place.column)
      if !(1...lines.count ~= line) || error.problem.isEmpty { return "a fault in line \(line) of '\(text)'" }
      if !(1...lines[line - 1].count + 1 ~= column) {
        return "a fault at character \(column) of line \(line) of '\(text)': \(error.problem)"
      }
      return nil
    }
    // A remark at the end changes nothing.
    guard (try? ModelSyntax(text + "\n# remark")) == model else { return "'\(text)' is another model with a remark" }
    do {
      let fit = try StructuralModel(model).fit(to: Array(repeating: moments, count: max(1, min(3, model.groups))))
      for group in fit.groups where !group.implied.packed.allSatisfy(\.isFinite) {
        return "'\(text)' implies covariances that are no numbers"
      }
      let p = fit.observed.count
      let known = fit.groupCount * (p * (p + 1) / 2 + (fit.hasMeans ? p : 0))
      if fit.statistics.degreesOfFreedom > known { return "'\(text)' has more degrees of freedom than moments" }
      return nil
    } catch let fault as any Fault {
      return fault.sentence.description.isEmpty ? "'\(text)' is refused without a word" : nil
    } catch { return "'\(text)': \(error) is no fault of the model" }
  }
}
