import Foundation
import Testing

/// `mainspring notebook`: what it runs, what it leaves alone, and what it refuses.
@Suite struct NotebookVerbTests {
  private static let page = """
    # Page

    ```sh
    $ echo not run
    ```

    ```console
    $ echo one; echo two
    old
    $ printf 'a  \\n' | cat
    a  
    $ printf \\
    >   'long\\n'
    ```

    ````console
    $ cat fence.txt
    ```
    ````

    ```console
    Nothing to run here.
    $ echo no
    ```
    End
    """

  private func folder(_ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "page.md")
    try folder.write("```\n", to: "fence.txt")
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ options: [String] = []) throws -> Program.Outcome {
    try Program.run(["notebook", "page.md"] + options, directory: folder.url)
  }

  @Test("outputs are refreshed, and everything else stays") func refresh() throws {
    let folder = try folder(Self.page)
    let result = try run(folder)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.error)")
    #expect(result.error == "page.md: 2 of 4 outputs refreshed.\n")
    let expected = Self.page.replacing("old\n", with: "one\ntwo\n").replacing(
      ">   'long\\n'\n", with: ">   'long\\n'\nlong\n")
    #expect(try folder.text("page.md") == expected)
    // A second run finds nothing to do, and --check agrees.
    #expect(try run(folder).error == "page.md: 4 outputs, as they were.\n")
    let check = try run(folder, ["--check"])
    #expect(check.status == 0 && check.output.isEmpty && check.error.contains("4 outputs, as the file shows"))
    #expect(folder.names == ["fence.txt", "page.md"])
  }

  @Test("--check shows the difference, fails and writes nothing") func check() throws {
    let folder = try folder(Self.page)
    let result = try run(folder, ["--check"])
    #expect(result.status == 1)
    #expect(
      result.output == """
        page.md:8: $ echo one; echo two
        -9: old
        +10: one
        +10: two
        page.md:12: $ printf \\
          'long\\n'
        +14: long

        """, "\(result.output)")
    #expect(result.error.contains("2 of 4 outputs differ"))
    #expect(try folder.text("page.md") == Self.page)
  }

  @Test("the program itself is the one on the path") func ownProgram() throws {
    let folder = try folder("```console\n$ mainspring --version\n$ mainspring datasets --format csv | head -n 1\n```\n")
    #expect(try run(folder).status == 0)
    let version = try Program.run(["--version"]).output
    #expect(try folder.text("page.md").contains("$ mainspring --version\n\(version)$ mainspring datasets"))
  }

  @Test("a command that fails leaves the file alone") func failure() throws {
    let text = "```console\n$ echo fresh\n$ mainspring drivers nothing.csv\n$ echo x > trace\n```\n"
    let folder = try folder(text)
    let result = try run(folder)
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.error.contains("page.md:3: the command failed with status 66"), "\(result.error)")
    #expect(result.error.contains("There is no file 'nothing.csv'"))
    #expect(try folder.text("page.md") == text && !folder.names.contains("trace"))
  }

  @Test(
    "other commands are refused before anything runs, unless they are asked for",
    arguments: [
      "touch trace", "echo x | touch trace", "true && touch trace", "echo \"$(touch trace)\"", "X=1 touch trace",
      "echo `touch trace`", "echo a;touch trace", "(touch trace)", "echo 2>&1 | touch trace",
    ])
  func refused(_ command: String) throws {
    let folder = try folder("```console\n$ echo first > first\n$ \(command)\n```\n")
    let result = try run(folder)
    #expect(result.status == 64 && result.error.contains("page.md:3: '"), "\(result.error)")
    #expect(result.error.contains("nothing was run") && folder.names == ["fence.txt", "page.md"])
    #expect(try run(folder, ["--any-command"]).status == 0)
    #expect(folder.names == ["fence.txt", "first", "page.md", "trace"])
  }

  @Test(
    "words in quotes, targets and programs of awk are no commands",
    arguments: [
      "echo 'a | touch b; $(c)'", "echo a 2> file > other && cat other", "echo 1,2 | awk -F, '{print $(2)}'",
      "LC_ALL=C wc -l fence.txt", "echo \"a \\\" ; b\"", "mainspring --version >version 2>&1",
    ])
  func allowed(_ command: String) throws {
    let folder = try folder("```console\n$ \(command)\n```\n")
    let result = try run(folder)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test("an output that would break its block is refused") func fences() throws {
    for (command, says) in [("cat fence.txt", "more backquotes"), ("echo '$ x'", "'$ '")] {
      let text = "```console\n$ \(command)\n```\n"
      let folder = try folder(text)
      let result = try run(folder)
      #expect(result.status == 64 && result.error.contains(says), "\(result.error)")
      #expect(try folder.text("page.md") == text)
    }
  }

  @Test("line ends of Windows stay") func carriageReturns() throws {
    let folder = try folder("a\r\n```console\r\n$ echo x\r\nold\r\n```\r\n")
    #expect(try run(folder).status == 0)
    #expect(try folder.text("page.md") == "a\r\n```console\r\n$ echo x\r\nx\r\n```\r\n")
  }

  @Test("a notebook does not run itself") func itself() throws {
    let folder = try folder("```console\n$ mainspring notebook page.md\n```\n")
    let result = try run(folder)
    #expect(result.status == 1 && result.error.contains("runs itself"), "\(result.error)")
  }

  @Test("commands run in the file's folder, or in another") func places() throws {
    let folder = try folder("```console\n$ ls\n```\n")
    let other = try TemporaryFolder()
    try other.write("", to: "other.txt")
    let path = folder.url.appending(path: "page.md").path
    #expect(try Program.run(["notebook", path]).status == 0)
    #expect(try folder.text("page.md") == "```console\n$ ls\nfence.txt\npage.md\n```\n")
    #expect(try Program.run(["notebook", path, "--folder", other.url.path]).status == 0)
    #expect(try folder.text("page.md") == "```console\n$ ls\nother.txt\n```\n")
    #expect(try Program.run(["notebook", path, "--folder", "no-such"]).status == 66)
  }

  @Test("what is no notebook is told") func faults() throws {
    let folder = try folder("# Nothing\n\n```sh\necho\n```\n")
    let none = try run(folder)
    #expect(none.status == 64 && none.error.contains("```console"), "\(none.error)")
    let absent = try Program.run(["notebook", "pag.md"], directory: folder.url)
    #expect(absent.status == 66 && absent.error.contains("Did you mean 'page.md'?"), "\(absent.error)")
  }
}
