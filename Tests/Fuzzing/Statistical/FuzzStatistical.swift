import FuzzingChecks

/// Built by `script/fuzz` alone: libFuzzer brings the main function.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzStatistical(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzzing.run(ForeignFileCheck.disagreement, start, count)
}
