// swift-tools-version: 6.2
import PackageDescription

// A program of its own that uses the library: what the page "Getting started" shows, built and run by script/test.
let package = Package(
  name: "GettingStarted",
  dependencies: [.package(name: "mainspring", path: "../..")],
  targets: [
    .executableTarget(name: "GettingStarted", dependencies: [.product(name: "Mainspring", package: "mainspring")])
  ]
)
