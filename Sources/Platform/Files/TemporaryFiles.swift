internal import Synchronization

/// The temporary files there are now, in buffers that never move: what a signal handler may read.
package final class TemporaryFiles: Sendable {
  static let shared = TemporaryFiles()
  private static let counter = Atomic<Int>(0)

  package static let slots = 64
  package static let pathLength = 4096

  /// A registered path, and its slot if there was one left.
  package struct Name {
    package let path: String
    let slot: Int?
  }

  /// One path of `pathLength` bytes for each slot, ended by zero.
  private nonisolated(unsafe) let paths: UnsafeMutablePointer<CChar>
  /// A slot is taken (bit of `taken`), then filled, then live (bit of `live`): a handler sees whole paths only.
  private let taken = Atomic<UInt64>(0)
  private let live = Atomic<UInt64>(0)

  package init() {
    paths = .allocate(capacity: Self.slots * Self.pathLength)
    paths.initialize(repeating: 0, count: Self.slots * Self.pathLength)
  }

  deinit { paths.deallocate() }

  // MARK: Names

  /// A new name beside a file, registered: `.mainspring-<file>-<process>-<number>.tmp`.
  func name(for place: String) -> Name {
    let (folder, stem) = Self.stem(of: place)
    let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    let path = "\(folder)\(stem)\(getpid())-\(number).tmp"
    return Name(path: path, slot: register(path))
  }

  func release(_ name: Name) { if let slot = name.slot { release(slot) } }

  /// The folder, and what the names of a file's temporary files begin with. A long name gives its first part: whole characters,
  /// so that the file system can spell it.
  private static func stem(of place: String) -> (folder: String, stem: String) {
    let folder = AtomicFile.folder(of: place)
    var name = String.UnicodeScalarView()
    var length = 0
    for scalar in place.dropFirst(folder.count).unicodeScalars {
      length += UTF8.width(scalar)
      if length > 160 { break }
      name.append(scalar)
    }
    return (folder, ".mainspring-\(String(name))-")
  }

  /// Removes what a run that was killed has left of the same file: temporary files that nobody holds a lock on.
  static func clearLeftovers(of place: String) {
    let (folder, stem) = Self.stem(of: place)
    guard let listing = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(stem), name.hasSuffix(".tmp") else { continue }
      let numbers = name.dropFirst(stem.count).dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
      guard numbers.count == 2, numbers.allSatisfy({ Int($0) != nil }) else { continue }
      let file = open(folder + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { continue }
      var status = stat()
      if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, flock(file, LOCK_EX | LOCK_NB) == 0 {
        unlink(folder + name)
      }
      close(file)
    }
  }

  // MARK: Slots

  /// - Returns: nil if there is no room; the file is then not removed on an interrupt, only on an error.
  package func register(_ path: String) -> Int? {
    guard path.utf8.count < Self.pathLength else { return nil }
    while true {
      let current = taken.load(ordering: .relaxed)
      let slot = (~current).trailingZeroBitCount
      guard slot < Self.slots else { return nil }
      guard taken.compareExchange(expected: current, desired: current | 1 << slot, ordering: .acquiring).exchanged
      else { continue }
      path.withCString { _ = strcpy(paths + slot * Self.pathLength, $0) }
      live.bitwiseOr(1 << slot, ordering: .releasing)
      return slot
    }
  }

  package func release(_ slot: Int) {
    live.bitwiseAnd(~(1 << slot), ordering: .releasing)
    taken.bitwiseAnd(~(1 << slot), ordering: .releasing)
  }

  /// Unlinks every live path; safe in a signal handler.
  package func removeAll() {
    var rest = live.load(ordering: .acquiring)
    while rest != 0 {
      let slot = rest.trailingZeroBitCount
      unlink(paths + slot * Self.pathLength)
      rest &= rest - 1
    }
  }
}
