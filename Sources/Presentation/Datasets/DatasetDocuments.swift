public import Datasets
public import Rendering
import Survey

/// The documents of `datasets`.
public enum DatasetDocuments: VerbPresentation {
  package static var tables: [TableContract] { [DatasetColumns.datasets.contract] }

  /// All bundled data, a line each.
  public static func list(_ datasets: [BundledDataset]) -> Document {
    return Document(
      version: Version.current, command: "datasets", title: said("Bundled data"),
      blocks: [
        .paragraph(
          said(
            "A name can stand wherever a data file can: mainspring drivers \(datasets.first?.name ?? "webshop"). `mainspring datasets NAME` tells more, `--copy FOLDER` writes its files."
          )),
        .table(DatasetColumns.datasets.table(datasets, group: nil)),
      ], defaultTable: "datasets")
  }

  /// One dataset's README as it is.
  public static func about(_ dataset: BundledDataset) -> Document {
    var table = DatasetColumns.datasets.table([dataset], group: nil)
    table.isShown = false
    return Document(
      version: Version.current, command: "datasets", title: dataset.title,
      blocks: [.markdown(dataset.file("README.md")?.text ?? dataset.title), .table(table)],
      defaultTable: "datasets")
  }
}
