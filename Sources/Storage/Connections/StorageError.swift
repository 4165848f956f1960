package import Domain

/// Why a data directory or a file in it can't be used, worded for the operator.
package enum StorageError: Error, Equatable, CustomStringConvertible {
    case unusableDirectory(path: String, reason: String)
    case directoryInUse(path: String)
    /// Other users of this machine may read or change it.
    case openToOthers(path: String, mode: Int, allowed: Int)
    /// The database is missing or empty, but files exist that only a server with a database creates.
    case lostDatabase(path: String, beside: String)
    case damagedDatabase(path: String)
    case unusableDatabase(path: String, reason: String)
    case foreignDatabase(path: String)
    case newerDatabase(path: String)
    /// Its tables are not those of its version; builds between two releases make such databases.
    case unreleasedDatabase(path: String)
    case unusableSecretKey(path: String, reason: String)
    case missingSecretKey(path: String)
    case unreadableSecret(VariableName, of: EnvironmentID)
    case unreadablePushKey

    /// The error for the service's users, who can't solve the problem; `nil` where no request can meet it.
    package var refusal: DomainError? {
        switch self {
        case .missingSecretKey, .unusableSecretKey:
            .unavailable(
                """
                The server's key for the secrets of environments is missing or can't be used. Its operator has to put \
                it back; else all secrets have to be removed and set again.
                """, retryAfter: 60)
        case .unreadableSecret(let name, _):
            .unavailable(
                """
                The secret \(name) can't be read: it was changed, or sealed with another key. Set it again, or have the \
                server's operator put that key back.
                """, retryAfter: 60)
        default: nil
        }
    }

    package var description: String {
        switch self {
        case .unusableDirectory(let path, let reason):
            "The data directory \(path) cannot be used: \(reason)."
        case .directoryInUse(let path):
            "The data directory \(path) is in use by another Lodestone. Stop that one, or choose another with --data."
        case .openToOthers(let path, let mode, let allowed):
            """
            \(path) is open to other users of this machine (mode \(octal: mode)). Make it its owner's only:
              chmod \(octal: allowed) '\(path)'
            """
        case .lostDatabase(let path, let other):
            """
            \(path) is missing or empty, but \(other) is there: a server kept data here. Restore the database from a \
            backup. To begin anew instead, move \(other) away.
            """
        case .damagedDatabase(let path):
            """
            \(path) is damaged; it was left as it is. Restore it from a backup, without the old -wal and -shm files. \
            What is broken tells
              sqlite3 -readonly '\(path)' 'PRAGMA integrity_check'
            and `.recover` of the same program may save what there is no backup of.
            """
        case .unusableDatabase(let path, let reason):
            "\(path) cannot be used: \(reason)."
        case .foreignDatabase(let path):
            """
            \(path) is not a Lodestone database, or its beginning is damaged; it was left as it is. Choose another \
            directory with --data, or restore a backup.
            """
        case .newerDatabase(let path):
            "\(path) was written by a newer Lodestone; it was left as it is. Install that version or a later one."
        case .unreleasedDatabase(let path):
            """
            \(path) was made by a build of Lodestone between two releases, or its tables were changed; it was left as it \
            is. Choose another directory with --data. To take the data along, `lodestone export` them with the build \
            that made them, and `lodestone import` them into the new directory.
            """
        case .unusableSecretKey(let path, let reason):
            "The key of the environments' secrets, \(path), cannot be used: \(reason)."
        case .missingSecretKey(let path):
            """
            The key of the environments' secrets, \(path), is missing. Put it back, or delete all secrets and set them \
            again; and remove the devices that have subscribed to notifications, and add them again.
            """
        case .unreadableSecret(let name, let environment):
            """
            The secret \(name) of the environment \(environment) cannot be read: it was changed, or sealed with another \
            key. Put that key back, or set the secret again.
            """
        case .unreadablePushKey:
            """
            The server's key for push services cannot be read: it was changed, or sealed with another key than that in \
            secrets.key. Put that key back, or remove the devices that have subscribed, and add them again.
            """
        }
    }
}

extension DefaultStringInterpolation {
    fileprivate mutating func appendInterpolation(octal mode: Int) {
        appendInterpolation("0" + String(mode, radix: 8))
    }
}
