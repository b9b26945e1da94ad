import FuzzingChecks

/// Built by `script/fuzz` alone: libFuzzer brings the main function.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzCondition(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzzing.run(ConditionCheck.disagreement, start, count)
}
