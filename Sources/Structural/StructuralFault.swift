package import Measures
package import ModelSyntax
public import Survey

/// What keeps a model of paths and constructs from being fitted.
public enum StructuralFault: Fault {
  /// In the text of the model; lines and columns count from 1.
  case syntax(line: Int, column: Int, problem: String, suggestion: String?)
  /// A name of the model that the data do not have.
  case noSuchVariable(name: String, line: Int, column: Int, nearest: [String])
  /// A construct has the name of a column.
  case constructIsColumn(name: String)
  case nothingToFit
  /// The values of a parameter are for another number of groups.
  case otherGroups(parameter: String, values: Int, groups: Int)
  /// A formula names a parameter that has no such label.
  case noSuchLabel(name: String, line: Int, column: Int, known: [String])
  case notBuilt(what: Sentence, suggestion: Sentence)
  /// The data do not have what the model speaks of.
  case needsMeans
  /// More parameters than moments.
  case tooManyParameters(parameters: Int, moments: Int)
  /// Directions in which the parameters may move without changing what the model says of the data.
  case notIdentified(parameters: [String])
  /// With a variable that others determine, and the one of these that it is closest to, where they are known.
  case notPositiveDefinite(group: Int?, what: String, variables: [String] = [])
  case tooFewRows(rows: Double, variables: Int, group: Int?)
  case notConverged(iterations: Int, gradient: Double, parameter: String)
  case noStart
  /// Completed data are pooled by errors that the model does not have.
  case notPooled
  /// A model of correlations says how variances compare, which they do not know.
  case restrictsVariances(correlation: String)
  /// What the test of Bollen and Stine is not known for.
  case untested(what: String)
  /// Resampled intervals without resamples.
  case needsReplicates
  /// The model has no estimates under too many sets of replicate weights.
  case replicatesNotFound(failed: Int, replicates: Int)
  /// Replicate weights, or clusters, that leave variances no degree of freedom.
  case noDegrees
  case contradiction(constraint: String)
  /// An ordered answer that a group does not give; groups from 1.
  case emptyCategory(variable: String, answer: Double, group: Int)
  /// A variable that is to be ordered, or measured, and is none of the model's.
  case noSuchLevel(name: String, setting: Setting.Name, nearest: [String])
  case bothLevels(name: String)
  /// A variable that was said to be ordered has numbers that are not whole, or too many different ones.
  case notOrdered(variable: String)
  /// No variable of the model is ordered.
  case nothingOrdered(variables: [String])
  /// A measured variable of two values, of which normal scores say too little.
  case twoValues(variable: String)
  /// A measured variable that does not vary in a group; groups from 1.
  case constantInGroup(variable: String, value: Double, group: Int)

  /// Scores of constructs of which the indicators are ordered.
  package static var noOrderedScores: StructuralFault {
    .notBuilt(
      what: "Scores of constructs from thresholds",
      suggestion: "Fit the model with 'ml' or 'mlr', which take answers as numbers.")
  }

  /// Scores of constructs that are measured by ranks, or by what stands behind answers.
  package static func noCorrelatedScores(_ method: CorrelationMethod) -> StructuralFault {
    .notBuilt(
      what: "Scores of constructs from correlations (\(setting: .correlation, method.rawValue))",
      suggestion: "Leave \(setting: .correlation) out: scores are made of the answers' own numbers.")
  }

  package init(_ error: ModelSyntaxError) {
    self = .syntax(
      line: error.place.line, column: error.place.column, problem: error.problem, suggestion: error.suggestion)
  }

  /// 64 for what was written wrong.
  public var exitStatus: Int32 {
    switch self {
    case .syntax, .nothingToFit, .otherGroups, .noSuchLabel, .constructIsColumn, .notBuilt, .contradiction,
      .noSuchLevel, .restrictsVariances, .bothLevels,
      .needsReplicates,
      .untested:
      64
    default: 65
    }
  }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .syntax(let line, let column, let problem, let suggestion):
      "In the model, line \(line), character \(column): \(problem).\(suggestion.map { " \($0)" } ?? "")"
    case .noSuchVariable(let name, let line, let column, let nearest):
      "In the model, line \(line), character \(column): there is neither a column nor a construct '\(name)'.\(nearest.isEmpty ? "" : " Did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?") A construct needs indicators: \(name) =~ a + b + c."
    case .constructIsColumn(let name):
      "'\(name)' is a construct of the model and a column of the data. Give the construct another name."
    case .nothingToFit: "The model names no parameter. Write for example: satisfaction =~ sat1 + sat2 + sat3"
    case .otherGroups(let parameter, let values, let groups):
      "'\(parameter)' has values for \(values) groups, and there \(groups == 1 ? "is one" : "are \(groups)"). Give one value for each group, or a single one for all."
    case .noSuchLabel(let name, let line, let column, let known):
      "In the model, line \(line), character \(column): no parameter has the label '\(name)'.\(known.isEmpty ? " Label one with \(name)*variable." : " Labels are \(known.map { "'\($0)'" }.joined(separator: ", ")).")"
    case .notBuilt(let what, let suggestion): what + " cannot be fitted here. " + suggestion
    case .needsMeans:
      "The model has intercepts or means, and the moments hold none. Give the data file, or leave the intercepts out."
    case .tooManyParameters(let parameters, let moments):
      "The model has \(parameters) free parameters, and the data only \(moments) variances, covariances and means to tell them from. Fix some, make some equal, or add indicators."
    case .notIdentified(let parameters):
      "The data cannot tell \(parameters.count == 1 ? "this parameter" : "these parameters from one another"): \(parameters.joined(separator: ", ")). Fix one of them, make two equal, or add an indicator or a cause of its own."
    case .notPositiveDefinite(let group, let what, let variables) where variables.count == 2:
      "\(what)\(group.map { " of group \($0)" } ?? "") is not positive definite: '\(variables[0])' is a combination of others, '\(variables[1])' foremost. Leave one of them out."
    case .notPositiveDefinite(let group, let what, _):
      "\(what)\(group.map { " of group \($0)" } ?? "") is not positive definite: a variable is a combination of others, or the matrix is no matrix of covariances. Leave one of the variables out."
    case .tooFewRows(let rows, let variables, let group):
      "\(Sentence.number(rows)) respondents\(group.map { " in group \($0)" } ?? "") cannot carry a model of \(variables) variables: there must be more respondents than variables. Use fewer variables or collect more answers."
    case .notConverged(let iterations, let gradient, let parameter):
      "The search for the estimates did not end: after \(iterations) steps the slope was still \(gradient), most of all in '\(parameter)'. Look whether that parameter is identified, give it a start value with start(…)*, or simplify the model."
    case .noStart:
      "There are no start values at which the model's covariances are a matrix of covariances. Give start values with start(…)*, or look at the values that were fixed."
    case .emptyCategory(let variable, let answer, let group):
      "Nobody in group \(group) answers '\(variable)' with \(Sentence.number(answer)): its thresholds differ in number from those of the other groups. Join that answer with its neighbour, or leave the group out."
    case .noSuchLevel(let name, let setting, let nearest):
      "'\(name)' (\(setting: setting)) is not among the observed variables of the model.\(nearest.isEmpty ? "" : " Did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?") Only variables of the model are ordered or measured."
    case .bothLevels(let name):
      "'\(name)' is said to be ordered and to be measured. Leave it out of \(setting: .ordinal) or of \(setting: .continuous)."
    case .notOrdered(let variable):
      "'\(variable)' cannot be taken for ordered answers: its numbers are not whole, or there are more than \(CorrelationAnalysis.largestScale) different ones. Take it as measured with \(setting: .continuous), or join answers."
    case .nothingOrdered(let variables):
      "No variable of the model is ordered, and 'wlsmv' is for ordered answers: \(Sentence.quoted(variables)) would all be measured. Use 'mlr', or name ordered variables with \(setting: .ordinal)."
    case .twoValues(let variable):
      "'\(variable)' has two different values, and errors of normal measured variables need more. Take it for ordered answers with \(setting: .ordinal), or as it is with \(setting: .information, "observed")."
    case .constantInGroup(let variable, let value, let group):
      "Everybody in group \(group) has \(Sentence.number(value)) in '\(variable)', which then varies with nothing. Leave the variable or the group out."
    case .replicatesNotFound(let failed, let replicates):
      "Under \(failed) of \(replicates) sets of replicate weights the model has no estimates: there are no errors. Use a simpler model, or fewer groups."
    case .restrictsVariances(let correlation):
      "The model says how the variables' variances compare, by values or parameters that are the same, and correlations (\(setting: .correlation, correlation)) know no variances. Leave every residual variance free, or leave \(setting: .correlation) out."
    case .notPooled:
      "The model has no errors here, by which completed data would be pooled. Use \(setting: .missing, "em"), or maximum likelihood."
    case .untested(let what):
      "\(setting: .bollenStine) draws respondents with whole answers that count alike, and there is \(what). Leave it out: the scaled χ² of \(setting: .estimator, "mlr") follows gaps and designs, that of \(setting: .estimator, "wlsmv") ordered answers."
    case .needsReplicates:
      "\(setting: .inference, "bootstrap") needs resamples, and \(setting: .bootstrap, "0") switches them off. Give a number, such as \(setting: .bootstrap, "1000"), or use \(setting: .inference, "monte-carlo")."
    case .noDegrees:
      "The design of the sample leaves no degree of freedom to variances: there are as many strata as units, or replicate weights that are all alike. Look whether strata, clusters or replicate weights are the right columns."
    case .contradiction(let constraint):
      "The constraint '\(constraint)' cannot hold together with the others. Leave one of them out."
    }
  }
}
