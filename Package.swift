// swift-tools-version: 6.2
import PackageDescription

// One target per idea; the level of each stands in the map of Sources in README.md. An import never goes up or
// sideways within a level, and SwiftPM enforces it: a target sees only what it lists here.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "mainspring",
  products: [
    .library(name: "Mainspring", targets: ["Mainspring"]),
    .library(name: "MainspringModels", targets: ["MainspringModels"]),
    .executable(name: "mainspring", targets: ["MainspringTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Level 0
    .systemLibrary(name: "CRmath", path: "Sources/System/CRmath", providers: [.apt(["r-mathlib"])]),
    .systemLibrary(name: "CReadStat", path: "Sources/System/CReadStat", providers: [.apt(["libreadstat-dev"])]),
    .systemLibrary(
      name: "CCompression", path: "Sources/System/CCompression", providers: [.apt(["zlib1g-dev", "libzstd-dev"])]),
    .systemLibrary(name: "CEncodings", path: "Sources/System/CEncodings", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(
      name: "CArchives", path: "Sources/System/CArchives", providers: [.apt(["libzip-dev", "libexpat1-dev"])]),
    .systemLibrary(
      name: "CWorkbooks", path: "Sources/System/CWorkbooks", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CAllocation", path: "Sources/System/CAllocation"),
    // Defines the functions of the libraries above, so that their libraries are loaded when they are needed.
    .target(name: "CLibraries", path: "Sources/System/CLibraries"),
    library("Platform"),
    library("Languages"),
    // Level 1
    library("Rendering", ["Languages", "Platform", "CWorkbooks", "CArchives", "CLibraries"]),
    library("LinearAlgebra", ["Platform"]),
    library("Probability", ["CRmath", "Platform"]),
    // Level 2
    library("Optimization", ["LinearAlgebra", "Probability", "Platform"]),
    library("Resampling", ["LinearAlgebra", "Probability", "Platform"]),
    library("Survey", ["Languages", "LinearAlgebra", "Probability"]),
    library("ModelSyntax", ["Platform"]),
    // Level 3
    library(
      "SurveyFiles",
      [
        "Survey", "Platform", "CReadStat", "CCompression", "CEncodings", "CArchives", "CLibraries",
        .product(name: "Yams", package: "Yams"),
      ]),
    library("Measures", ["Survey", "Resampling", "LinearAlgebra", "Probability", "Platform"]),
    // Level 4
    library("Regression", ["Measures", "Resampling", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    library(
      "Factors",
      ["Measures", "Resampling", "Optimization", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    library("Simulation", ["Measures", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    library("Imputation", ["Measures", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    library("Datasets"),
    // Level 5
    library(
      "Reliability", ["Factors", "Measures", "Resampling", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    library(
      "Importance", ["Regression", "Measures", "Resampling", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    library(
      "Structural",
      [
        "ModelSyntax", "Measures", "Resampling", "Optimization", "Survey", "LinearAlgebra", "Probability", "Platform",
      ]),
    // Level 6
    library(
      "Insight",
      [
        "Importance", "Imputation", "Regression", "Factors", "Structural", "Measures", "Resampling", "Survey",
        "LinearAlgebra", "Probability", "Platform",
      ]),
    // Level 7
    library(
      "Studies",
      [
        "Insight", "Importance", "Imputation", "Regression", "Reliability", "Factors", "Simulation", "Datasets",
        "Measures", "Rendering", "Resampling", "Survey", "SurveyFiles", "Languages", "LinearAlgebra", "Platform",
        "Structural",
        "ModelSyntax",
      ]),
    library(
      "Validation",
      [
        "Importance", "Regression", "Factors", "Structural", "ModelSyntax", "Datasets", "Measures", "Survey",
        "SurveyFiles", "LinearAlgebra", "Platform",
      ]),
    // Level 8
    library(
      "Presentation",
      [
        "Studies", "Rendering", "Insight", "Importance", "Imputation", "Regression", "Reliability", "Factors",
        "Optimization",
        "Simulation",
        "Datasets", "Measures", "Resampling", "Survey", "SurveyFiles", "Languages", "LinearAlgebra", "Structural",
      ]),
    // Level 9
    .target(
      name: "Report",
      dependencies: [
        "Presentation", "Studies", "Rendering", "Insight", "Importance", "Regression", "Reliability", "Factors",
        "Measures", "Resampling", "Survey", "LinearAlgebra", "Languages",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Page"], swiftSettings: strict),
    library(
      "MainspringModels",
      [
        "Insight", "Importance", "Imputation", "Regression", "Reliability", "Factors", "Optimization", "Simulation",
        "Measures", "Resampling", "Survey", "SurveyFiles", "LinearAlgebra", "Probability", "Structural", "ModelSyntax",
      ]),
    // Level 10
    library(
      "Mainspring",
      [
        "MainspringModels", "Report", "Presentation", "Studies", "Validation", "Rendering", "Datasets", "Languages",
        "Platform",
      ]),
    // Level 11
    .executableTarget(
      name: "MainspringTool",
      dependencies: [
        "Mainspring", "Report", "Presentation", "Studies", "Validation", "Rendering", "Insight", "Importance",
        "Regression",
        "Reliability",
        "Factors", "Simulation", "Datasets", "Measures", "Resampling", "Survey", "SurveyFiles", "Languages",
        "LinearAlgebra", "Probability", "Platform", "CAllocation", "Structural",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "MainspringBenchmarks",
      dependencies: [
        "Importance", "Imputation", "Factors", "Measures", "Resampling", "LinearAlgebra", "Probability", "Survey",
        "SurveyFiles", "Platform", "Structural", "ModelSyntax", "Datasets",
      ],
      path: "Benchmarks", exclude: ["Coverage", "peers", "RESULTS.md", "SCALING.md"], swiftSettings: strict),
    .target(
      name: "CoverageStudy",
      dependencies: [
        "Insight", "Importance", "Imputation", "Regression", "Factors", "Structural", "ModelSyntax", "Simulation",
        "Measures", "Resampling", "Survey", "Probability", "LinearAlgebra", "Rendering", "Platform",
      ],
      path: "Benchmarks/Coverage/Study", swiftSettings: strict),
    .executableTarget(
      name: "MainspringCoverage", dependencies: ["CoverageStudy", "Platform"], path: "Benchmarks/Coverage/Program",
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    tests("Platform"),
    tests("Languages"),
    tests("Rendering", ["Platform", "CArchives", "CLibraries"]),
    tests("LinearAlgebra"),
    tests("Probability"),
    tests("Optimization", ["LinearAlgebra", "Probability", "Platform"]),
    tests("Resampling", ["Probability", "LinearAlgebra"]),
    tests("Survey", ["Languages"]),
    .target(
      name: "FuzzingChecks",
      dependencies: [
        "Survey", "SurveyFiles", "Studies", "Insight", "Structural", "ModelSyntax", "Measures", "LinearAlgebra",
        "Platform",
      ], path: "Tests/Fuzzing/Checks", swiftSettings: strict),
    .executableTarget(name: "FuzzCommands", path: "Tests/Fuzzing/Commands", swiftSettings: strict),
    tests("SurveyFiles", ["Survey", "FuzzingChecks", "Platform"], exclude: ["Fixtures"]),
    tests("Measures", ["Survey", "Resampling", "LinearAlgebra", "Probability"]),
    tests("Regression", ["Measures", "Survey", "SurveyFiles", "LinearAlgebra", "Probability", "Platform"]),
    tests(
      "Factors",
      ["Measures", "Resampling", "Optimization", "Survey", "SurveyFiles", "LinearAlgebra", "Probability", "Platform"]),
    tests(
      "Reliability",
      ["Factors", "Measures", "Resampling", "Survey", "SurveyFiles", "LinearAlgebra", "Probability", "Platform"]),
    tests("ModelSyntax"),
    tests(
      "Structural", ["ModelSyntax", "Measures", "Resampling", "Survey", "LinearAlgebra", "Probability", "Platform"]),
    tests(
      "Simulation", ["Studies", "Measures", "Survey", "SurveyFiles", "LinearAlgebra", "Probability", "Importance"]),
    tests("Datasets", ["Survey", "SurveyFiles", "Studies"]),
    tests("Imputation", ["Regression", "Measures", "Survey", "LinearAlgebra", "Probability"]),
    tests(
      "Importance", ["Regression", "Measures", "Survey", "SurveyFiles", "LinearAlgebra", "Probability", "Resampling"]),
    tests(
      "Insight",
      [
        "Studies", "Importance", "Imputation", "Regression", "Factors", "Measures", "Simulation", "Survey",
        "SurveyFiles", "LinearAlgebra", "Probability", "Resampling",
      ]),
    tests(
      "Studies",
      [
        "Insight", "Importance", "Measures", "Regression", "Resampling", "Structural", "Survey", "SurveyFiles",
        "Datasets", "Platform",
      ]),
    tests("CoverageStudy", ["Insight", "Importance", "Measures", "Resampling"]),
    tests("Presentation", ["Rendering", "Resampling", "Insight", "Structural", "Survey", "SurveyFiles", "Studies"]),
    tests("Report", ["Insight", "Measures", "Survey", "Studies", "LinearAlgebra", "Languages"]),
    tests("Validation", ["Datasets", "Measures", "Regression", "Survey"]),
    .testTarget(
      name: "MainspringToolTests", dependencies: ["Presentation", "Studies", "Survey", "Rendering", "TestSupport"],
      swiftSettings: strict),
  ]
)

// What libFuzzer runs has no main function, so it is part of the package only for `script/fuzz`.
if Context.environment["MAINSPRING_FUZZING"] != nil {
  package.targets += ["CSV", "Study", "Condition", "Model", "Statistical", "Workbook"].map { name in
    .executableTarget(
      name: "Fuzz\(name)", dependencies: ["FuzzingChecks"], path: "Tests/Fuzzing/\(name)", swiftSettings: strict)
  }
}
