import Foundation
import Platform
import Testing

@Suite("Files written whole or not at all")
struct AtomicFileTests {
  /// An empty folder, removed afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
  private func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

  @Test("a file is written, then replaced, and nothing else is left in the folder")
  func replaces() throws {
    try inFolder { folder in
      let path = folder + "/a.csv"
      try AtomicFile.write([1, 2, 3], to: path)
      #expect(bytes(path) == [1, 2, 3])
      try AtomicFile.write([], to: path)
      #expect(bytes(path) == [])
      let large = [UInt8](repeating: 7, count: 3_000_000)
      try AtomicFile.write(large, to: path)
      #expect(bytes(path) == large)
      #expect(try files(folder) == ["a.csv"])
    }
  }

  @Test("permissions of a replaced file stay, and a link is followed")
  func permissionsAndLinks() throws {
    try inFolder { folder in
      let path = folder + "/a.json"
      try AtomicFile.write([1], to: path)
      #expect(chmod(path, 0o640) == 0)
      #expect(symlink("a.json", folder + "/link.json") == 0)
      try AtomicFile.write([2], to: folder + "/link.json")
      #expect(bytes(path) == [2])
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.json") == "a.json")
    }
  }

  @Test("what cannot be written is an error with path and reason, and leaves nothing")
  func failures() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/d", withIntermediateDirectories: false)
      try AtomicFile.write([1], to: folder + "/file")
      let long = folder + "/" + String(repeating: "x", count: 300)
      for (path, reason) in [
        (folder + "/none/a.csv", "no such folder"), (folder + "/d", "it is a folder"), ("", "no such"),
        (folder + "/file/a.csv", "not a folder"), (long, "too long"), ("/dev/full", "disk is full"),
      ] {
        let error = #expect(throws: AtomicFile.Failure.self) { try AtomicFile.write([1], to: path) }
        #expect(error?.path == path)
        #expect(error?.reason.contains(reason) == true, "\(path): \(String(describing: error?.reason))")
      }
      #expect(try files(folder) == ["d", "file"])
    }
  }

  @Test("a device is written to, not replaced")
  func devices() throws {
    try AtomicFile.write([1], to: "/dev/null")
    #expect(
      try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        == .typeCharacterSpecial)
  }

  @Test("an interrupt removes the temporary files there are, and only those")
  func interrupt() throws {
    try inFolder { folder in
      let registry = TemporaryFiles()
      var slots: [Int] = []
      for index in 0..<TemporaryFiles.slots {
        let path = "\(folder)/\(index).tmp"
        #expect(FileManager.default.createFile(atPath: path, contents: Data()))
        slots.append(try #require(registry.register(path)))
      }
      #expect(Set(slots).count == TemporaryFiles.slots)
      #expect(registry.register("\(folder)/more") == nil)
      registry.release(slots[5])
      registry.removeAll()
      #expect(try files(folder) == ["5.tmp"])
      #expect(registry.register("\(folder)/5.tmp") == slots[5])
      registry.removeAll()
      #expect(try files(folder).isEmpty)
    }
  }

  private func stage(_ bytes: [UInt8], _ path: String) throws -> StagedFile {
    try StagedFile(bytes, for: OutputTarget(path))
  }

  @Test("of several files all are written or none, whichever fails")
  func several() throws {
    try inFolder { folder in
      let (a, b) = (folder + "/a.csv", folder + "/b.csv")
      try AtomicFile.write([.init(path: a, bytes: [1]), .init(path: b, bytes: [2])])
      #expect(bytes(a) == [1] && bytes(b) == [2])
      for bad in [folder + "/none/c.csv", folder, folder + "/" + String(repeating: "x", count: 300), "/dev/full", a] {
        for outputs in [[a, folder + "/new.csv", bad], [bad, a, folder + "/new.csv"]] {
          #expect(throws: AtomicFile.Failure.self) {
            try AtomicFile.write(outputs.map { .init(path: $0, bytes: [9]) })
          }
          #expect(bytes(a) == [1] && bytes(b) == [2])
          #expect(try files(folder) == ["a.csv", "b.csv"])
        }
      }
    }
  }

  @Test("files that have their names give them back when a later one cannot take its own")
  func rollback() throws {
    try inFolder { folder in
      try AtomicFile.write([1], to: folder + "/a.csv")
      #expect(chmod(folder + "/a.csv", 0o604) == 0)
      let staged = try ["a.csv", "b.csv", "c.csv"].map { try stage([9], "\(folder)/\($0)") }
      // Somebody tidies up too much.
      #expect(unlink(staged[2].temporary.path) == 0)
      #expect(throws: AtomicFile.Failure(path: folder + "/c.csv", code: ENOENT)) { try AtomicFile.commit(staged) }
      for file in staged {
        file.discard()
        file.close()
      }
      #expect(bytes(folder + "/a.csv") == [1])
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/a.csv")
      #expect(attributes[.posixPermissions] as? Int == 0o604)
      #expect(try files(folder) == ["a.csv"])
    }
  }

  @Test("what a run that was killed has left is removed by the next of the same output, and nothing else")
  func leftovers() throws {
    try inFolder { folder in
      let alive = try stage([5], folder + "/a.csv")
      defer { alive.close() }
      let kept = [
        ".mainspring-b.csv-99-1.tmp", ".mainspring-a.csv-99-x.tmp", ".mainspring-a.csv-99-1.tmp.csv", "a.csv-99-1.tmp",
      ]
      for name in kept + [".mainspring-a.csv-99-1.tmp", ".mainspring-a.csv-4194304-17.tmp"] {
        #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data([7])))
      }
      try AtomicFile.write([1], to: folder + "/a.csv")
      let name = alive.temporary.path.split(separator: "/").last.map(String.init) ?? ""
      #expect(try Set(files(folder)) == Set(kept + ["a.csv", name]))
      alive.discard()
    }
  }

  @Test("a link that leads nowhere yet is followed, and every path to a file is one place")
  func places() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/d", withIntermediateDirectories: false)
      #expect(symlink("d/new.csv", folder + "/link.csv") == 0)
      #expect(symlink("link.csv", folder + "/second.csv") == 0)
      let place = AtomicFile.place(of: folder + "/d/new.csv")
      for path in ["/link.csv", "/second.csv", "/d/../d/./new.csv", "//d//new.csv"] {
        #expect(AtomicFile.place(of: folder + path) == place)
      }
      #expect(throws: AtomicFile.Failure.self) {
        try AtomicFile.write(["/d/new.csv", "/second.csv"].map { .init(path: folder + $0, bytes: [1]) })
      }
      try AtomicFile.write([3], to: folder + "/second.csv")
      #expect(bytes(folder + "/d/new.csv") == [3])
      #expect(try files(folder) == ["d", "link.csv", "second.csv"])
      #expect(AtomicFile.place(of: folder + "/d/new.csv") == place)
    }
  }
}
