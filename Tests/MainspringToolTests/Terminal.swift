import Foundation
import Testing

/// A terminal of our own, on which the program believes to be.
struct Terminal {
  enum Stream { case output, error }

  /// What the program writes to a stream that is a terminal of so many columns; its other stream goes nowhere.
  static func text(
    of arguments: [String], stream: Stream, columns: UInt16, environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(master >= 0)
    defer { close(master) }
    // Linux: TIOCSPTLCK unlocks the other end, TIOCGPTN tells its number.
    var lock: Int32 = 0
    var number: UInt32 = 0
    try #require(ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    let name = "/dev/pts/\(number)"
    let slave = open(name, O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(slave, UInt(TIOCSWINSZ), &size) == 0)
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8", "NO_COLOR": "1"]) { $1 }.merging(environment) { $1 }
    let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stream == .output ? handle : FileHandle.nullDevice
    process.standardError = stream == .error ? handle : FileHandle.nullDevice
    try process.run()
    close(slave)
    // The last writer's end ends the reading.
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n"))
  }
}
