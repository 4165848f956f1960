package import Domain
import FoundationEssentials

/// What a backup consists of. It is written last: a backup with a manifest has all the files that it names.
package struct BackupManifest: Codable, Equatable, Sendable {
    package struct File: Codable, Equatable, Sendable {
        package let name: String
        package let bytes: Int
        /// In hexadecimal.
        package let sha256: String
    }

    /// How a backup came about. The schedule deletes its own old backups only.
    package enum Maker: String, Codable, Sendable {
        case command, schedule
    }

    static let fileName = "manifest.json"
    static let databaseName = "lodestone.sqlite"
    static let keyName = "secrets.key"
    static let sealedKeyName = "secrets.key.sealed"
    static let currentFormat = "lodestone-backup"
    static let currentVersion = 1

    let format: String
    let version: Int
    package let createdAt: Timestamp
    package let maker: Maker
    /// The path of the data directory that the files were copied from.
    package let dataDirectory: String
    /// The versions of the program and of SQLite that made the backup.
    package let lodestone: String
    package let sqlite: String
    package let files: [File]

    /// - Throws: `BackupError.notABackup` for a file that isn't a manifest of this version.
    init(of path: String) throws(BackupError) {
        guard let content = FileManager.default.contents(atPath: "\(path)/\(Self.fileName)") else {
            throw .notABackup(path: path, reason: "it has no readable \(Self.fileName)")
        }
        guard let manifest = try? JSONDecoder().decode(Self.self, from: content),
            manifest.format == Self.currentFormat
        else { throw .notABackup(path: path, reason: "its \(Self.fileName) is damaged") }
        guard manifest.version == Self.currentVersion else {
            throw .notABackup(path: path, reason: "a newer Lodestone made it")
        }
        let known = [Self.databaseName, Self.keyName, Self.sealedKeyName]
        guard manifest.files.allSatisfy({ known.contains($0.name) }), manifest.file(Self.databaseName) != nil else {
            throw .notABackup(path: path, reason: "its \(Self.fileName) names other files than a backup has")
        }
        self = manifest
    }

    init(createdAt: Timestamp, maker: Maker, dataDirectory: String, sqlite: String, files: [File]) {
        format = Self.currentFormat
        version = Self.currentVersion
        self.createdAt = createdAt
        self.maker = maker
        self.dataDirectory = dataDirectory
        lodestone = ServiceVersion.current
        self.sqlite = sqlite
        self.files = files
    }

    func file(_ name: String) -> File? { files.first { $0.name == name } }

    package var isSealed: Bool { file(Self.sealedKeyName) != nil }
    package var hasKey: Bool { isSealed || file(Self.keyName) != nil }
    package var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

    var json: [UInt8] {
        get throws {
            Array(try JSONEncoder.readable.encode(self)) + [UInt8(ascii: "\n")]
        }
    }
}
