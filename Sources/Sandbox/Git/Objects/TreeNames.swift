/// Extracts the names from a git tree, whose entries are a mode, a space, a name, a NUL and an object id.
struct TreeNames {
    private enum Field {
        case mode, name
        case id(remaining: Int)
    }

    /// Size of an object id, in bytes.
    private let idSize: Int
    private var field = Field.mode

    /// - Parameter id: any object id of the repository, in hexadecimal.
    init(idLike id: String) {
        idSize = id.utf8.count / 2
    }

    /// - Returns: the names in these bytes, each followed by a separator that occurs in no name.
    mutating func read(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var names: [UInt8] = []
        for byte in bytes {
            switch field {
            case .mode:
                if byte == UInt8(ascii: " ") { field = .name }
            case .name where byte == 0:
                // Not NUL, which the search ignores.
                names.append(1)
                field = .id(remaining: idSize)
            case .name:
                names.append(byte)
            case .id(let remaining):
                field = remaining > 1 ? .id(remaining: remaining - 1) : .mode
            }
        }
        return names
    }
}
