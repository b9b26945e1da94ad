import Platform
import Synchronization

/// The functions of LAPACK in use, found by name when first needed.
///
/// Loading them so rather than with the program has two reasons. A program that needs none starts without them. And OpenBLAS
/// starts a thread for each processor when it is loaded, and asks for its buffers again and again for ever when the system
/// refuses them: so it is told to take one thread before it comes (our matrices are small, and workers times BLAS threads
/// is a loss), and whether there is room for its buffers is tried first.
///
/// Every argument is a pointer; each CHARACTER argument has a hidden length (`size_t`, one) behind the visible ones, as
/// gfortran's calling convention asks.
struct LAPACK: @unchecked Sendable {
  typealias Text = UnsafePointer<CChar>
  typealias Whole = UnsafeMutablePointer<CInt>
  typealias Numbers = UnsafeMutablePointer<Double>

  /// uplo, n, ap, info.
  private let dpptrf: @convention(c) (Text, Whole, Numbers, Whole, Int) -> Void
  /// uplo, n, nrhs, ap, b, ldb, info.
  private let dpptrs: @convention(c) (Text, Whole, Whole, UnsafePointer<Double>, Numbers, Whole, Whole, Int) -> Void
  /// uplo, n, ap, info.
  private let dpptri: @convention(c) (Text, Whole, Numbers, Whole, Int) -> Void
  /// jobz, uplo, n, a, lda, w, work, lwork, iwork, liwork, info.
  private let dsyevd:
    @convention(c) (Text, Text, Whole, Numbers, Whole, Numbers, Numbers, Whole, Whole, Whole, Whole, Int, Int) -> Void
  /// n, d, e, info.
  private let dsterf: @convention(c) (Whole, Numbers, Numbers, Whole) -> Void
  /// uplo, trans, n, k, alpha, a, lda, beta, c, ldc.
  private let dsyrk:
    @convention(c) (
      Text, Text, Whole, Whole, UnsafePointer<Double>, UnsafePointer<Double>, Whole, UnsafePointer<Double>, Numbers,
      Whole, Int, Int
    ) -> Void
  /// transa, transb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc.
  private let dgemm:
    @convention(c) (
      Text, Text, Whole, Whole, Whole, UnsafePointer<Double>, UnsafePointer<Double>, Whole, UnsafePointer<Double>,
      Whole, UnsafePointer<Double>, Numbers, Whole, Int, Int
    ) -> Void
  /// side, uplo, transa, diag, m, n, alpha, a, lda, b, ldb.
  private let dtrmm:
    @convention(c) (
      Text, Text, Text, Text, Whole, Whole, UnsafePointer<Double>, UnsafePointer<Double>, Whole, Numbers, Whole, Int,
      Int, Int, Int
    ) -> Void
  /// How the library describes itself; `nil` for one that does not say.
  let configuration: String?
  /// With little memory one call at a time: OpenBLAS takes a buffer for each call under way, and keeps it.
  private let takesTurns: Bool

  /// Loaded once. A failure is the caller's to tell: see `prepareLinearAlgebra`.
  static let loaded = Result { () throws(LinearAlgebraUnavailable) in try LAPACK() }

  static var shared: LAPACK {
    switch loaded {
    case .success(let functions): return functions
    case .failure(let failure): preconditionFailure("\(failure)")
    }
  }

  private static let names = ["liblapack.so.3", "libopenblas.so.0"]
  /// What the libraries themselves take, and one of OpenBLAS's buffers, in bytes.
  private static let libraryBytes = 64 << 20
  private static let bufferBytes = 128 << 20

  private init() throws(LinearAlgebraUnavailable) {
    guard MemoryRoom.holds(blocks: 1, ofBytes: Self.libraryBytes + Self.bufferBytes) else {
      throw .noMemory(bytes: Self.libraryBytes + Self.bufferBytes, limit: MemoryRoom.limit)
    }
    setenv("OPENBLAS_NUM_THREADS", "1", 1)
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_LAZY) }).first else {
      throw .missing(Self.names[0])
    }
    func function<Function>(_ symbol: String, _: Function.Type) throws(LinearAlgebraUnavailable) -> Function {
      guard let pointer = dlsym(library, symbol) else { throw .missing("\(symbol) of \(Self.names[0])") }
      return unsafeBitCast(pointer, to: Function.self)
    }
    dpptrf = try function("dpptrf_", type(of: dpptrf))
    dpptrs = try function("dpptrs_", type(of: dpptrs))
    dpptri = try function("dpptri_", type(of: dpptri))
    dsyevd = try function("dsyevd_", type(of: dsyevd))
    dsterf = try function("dsterf_", type(of: dsterf))
    dsyrk = try function("dsyrk_", type(of: dsyrk))
    dtrmm = try function("dtrmm_", type(of: dtrmm))
    dgemm = try function("dgemm_", type(of: dgemm))
    // Not there in other libraries than OpenBLAS.
    if let set = dlsym(library, "openblas_set_num_threads") {
      unsafeBitCast(set, to: (@convention(c) (CInt) -> Void).self)(1)
    }
    let describe = dlsym(library, "openblas_get_config").map {
      unsafeBitCast($0, to: (@convention(c) () -> UnsafePointer<CChar>?).self)
    }
    configuration = describe.flatMap { $0() }.map { String(cString: $0) }
    // A buffer for every thread that may call, and as much again for the program's own data.
    takesTurns =
      MemoryRoom.limit != nil && !MemoryRoom.holds(blocks: 2 * Processors.mostThreads, ofBytes: Self.bufferBytes)
    if takesTurns { reserveBuffer() }
  }

  /// Makes OpenBLAS take its buffer now, while there is room for it.
  private func reserveBuffer() {
    let order = 64
    var matrix = (0..<order * order).map { $0 % (order + 1) == 0 ? 2.0 : 1 }
    var values = [Double](repeating: 0, count: order)
    var work = [Double](repeating: 0, count: 1 + 6 * order + 2 * order * order)
    var integers = [CInt](repeating: 0, count: 3 + 5 * order)
    _ = eigen(
      "V", order: order, matrix: &matrix, values: &values, work: &work, workCount: work.count, integers: &integers,
      integerCount: integers.count)
  }

  // MARK: - Calls

  private static let turn = Mutex(())

  private func call(_ body: () -> Void) {
    if takesTurns { Self.turn.withLock { _ in body() } } else { body() }
  }

  /// Cholesky factor of a packed matrix, in its place.
  func factor(order: Int, packed: Numbers) -> Int {
    var (n, info) = (CInt(order), CInt(0))
    call { dpptrf("U", &n, packed, &info, 1) }
    return Int(info)
  }

  /// Solves for the columns of `right`, in their place, with a packed Cholesky factor.
  func solve(order: Int, columns: Int, factor: UnsafePointer<Double>, right: Numbers) -> Int {
    var (n, count, info) = (CInt(order), CInt(columns), CInt(0))
    var rows = n
    call { dpptrs("U", &n, &count, factor, right, &rows, &info, 1) }
    return Int(info)
  }

  /// The inverse from a packed Cholesky factor, in its place.
  func invert(order: Int, factor: Numbers) -> Int {
    var (n, info) = (CInt(order), CInt(0))
    call { dpptri("U", &n, factor, &info, 1) }
    return Int(info)
  }

  /// Eigenvalues of a tridiagonal matrix, ascending, in the place of its diagonal; what stands beside that is used up.
  func tridiagonalEigenvalues(order: Int, _ diagonal: Numbers, beside: Numbers) -> Int {
    var (n, info) = (CInt(order), CInt(0))
    call { dsterf(&n, diagonal, beside, &info) }
    return Int(info)
  }

  /// A'A (`"T"`, A rows × order) or AA' (`"N"`, A order × rows), column-major: the upper triangle of `result`.
  func crossProducts(_ transposition: String, order: Int, rows: Int, _ a: UnsafePointer<Double>, result: Numbers) {
    var (n, k, c) = (CInt(order), CInt(rows), CInt(order))
    var lead = transposition == "T" ? k : n
    var (one, zero) = (1.0, 0.0)
    call { dsyrk("U", transposition, &n, &k, &one, a, &lead, &zero, result, &c, 1, 1) }
  }

  /// Adds A'B to a block of a matrix whose columns are `lead` apart; A and B have `rows` rows, `stride` apart. Column-major.
  func addProducts(
    _ a: UnsafePointer<Double>, columns: Int, _ b: UnsafePointer<Double>, columns others: Int, rows: Int, stride: Int,
    to result: Numbers, lead: Int
  ) {
    var (m, n, k, apart, c) = (CInt(columns), CInt(others), CInt(rows), CInt(stride), CInt(lead))
    var same = apart
    var one = 1.0
    call { dgemm("T", "N", &m, &n, &k, &one, a, &apart, b, &same, &one, result, &c, 1, 1) }
  }

  /// A·B of A (rows × inner) and B (inner × columns), column-major without gaps.
  func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, rows: Int, inner: Int, columns: Int, result: Numbers
  ) {
    var (m, n, k) = (CInt(rows), CInt(columns), CInt(inner))
    var (lead, other, c) = (m, k, m)
    var (one, zero) = (1.0, 0.0)
    call { dgemm("N", "N", &m, &n, &k, &one, a, &lead, b, &other, &zero, result, &c, 1, 1) }
  }

  /// B·U' in the place of B, of matrices of one order; U is an upper triangle. Column-major.
  func multiply(order: Int, _ b: Numbers, byTransposeOf upper: UnsafePointer<Double>) {
    var (m, n, u, lead) = (CInt(order), CInt(order), CInt(order), CInt(order))
    var one = 1.0
    call { dtrmm("R", "U", "T", "N", &m, &n, &one, upper, &u, b, &lead, 1, 1, 1, 1) }
  }

  /// Eigenvalues, ascending, and (`"V"`) eigenvectors of a symmetric matrix whose lower triangle is read, by divide and
  /// conquer.
  func eigen(
    _ job: String, order: Int, matrix: Numbers, values: Numbers, work: Numbers, workCount: Int, integers: Whole,
    integerCount: Int
  ) -> Int {
    var (n, info) = (CInt(order), CInt(0))
    var rows = n
    var (lwork, liwork) = (CInt(workCount), CInt(integerCount))
    call { dsyevd(job, "L", &n, matrix, &rows, values, work, &lwork, integers, &liwork, &info, 1, 1) }
    return Int(info)
  }
}

/// Why there is no linear algebra on this machine.
public enum LinearAlgebraUnavailable: Error, Sendable, Equatable, CustomStringConvertible {
  /// A library or a function of it cannot be loaded.
  case missing(String)
  /// The system refuses the memory that the library needs; the limit that the process is held to, if there is one.
  case noMemory(bytes: Int, limit: Int?)

  public var description: String {
    switch self {
    case .missing(let name):
      return "\(name) cannot be loaded; install LAPACK, in Debian and Ubuntu the package libopenblas0."
    case .noMemory(let bytes, let limit):
      let held = limit.map { " The process is held to \($0 >> 20) MB (ulimit -v)." } ?? ""
      return
        "There is not enough memory for the linear algebra, which takes \(bytes >> 20) MB beside the program.\(held)"
    }
  }
}

/// Loads the linear algebra, so that what hinders it is told before any work; without this call it loads when first needed.
public func prepareLinearAlgebra() throws(LinearAlgebraUnavailable) {
  if case .failure(let failure) = LAPACK.loaded { throw failure }
}

/// Which BLAS is in use, as it describes itself; `nil` for one that does not say.
public var blasConfiguration: String? { LAPACK.shared.configuration }
