/// The toolkit as one import: `import Mainspring` brings every module's public names.
@_exported public import Datasets
@_exported public import Factors
@_exported public import Importance
@_exported public import Insight
@_exported public import LinearAlgebra
@_exported public import Measures
@_exported public import Optimization
@_exported public import enum Platform.AtomicFile
@_exported public import Presentation
@_exported public import Probability
@_exported public import Regression
@_exported public import Reliability
@_exported public import Rendering
@_exported public import Resampling
@_exported public import Simulation
@_exported public import Studies
@_exported public import Survey
@_exported public import SurveyFiles
@_exported public import Validation
