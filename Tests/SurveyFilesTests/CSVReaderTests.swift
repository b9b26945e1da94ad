import Survey
import SurveyFiles
import Testing

@Suite struct CSVReaderTests {
  @Test func `A small file gives columns, kinds and missing reasons`() throws {
    let text = "id,rating,city\n1,5,Ulm\n2,NA,\"Aix, Provence\"\n3,9,Ulm\n"
    let reader = try CSVReader(bytes: Array(text.utf8), name: "small.csv")
    #expect(reader.names == ["id", "rating", "city"])
    let data = try reader.read(missing: MissingRules(common: ["9"]))
    #expect(data["id"]?.values == .int8([1, 2, 3]))
    #expect(data["rating"]?.values == .int8([5, MissingValue.int8(1), MissingValue.int8(2)]))
    #expect(data["rating"]?.missingReasons[2] == .code("9"))
    #expect(data["city"]?.values == .text(codes: [0, 1, 0], categories: ["Ulm", "Aix, Provence"]))
  }
}
