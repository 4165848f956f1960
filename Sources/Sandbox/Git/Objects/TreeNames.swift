/// Takes the names out of a git tree: entries of a mode, a space, a name, a NUL and an object's id.
struct TreeNames {
    private enum Field {
        case mode, name
        case id(remaining: Int)
    }

    /// Of an id, in bytes.
    private let idSize: Int
    private var field = Field.mode

    /// - Parameter id: any of the repository's, in hexadecimal.
    init(idLike id: String) {
        idSize = id.utf8.count / 2
    }

    /// - Returns: the names among the bytes, each ended by a byte that is in no name.
    mutating func read(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var names: [UInt8] = []
        for byte in bytes {
            switch field {
            case .mode:
                if byte == UInt8(ascii: " ") { field = .name }
            case .name where byte == 0:
                // Not a NUL, which is left out in a search.
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
