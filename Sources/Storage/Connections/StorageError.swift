package import Domain

/// Why a data directory, or something in it, can't be used, for the operator.
package enum StorageError: Error, Equatable, CustomStringConvertible {
    case unusableDirectory(path: String, reason: String)
    case directoryInUse(path: String)
    case foreignDatabase(path: String)
    case newerDatabase(path: String)
    case unusableSecretKey(path: String, reason: String)
    case missingSecretKey(path: String)
    case unreadableSecret(VariableName, of: EnvironmentID)

    package var description: String {
        switch self {
        case .unusableDirectory(let path, let reason):
            "The data directory \(path) cannot be used: \(reason)."
        case .directoryInUse(let path):
            "The data directory \(path) is in use by another Lodestone. Stop that one, or choose another with --data."
        case .foreignDatabase(let path):
            "\(path) is not a Lodestone database; it was left as it is. Choose another directory with --data."
        case .newerDatabase(let path):
            "\(path) was written by a newer Lodestone; it was left as it is. Install that version or a later one."
        case .unusableSecretKey(let path, let reason):
            "The key of the environments' secrets, \(path), cannot be used: \(reason)."
        case .missingSecretKey(let path):
            """
            The key of the environments' secrets, \(path), is missing. Put it back, or delete all secrets and set them \
            again.
            """
        case .unreadableSecret(let name, let environment):
            """
            The secret \(name) of the environment \(environment) cannot be read: it was changed, or sealed with another \
            key. Put that key back, or set the secret again.
            """
        }
    }
}
