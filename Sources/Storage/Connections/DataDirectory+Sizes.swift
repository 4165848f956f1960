import FoundationEssentials

extension DataDirectory {
    /// Size of the database file in bytes; 0 if there is none.
    package var databaseSize: Int { Self.size(ofFileAt: databasePath) }

    /// Size of the write-ahead log in bytes; 0 if there is none.
    package var writeAheadLogSize: Int { Self.size(ofFileAt: databasePath + "-wal") }

    private static func size(ofFileAt path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }
}
