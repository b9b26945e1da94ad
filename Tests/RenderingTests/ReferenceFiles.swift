import TestSupport

/// A committed file under Tests/References, as text.
func referenceText(_ path: String) throws -> String { try PackageFiles.text("Tests/References/\(path)") }
