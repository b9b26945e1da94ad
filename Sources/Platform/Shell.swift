#if canImport(Glibc)
  @preconcurrency internal import Glibc
#elseif canImport(Musl)
  @preconcurrency internal import Musl
#elseif canImport(Darwin)
  @preconcurrency internal import Darwin
#endif

/// Commands run by `/bin/sh` in the working folder.
package enum Shell {
  /// What a command did.
  package struct Outcome: Sendable {
    /// 128 and the signal for a command that a signal ended.
    package var status: CInt
    package var output: [UInt8]
    package var error: [UInt8]
  }

  /// The system would not start it.
  package struct Failure: Error, CustomStringConvertible {
    var code: CInt
    package var description: String { "/bin/sh cannot be run: \(String(cString: strerror(code)).lowercased())." }
  }

  /// Runs a line of shell without standard input, and waits for it.
  ///
  /// - Parameter environment: variables that it sees besides, or in place of, those of this process.
  package static func run(_ command: String, environment: [String: String]) throws -> Outcome {
    // Files take any amount of output without a reader that could fall behind; they have no name.
    guard let output = tmpfile(), let error = tmpfile() else { throw Failure(code: errno) }
    defer {
      fclose(output)
      fclose(error)
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t? = nil
      var attributes: posix_spawnattr_t? = nil
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(output), STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fileno(error), STDERR_FILENO)
    // What this program ignores its children would ignore too.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    sigaddset(&defaults, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let texts: [String] = ["sh", "-c", command]
    var words = texts.map { strdup($0) } + [nil]
    var variables = self.variables(with: environment).map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(code: code) }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: bytes(of: output), error: bytes(of: error))
  }

  /// This process's variables as `name=value`, others in place of their namesakes.
  private static func variables(with others: [String: String]) -> [String] {
    var variables: [String] = []
    var place = environ
    while let text = place.pointee.map({ String(cString: $0) }) {
      let name = String(text.prefix { $0 != "=" })
      if others[name] == nil { variables.append(text) }
      place += 1
    }
    return variables + others.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func bytes(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var status = stat()
    let descriptor = fileno(file)
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return [] }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = pread(descriptor, buffer.baseAddress! + count, size - count, off_t(count))
        if read <= 0 { break }
        count += read
      }
    }
  }

  /// The folder that this program's own file stands in; `nil` where it was found by name alone, hence on `PATH`.
  package static var folderOfProgram: String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes {
      readlink("/proc/self/exe", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    let path =
      count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : AtomicFile.place(of: CommandLine.arguments[0])
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
