import ArgumentParser
import Studies
import Survey

/// Columns beside a model that missing answers may depend on.
struct AuxiliaryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Columns that tell of missing answers, for --missing em\(Offer.imputes ? " or impute" : ""); they have no part in the model.",
      valueName: "a,b"))
  var auxiliary: String?

  func overlay(_ study: inout Study) {
    if let auxiliary { study.specification.auxiliary = Selection.split(auxiliary) }
  }
}
