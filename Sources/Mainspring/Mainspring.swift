/// The toolkit as one import: `import Mainspring` brings every module's public names.
@_exported public import Datasets
@_exported public import Languages
@_exported public import MainspringModels
@_exported public import enum Platform.AtomicFile
@_exported public import Presentation
@_exported public import Rendering
@_exported public import Report
@_exported public import Studies
@_exported public import Validation
