/// The text of commented lines, short enough to be stored and sent with the comment.
enum DiffQuote {
    /// The maximum number of Unicode scalars of one line, and of all lines together.
    private static let longestLine = 500
    private static let longest = 4000

    static func text(of lines: [DiffLine]) -> String {
        var texts: [String] = []
        var room = longest
        for (index, line) in lines.enumerated() {
            let text = text(of: line.bytes.dropFirst())
            room -= text.unicodeScalars.count + 1
            if room < 0, index > 0 {
                texts.append("… \(lines.count - index) more lines")
                break
            }
            texts.append(text)
        }
        return texts.joined(separator: "\n")
    }

    /// Reads no more of a line than it returns, so that long lines cost nothing.
    private static func text(of bytes: ArraySlice<UInt8>) -> String {
        let start = bytes.prefix(longestLine * 4)
        let isWhole = start.count == bytes.count
        let line = isWhole && start.last == UInt8(ascii: "\r") ? start.dropLast() : start
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
        let isCut = !isWhole || scalars.count > longestLine
        var text = String.UnicodeScalarView()
        for scalar in scalars.prefix(longestLine) {
            text.append(scalar != "\t" && scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return String(text) + (isCut ? "…" : "")
    }
}
