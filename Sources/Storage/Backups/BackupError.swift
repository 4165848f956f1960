/// Why a backup can't be made or restored, worded for the operator.
package enum BackupError: Error, Equatable, CustomStringConvertible {
    case noDatabase(path: String)
    case unusableDestination(path: String, reason: String)
    /// The disk is full, or would be: `needed` and `free` are bytes.
    case noRoom(path: String, needed: Int, free: Int)
    /// The copy was made, but isn't a sound database.
    case damagedCopy([String])
    case failed(reason: String)
    case notABackup(path: String, reason: String)
    /// A file of the backup isn't as it was written.
    case altered(path: String)
    case damagedBackup(path: String, [String])
    case passphraseNeeded
    case wrongPassphrase
    /// The key doesn't decrypt the database's secrets.
    case otherKey(String)

    package var description: String {
        switch self {
        case .noDatabase(let path):
            "There is no database at \(path). Give the data directory with --data."
        case .unusableDestination(let path, let reason):
            "Backups cannot be written to \(path): \(reason)."
        case .noRoom(let path, let needed, let free):
            """
            There is not enough room for \(path): it takes \(Self.mebibytes(needed)) MiB, and \
            \(Self.mebibytes(free)) MiB are free. Nothing was left there.
            """
        case .damagedCopy(let problems):
            """
            The copy is damaged, and so, most likely, is the database; nothing was kept of it. `lodestone check` tells \
            more. Found: \(problems.joined(separator: "; ")).
            """
        case .failed(let reason):
            "It failed, and nothing was left of it: \(reason)."
        case .notABackup(let path, let reason):
            "\(path) is not a backup that can be restored: \(reason)."
        case .altered(let path):
            "\(path) is not as it was when the backup was made. Nothing was changed. Restore another backup."
        case .damagedBackup(let path, let problems):
            """
            The database in \(path) is damaged. Nothing was changed. Restore another backup. Found: \
            \(problems.joined(separator: "; ")).
            """
        case .passphraseNeeded:
            "The key in this backup is sealed with a passphrase. Give the file with it: --passphrase-file FILE."
        case .wrongPassphrase:
            "The passphrase does not open the key in this backup, or the sealed key was changed. Nothing was changed."
        case .otherKey(let detail):
            "The key in this backup does not fit its database. Nothing was changed. \(detail)"
        }
    }

    private static func mebibytes(_ bytes: Int) -> Int { (bytes + 1_048_575) / 1_048_576 }
}
