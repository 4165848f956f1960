package import Domain

/// Why a data directory or a file in it can't be used, worded for the operator.
package enum StorageError: Error, Equatable, CustomStringConvertible {
    case unusableDirectory(path: String, reason: String)
    case directoryInUse(path: String)
    /// Root uses the directory of another user.
    case foreignOwner(path: String, owner: UInt32)
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
    case unreadableAuthenticatorKey(of: UserID)

    /// The error for the service's users, who can't solve the problem; `nil` where no request can meet it.
    package var refusal: DomainError? {
        switch self {
        case .missingSecretKey, .unusableSecretKey:
            .unavailable(
                """
                The server's key for secrets is missing or can't be used. Ask the server's operator to restore it. Without \
                it, all secrets must be deleted and set again, and codes of authenticator apps can't be checked.
                """, retryAfter: 60)
        case .unreadableSecret(let name, _):
            .unavailable(
                """
                The secret \(name) can't be decrypted: it was changed, or encrypted with another key. Set it again, or \
                ask the server's operator to restore that key.
                """, retryAfter: 60)
        case .unreadableAuthenticatorKey:
            .unavailable(
                """
                The key of your authenticator app can't be decrypted. Use a recovery code, or ask the server's operator to \
                restore secrets.key or to reset your two-factor authentication.
                """, retryAfter: 60)
        default: nil
        }
    }

    package var description: String {
        switch self {
        case .unusableDirectory(let path, let reason):
            "The data directory \(path) cannot be used: \(reason)."
        case .directoryInUse(let path):
            "The data directory \(path) is in use by another Lodestone. Stop that server, or use another directory."
        case .foreignOwner(let path, let owner):
            """
            The data directory \(path) belongs to another user. Run the command as that user:
              sudo -u '#\(owner)' lodestone …
            """
        case .openToOthers(let path, let mode, let allowed):
            """
            Other users of this machine can access \(path) (mode \(octal: mode)). Limit it to its owner:
              chmod \(octal: allowed) '\(path)'
            """
        case .lostDatabase(let path, let other):
            """
            \(path) is missing or empty, but \(other) exists, so this directory had a database. Restore the database \
            from a backup. To start with an empty one instead, move \(other) away.
            """
        case .damagedDatabase(let path):
            """
            \(path) is damaged; it was not changed. Restore it from a backup, and remove the old -wal and -shm files. \
            To see the damage, run
              sqlite3 -readonly '\(path)' 'PRAGMA integrity_check'
            If you have no backup, the .recover command of sqlite3 may save part of the data.
            """
        case .unusableDatabase(let path, let reason):
            "\(path) cannot be used: \(reason)."
        case .foreignDatabase(let path):
            """
            \(path) is not a Lodestone database, or its header is damaged; it was not changed. Choose another \
            directory with --data, or restore a backup.
            """
        case .newerDatabase(let path):
            "\(path) was written by a newer Lodestone; it was not changed. Install that version or a later one."
        case .unreleasedDatabase(let path):
            """
            \(path) was created by an unreleased build of Lodestone, or its tables were changed; it is left as it is. \
            Choose another directory with --data. To move the data there, run `lodestone export` with the build that \
            created the database, then `lodestone import` with this one.
            """
        case .unusableSecretKey(let path, let reason):
            "The key for secrets, \(path), cannot be used: \(reason)."
        case .missingSecretKey(let path):
            """
            The key for secrets, \(path), is missing. Restore it. If you can't, delete all secrets of environments and set \
            them again, remove all devices that get notifications and add them again, and reset the two-factor \
            authentication of everybody who has it.
            """
        case .unreadableSecret(let name, let environment):
            """
            The secret \(name) of the environment \(environment) cannot be decrypted: it was changed, or encrypted \
            with another key. Restore that key, or set the secret again.
            """
        case .unreadablePushKey:
            """
            The server's key for push services cannot be decrypted: it was changed, or encrypted with another key than \
            the one in secrets.key. Restore that key, or remove all devices that get notifications and add them again.
            """
        case .unreadableAuthenticatorKey(let user):
            """
            The key of the authenticator app of \(user) cannot be decrypted: it was changed, or encrypted with another \
            key than the one in secrets.key. Restore that key, or reset the person's two-factor authentication.
            """
        }
    }
}

extension DefaultStringInterpolation {
    fileprivate mutating func appendInterpolation(octal mode: Int) {
        appendInterpolation("0" + String(mode, radix: 8))
    }
}
