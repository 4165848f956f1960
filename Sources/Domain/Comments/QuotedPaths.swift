/// Paths as git writes them in a patch: a path with unusual bytes is in quotation marks, with C escapes (git-config(1),
/// `core.quotePath`).
enum QuotedPaths {
    /// The line with quotation marks removed and escapes decoded.
    static func unquoted(_ line: ArraySlice<UInt8>) -> String {
        guard line.contains(UInt8(ascii: "\"")) else { return String(decoding: line, as: UTF8.self) }
        var bytes: [UInt8] = []
        var rest = line
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): continue
            case UInt8(ascii: "\\"): bytes.append(escaped(in: &rest))
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The byte that an escape stands for; `rest` begins after the backslash.
    private static func escaped(in rest: inout ArraySlice<UInt8>) -> UInt8 {
        guard let letter = rest.popFirst() else { return UInt8(ascii: "\\") }
        switch letter {
        case UInt8(ascii: "a"): return 0x07
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "v"): return 0x0B
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            let digits = [letter] + rest.prefix(2)
            rest = rest.dropFirst(2)
            return UInt8(String(decoding: digits, as: UTF8.self), radix: 8) ?? UInt8(ascii: "?")
        default: return letter
        }
    }
}
