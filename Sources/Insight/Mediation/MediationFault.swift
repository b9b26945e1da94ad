import Regression
import Structural
public import Survey

/// What keeps effects from being split.
public enum MediationFault: Fault {
  case category(variable: String, role: String)
  case twoAnswers(variable: String)
  /// Of an outcome whose chances are told: what is asked with it and not known.
  case chances(variable: String, Setting)
  case separated(variable: String)
  case notOrdered(variable: String)
  case tooManyAnswers(variable: String, Int)
  case dependent(variable: String, regression: String)
  case treatment(MissingTreatment)
  case unsuitableErrors(String)
  case needsReplicates
  case inARow(count: Int)
  case sideBySide(count: Int)
  case noErrors

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .category(let variable, let role):
      "'\(variable)' holds categories, and \(role) has to be a number. Split it with \(setting: .derive), or leave it out."
    case .twoAnswers(let variable):
      "'\(variable)' has only two answers, and a mediator is explained by least squares here. Take a rating, or leave it out."
    case .chances(let variable, let setting):
      "'\(variable)' has two answers, or ordered ones: what goes to their chances is resampled, side by side and without a moderator, and \(setting) is not known with it. Leave \(setting) out, or the outcome."
    case .separated(let variable):
      "The answers of '\(variable)' can be told from drivers, covariates and mediators without fail, or one of them is too rare, so that its probit model has no estimates. Leave the column out that tells them."
    case .notOrdered(let variable):
      "'\(variable)' (\(setting: .ordinal)) is no outcome of numbers. Name outcomes whose answers are ordered; words become numbers with \(setting: .levels)."
    case .tooManyAnswers(let variable, let count):
      "'\(variable)' has \(count) different answers, and each has a threshold of its own only up to \(OrderedProbit.mostAnswers). Leave it out of \(setting: .ordinal): it is explained as a number then."
    case .dependent(let variable, let regression):
      "'\(variable)' is determined by the other terms in the regression of '\(regression)', so it has no effect of its own. Leave one of them out."
    case .treatment(let treatment):
      "\(setting: .missing, treatment.rawValue) is not known to the split of effects, which needs respondents who answered everything. Use \(setting: .missing, "listwise"), or let `sem` count those who left something out: \(setting: .model, "'m ~ a*x; y ~ b*m + x; indirect := a*b'") \(setting: .missing, "em")."
    case .unsuitableErrors(let kind):
      "\(setting: .errors, kind) is not known to the split of effects: effects are resampled by themselves, and coefficients have errors of a formula. Leave \(setting: .errors) out, or use \(setting: .errors, "hc3")."
    case .needsReplicates:
      StructuralFault.needsReplicates.words
    case .inARow(let count):
      "\(count) mediators in a row make \((1 << count) - 1) ways for each driver. Name at most \(MediationAnalysis.mostInARow) with \(setting: .serial)."
    case .sideBySide(let count):
      "\(count) mediators are more than the \(MediationAnalysis.mostMediators) that are told apart. Name fewer with \(setting: .through)."
    case .noErrors:
      "These data give the coefficients no errors, so intervals can only be resampled. Use \(setting: .inference, "bootstrap")."
    }
  }
}
