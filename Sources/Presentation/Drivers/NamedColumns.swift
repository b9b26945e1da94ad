import Measures
import Rendering

/// Columns that tables of drivers and of the matrix have in common.
extension Column {
  static func outcome(_ block: @escaping @Sendable (Row) -> ModelFrame.Block) -> Column {
    Column(
      names: "outcome", "Outcome", "the outcome's name", value: { block($0).name },
      labels: "the outcome's label; null without one", label: { block($0).label })
  }

  static func driver(_ block: @escaping @Sendable (Row) -> ModelFrame.Block) -> Column {
    Column(
      names: "driver", "Driver", "the driver's name: a column, a construct or a group", value: { block($0).name },
      labels: "the driver's label; null without one", label: { block($0).label })
  }

  static func method(_ name: @escaping @Sendable (Row) -> String) -> Column {
    Column("method", "Method", .text, "the importance method; see `mainspring explain`", value: name)
  }
}
