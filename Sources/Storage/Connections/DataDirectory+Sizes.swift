import FoundationEssentials

extension DataDirectory {
    /// How much the database's file takes, in bytes.
    package var databaseSize: Int { Self.size(ofFileAt: databasePath) }

    /// How much has been written and not yet been moved into the database's file, in bytes.
    package var writeAheadLogSize: Int { Self.size(ofFileAt: databasePath + "-wal") }

    private static func size(ofFileAt path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }
}
