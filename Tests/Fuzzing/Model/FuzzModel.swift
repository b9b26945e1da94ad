import FuzzingChecks

/// Built by `script/fuzz` alone: libFuzzer brings the main function.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzModel(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzzing.run(ModelCheck.disagreement, start, count)
}
