import CLAPACK

/// What every call of LAPACK goes through first.
enum LAPACK {
  /// One thread in BLAS: our matrices are small, and workers times BLAS threads is a loss. Set once, at first use.
  private static let isReady: Bool = {
    clapack_use_one_thread()
    return true
  }()

  @inline(__always) static func prepare() { _ = isReady }
}

/// Which BLAS is in use, as it describes itself; `nil` for one that does not say.
public func blasConfiguration() -> String? {
  clapack_blas_configuration().map { String(cString: $0) }
}
