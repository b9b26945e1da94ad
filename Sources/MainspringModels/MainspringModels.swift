/// The models as one import, without bundled data, documents and reference figures: for programs that bring their own.
@_exported public import Factors
@_exported public import Importance
@_exported public import Imputation
@_exported public import Insight
@_exported public import LinearAlgebra
@_exported public import Measures
@_exported public import ModelSyntax
@_exported public import Optimization
@_exported public import Probability
@_exported public import Regression
@_exported public import Reliability
@_exported public import Resampling
@_exported public import Simulation
@_exported public import Structural
@_exported public import Survey
@_exported public import SurveyFiles
