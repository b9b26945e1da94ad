import Foundation
import Platform
import Survey
import SurveyFiles
import Testing

/// Pipes, digests, reports, writing, and files of other programs.
@Suite struct CSVWholeFilesTests {
  private func manyRows(_ count: Int) -> String {
    "a,b,c\n" + (0..<count).map { "\($0 % 10),\($0),\"text \($0 % 17)\"\n" }.joined()
  }

  @Test func `A named pipe gives what the file gives`() throws {
    let text = manyRows(60_000)
    let direct = try CSVReader(bytes: Array(text.utf8), name: "x")
    let expected = try direct.read(jobs: 1)
    let path =
      FileManager.default.temporaryDirectory.path + "/mainspring-test-\(getpid())-\(UInt32.random(in: 0 ... .max)).fifo"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    for jobs in [1, 3] {
      let writer = PipeWriter(path: path, bytes: Array(text.utf8))
      writer.start()
      let reader = try CSVReader(path: path)
      let data = try reader.read(jobs: jobs)
      writer.join()
      #expect(data.variables == expected.variables)
      #expect(reader.digest == direct.digest)
    }
  }

  @Test func `Standard input is read as a file is`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let keep = dup(0)
    dup2(ends[0], 0)
    close(ends[0])
    let text = Array("a;b\n1;2,5\n3;4,5\n".utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    defer {
      dup2(keep, 0)
      close(keep)
    }
    let reader = try CSVReader(path: "-")
    #expect(try reader.read()["b"]?.values == .double([2.5, 4.5]))
    #expect(reader.report.source == "standard input")
  }

  /// From python-xxhash 4.1.0 (xxHash 0.8.4), over the bytes that xxHash's own sanity test generates.
  @Test(arguments: [
    (0, "ef46db3751d8e999"), (1, "e934a84adb052768"), (4, "9136a0dca57457ee"), (14, "8282dcc4994e35c8"),
    (31, "299b39a290e6d783"), (32, "18b216492bb44b70"), (33, "55c8dc3e578f5b59"), (222, "b641ae8cb691c174"),
    (5000, "35e5d154ea61c27b"),
  ])
  func `The digest is XXH64, however the bytes arrive`(count: Int, expected: String) {
    var generator: UInt64 = 2_654_435_761
    let bytes = (0..<count).map { _ -> UInt8 in
      defer { generator = generator &* 11_400_714_785_074_694_797 }
      return UInt8(generator >> 56)
    }
    for size in [1, 3, 31, 32, 33, 100, 10_000] {
      var digest = ContentDigest()
      for start in stride(from: 0, to: count, by: size) {
        bytes[start..<min(start + size, count)].withUnsafeBytes { digest.update($0) }
      }
      #expect(digest.text == "xxh64:" + expected)
    }
  }

  @Test func `The report says what was recognised and what is missing`() throws {
    let rows = (0..<1200).map { "\($0 % 7);\($0 < 12 ? "9" : "3");\($0 < 34 ? "" : "2,5");x\n" }.joined()
    let reader = try CSVReader(bytes: Array(("a;b;c;\n" + rows).utf8), name: "webshop.csv")
    _ = try reader.read(columns: ["a", "b", "c"], missing: MissingRules(common: ["9"]))
    #expect(
      reader.report.lines() == [
        "webshop.csv: 1,200 rows × 4 columns (3 read); semicolon-separated, decimal comma; "
          + "missing: 34 empty, 12 code 9",
        "webshop.csv: a column has no name and is called column_4",
      ])
    #expect(reader.report.columns.map(\.kind) == [.number, .number, .number, .skipped])
    #expect(reader.report.columns[2].missing.map(\.count) == [34])
    #expect(reader.report.bytes == rows.utf8.count + 7)
  }

  @Test func `What is written reads back the same`() throws {
    let m = MissingValue.self
    let data = Dataset(
      variables: [
        Variable(name: "plain", values: .int8([1, -112, m.int8(0), 127])),
        Variable(name: "with, comma", values: .int16([300, m.int16(0), -5, 0])),
        Variable(name: "\"quoted\"", values: .double([0.1, m.double(0), 1e300, -2.5e-9])),
        Variable(
          name: "text", values: .text(codes: [0, 1, -1, 2], categories: ["a \"b\"\r\nc", "outer", "漢,字"])),
      ], rowCount: 4)
    let bytes = CSVWriter.bytes(of: data)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        plain,"with, comma",""\"quoted""\",text
        1,300,0.1,"a ""b""\r\nc"
        -112,,,outer
        ,-5,1e+300,
        127,0,-2.5e-09,"漢,字"

        """)
    let again = try CSVReader(bytes: bytes, name: "x").read()
    #expect(again.names == data.names)
    #expect(again.variables.map(\.values) == data.variables.map(\.values))
    let single = Dataset(variables: [Variable(name: "y", values: .int8([1, m.int8(0)]))], rowCount: 2)
    #expect(try CSVReader(bytes: CSVWriter.bytes(of: single), name: "x").read().rowCount == 2)
  }
}

/// Writes bytes into a named pipe from a thread of its own.
private final class PipeWriter: @unchecked Sendable {
  private let path: String
  private let bytes: [UInt8]
  private var thread = pthread_t()

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  func start() {
    pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<PipeWriter>.fromOpaque(argument!).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
  }

  func join() { pthread_join(thread, nil) }

  private func run() {
    let descriptor = open(path, O_WRONLY)
    var position = 0
    while position < bytes.count {
      // Pieces of odd sizes, so that reads come back short.
      let count = min(7919, bytes.count - position)
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + position, count) }
      if written < 0 { break }
      position += written
    }
    close(descriptor)
  }
}
