import Datasets
import Foundation
import Measures
import Studies
import Survey
import SurveyFiles
import TestSupport
import Testing

@Suite struct BundledDatasetsTests {
  static let repository = PackageFiles.root

  @Test func theProgramHoldsExactlyTheFilesOfTheRepository() throws {
    let folder = Self.repository.appending(path: "datasets")
    let manager = FileManager.default
    let names = try manager.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == BundledDatasets.all.map(\.name).sorted())
    for dataset in BundledDatasets.all {
      let own = folder.appending(path: dataset.name)
      #expect(try manager.contentsOfDirectory(atPath: own.path).sorted() == dataset.files.map(\.name).sorted())
      for file in dataset.files {
        #expect(try [UInt8](Data(contentsOf: own.appending(path: file.name))) == file.bytes, "\(file.name)")
        #expect(file.text.utf8.count == file.bytes.count)
      }
    }
    #expect(BundledDatasets.named("nothing") == nil)
  }

  @Test(arguments: BundledDatasets.all.filter { $0.study != nil }.map(\.name))
  func everyStudyResolvesAgainstItsData(name: String) throws {
    let dataset = try #require(BundledDatasets.named(name))
    let path = Self.repository.appending(path: "datasets/\(name)/\(name).yaml").path
    let file = try StudyFile.read(path: path)
    let study = file.specification
    #expect(study.title == dataset.title)
    let data = try CSVReader(path: try #require(study.data)).read()
    #expect(data.rowCount == dataset.rows)
    #expect(data.variables.count == dataset.columns)
    let isOfMoments = Moments.looksLikeMoments(names: data.names)
    let text = isOfMoments ? [] : Set(data.variables.filter(\.isText).map(\.name))
    let (roles, notes) = try study.resolved(
      in: isOfMoments ? Moments(table: data).names : data.names, text: text)
    #expect(notes.isEmpty)
    // Models of constructs have no outcomes, and tests and indicators no scales.
    let isOfConstructs = ["holzinger-swineford", "political-democracy", "ecsi"].contains(name)
    #expect(roles.outcomes.isEmpty == isOfConstructs && !roles.players.isEmpty)
    // A published matrix says how many respondents it is from, and no scales.
    let isScaled = study.n == nil && (!isOfConstructs || isOfMoments)
    #expect(roles.players.allSatisfy { $0.items.allSatisfy { ($0.scale != nil) == isScaled } })
    #expect(file.settings.bootstrap.replicates == (isOfConstructs ? nil : 1000))
  }

  @Test func exportedDataHaveTheSumsThatRFound() throws {
    let file = Self.repository.appending(path: "Tests/References/datasets/sums.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 17)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let path = Self.repository.appending(path: "datasets/\(cells[0])/\(cells[0]).csv").path
      let values = try CSVReader(path: path).read().variable(cells[1]).doubles
      #expect(values.count == Int(cells[2]))
      #expect(values.reduce(0, +) == Double(cells[3]), "\(line)")
      #expect(values.reduce(0) { $0 + $1 * $1 } == Double(cells[4]), "\(line)")
    }
  }

  @Test func exportedMatricesAndProvincesHaveTheSumsThatRFound() throws {
    let file = Self.repository.appending(path: "Tests/References/datasets/published-sums.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 22)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let path = Self.repository.appending(path: "datasets/\(cells[0])/\(cells[0]).csv").path
      let unit = try #require(Double(cells[3]))
      let values = try CSVReader(path: path).read().variable(cells[1]).doubles.map { ($0 * unit).rounded() }
      #expect(values.count == Int(cells[2]))
      #expect(values.reduce(0, +) == Double(cells[4]), "\(line)")
      #expect(values.max() == Double(cells[5]), "\(line)")
    }
  }

  @Test func theCertifiedSetsHaveTheRowsAndColumnsThatNISTStates() throws {
    // Observations as the head of each of NIST's files states them.
    let observations = [
      "Norris": 36, "Pontius": 40, "NoInt1": 11, "NoInt2": 3, "Filip": 82, "Longley": 16, "Wampler1": 21,
      "Wampler2": 21,
      "Wampler3": 21, "Wampler4": 21, "Wampler5": 21, "PiDigits": 5000, "Lottery": 218, "Lew": 200, "Mavro": 50,
      "Michelso": 100, "NumAcc1": 3, "NumAcc2": 1001, "NumAcc3": 1001, "NumAcc4": 1001, "SiRstv": 25, "AtmWtAg": 48,
      "SmLs01": 189, "SmLs02": 1809, "SmLs03": 18009, "SmLs04": 189, "SmLs05": 1809, "SmLs06": 18009, "SmLs07": 189,
      "SmLs08": 1809, "SmLs09": 18009,
    ]
    let nist = try #require(BundledDatasets.named("nist"))
    #expect(nist.study == nil && nist.data == nil && nist.rows == nil)
    #expect(Set(nist.files.map(\.name)) == Set(observations.keys.map { "\($0).csv" } + ["README.md", "certified.csv"]))
    for (name, count) in observations {
      let data = try CSVReader(bytes: try #require(nist.file("\(name).csv")).bytes, name: name).read()
      #expect(data.rowCount == count, "\(name)")
      #expect(data.names.contains("y"))
    }
  }

  @Test func theWebshopHasTheRolesOfTheDesign() throws {
    let dataset = try #require(BundledDatasets.named("webshop"))
    let study = try StudyFile.parse(try #require(dataset.study).text, file: "webshop.yaml").specification
    let reader = try CSVReader(path: Self.repository.appending(path: "datasets/webshop/webshop.csv").path)
    let names = reader.names
    let roles = try study.roles(in: names, text: ["segment"])
    #expect(roles.players.map(\.title) == ["Product quality", "Process ease", "Staff courtesy"])
    #expect(roles.players.allSatisfy { $0.kind == .composite && $0.items.count == 4 && $0.stated.count == 4 })
    #expect(roles.outcomes.map(\.scale) == [RatingScale(0, 10), RatingScale(1, 7)])
    #expect(roles.weights?.kind == .sampling)

    // 9 is "don't know" to the items and an answer to whoever would recommend.
    let rules = try study.missingRules(in: names)
    #expect(rules.exempt == ["weight"] && rules.own == ["recommend": []])
    let data = try reader.read(missing: rules)
    for item in roles.players.flatMap(\.items) {
      let values = try data.variable(item.name).doubles
      #expect(values.allSatisfy { $0.isNaN || (1...7).contains($0) })
      let missing = values.count(where: \.isNaN)
      #expect(missing > 0 && missing < 80, "\(item.name): \(missing)")
    }
    #expect(try data.variable("recommend").doubles.contains(9))
    #expect(Set(try data.variable("wave").doubles) == [1, 2])
    let weights = try data.variable("weight").doubles
    #expect(abs(weights.reduce(0, +) / 1200 - 1) < 0.05)
  }
}
