import ArgumentParser
import Presentation
import Studies
import Survey

/// What else is asked of the model: chance, prediction, blocks, assumptions.
struct ExaminationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A block of a hierarchical regression (repeatable, in order of entry). Without --drivers the members are the drivers; drivers in no block enter last.",
      valueName: "name=a,b"))
  var block: [String] = []

  @Option(
    help: ArgumentHelp(
      "What may carry the effects, constructs or columns: effects and importance are split into the part that goes through and the part that goes past.",
      valueName: "a,b"))
  var through: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Permutation test of each driver: how often its rows are exchanged, such as 1000. Default: 0, no test.",
      valueName: "number"))
  var permutations: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Folds of the cross-validated R²; 0 switches it off. Default: 10, below 50,000 rows.", valueName: "number"))
  var folds: Int?

  @Flag(help: "Tests of the model's assumptions, influence of single rows, collinearity.")
  var diagnostics = false

  func validate() throws {
    try OptionText.check(permutations, "--permutations", SettingLimits.permutations)
    try OptionText.check(folds, "--folds", SettingLimits.folds)
  }

  /// - Parameters:
  ///   - table: the one table that is asked for; a table of diagnostics implies `--diagnostics`.
  ///   - figure: the one figure; residuals imply them too.
  func overlay(_ study: inout Study, table: String?, figure: String?) throws {
    if !block.isEmpty { study.specification.blocks = try block.map { try OptionText.group($0, option: "--block") } }
    if let through { study.settings.through = Selection.split(through) }
    if let permutations { study.settings.permutations = permutations }
    if let folds { study.settings.folds = folds }
    let wantsTable = TableContract.ofDiagnostics.contains { $0.name == table }
    if diagnostics || figure == "residuals" || wantsTable {
      study.settings.diagnostics = true
    }
    if table == TableContract.ofBlocks.name, study.specification.blocks.isEmpty {
      throw DataFault.request(
        problem: "The table 'blocks' is about blocks, and there are none",
        suggestion: "Name them with --block, such as --block 'product=pq1:pq4'.")
    }
  }
}
