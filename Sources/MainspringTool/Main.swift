import ArgumentParser
import LinearAlgebra
import Platform
import Presentation
import Rendering
import Survey

@main
struct Tool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mainspring",
    abstract: "Finds what drives customer recommendation and repurchase, and what to work on first.",
    discussion: """
      Try it on bundled data:
        mainspring drivers webshop
        mainspring ipa webshop --output matrix.png
      """,
    version: Version.current,
    subcommands: [
      InitCommand.self, DriversCommand.self, IPACommand.self, DescribeCommand.self, MissingCommand.self,
      ImputeCommand.self, RakeCommand.self,
      CorrelateCommand.self,
      FactorCommand.self,
      ReliabilityCommand.self, StructuralCommand.self, MediateCommand.self, ReportCommand.self, SimulateCommand.self,
      MomentsCommand.self,
      ConvertCommand.self,
      DatasetsCommand.self,
      ValidateCommand.self,
      RerunCommand.self, NotebookCommand.self, SchemaCommand.self,
      ExplainCommand.self, ManualCommand.self,
    ], helpNames: [.short, .long, .customLong("help-all")])

  /// Runs the program: a fault of the data ends it with one plain message and the status of the contract.
  static func main() {
    Interruption.install()
    MemoryFailure.install()
    do {
      try VerbChoice.check(CommandLine.arguments.dropFirst())
      var command = try parsed()
      if command is any LinearAlgebraCommand { try prepareLinearAlgebra() }
      try command.run()
    } catch let fault as any Fault {
      Console.errorLines(FaultLines.text(fault))
      endProcess(fault.exitStatus)
    } catch let error as AtomicFile.Failure {
      Console.error("mainspring: \(error)")
      endProcess(73)
    } catch let error as PictureExportError {
      Console.error("mainspring: \(error)")
      endProcess(73)
    } catch let error as OfficeFileError {
      Console.error("mainspring: \(error)")
      endProcess(73)
    } catch let error as LinearAlgebraUnavailable {
      Console.error("mainspring: \(error)")
      endProcess(65)
    } catch {
      // Help goes to standard output as it is; a complaint repeats what was typed.
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      let words = Array(CommandLine.arguments.dropFirst())
      if status.isSuccess {
        guard let help = Self.help(message, words) else { exit(withError: error) }
        Console.write(help)
        endProcess(0)
      }
      if !message.isEmpty { Console.errorLines(Complaint.worded(message, arguments: words)) }
      endProcess(status.rawValue)
    }
  }

  /// What is shown instead of the argument parser's help; `nil` where the message is none.
  private static func help(_ message: String, _ words: [String]) -> String? {
    guard message.hasPrefix("OVERVIEW: "), !words.contains(where: { $0.hasSuffix("-hidden") }) else { return nil }
    if words.isEmpty { return StartPage.text(files: Files.names(in: ".")) }
    return HelpPage(of: VerbChoice.path(of: words)).text(
      width: min(100, Console.outputWidth), isLong: words.contains("--help-all"))
  }

  /// The command line's verb with its options.
  ///
  /// A verb that parses by itself is spared the options of the program and a second look at its own; whatever does not (help, a
  /// mistake) is parsed as a whole, so that words and statuses are those of the whole program.
  private static func parsed() throws -> any ParsableCommand {
    let words = CommandLine.arguments.dropFirst()
    if let verb = words.first.flatMap(VerbChoice.named),
      let command = try? verb.parseAsRoot(Array(words.dropFirst())), type(of: command) == verb
    {
      return command
    }
    return try parseAsRoot()
  }
}

/// A verb that cannot do without LAPACK: when it is missing or has no room, that is told before any work.
protocol LinearAlgebraCommand: ParsableCommand {}
