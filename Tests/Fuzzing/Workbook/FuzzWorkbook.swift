import FuzzingChecks

/// Built by `script/fuzz` alone: libFuzzer brings the main function.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzWorkbook(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzzing.run(WorkbookCheck.disagreement, start, count)
}
