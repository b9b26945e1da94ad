import Datasets
import Rendering

/// The table of `datasets`.
enum DatasetColumns {
  static let datasets = TableDeclaration<BundledDataset>(
    "datasets", "Bundled data", verb: "datasets"
  ) {
    Column("name", "Name", .text, "what to write after `mainspring datasets`") { $0.name }
    Column("rows", "Rows", .integer, "rows of the data file; null for a collection of several") { $0.rows }
    Column("columns", "Columns", .integer, "its columns; null for a collection") { $0.columns }
    Column("title", "Title", .text, "what it is") { $0.title }
  }
}
