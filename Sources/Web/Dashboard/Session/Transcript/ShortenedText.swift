/// A text that is cut for a page, with a note about the omitted part.
struct ShortenedText: Equatable {
    let text: String
    /// The note about the omitted part; `nil` if nothing is omitted.
    let omission: String?

    /// The maximum for the input and output of tools.
    static let maximumOutput = 20_000
    /// The maximum for messages of people and agents.
    static let maximumProse = 100_000

    /// - Parameter maximum: the maximum number of Unicode scalars.
    init(_ full: String, to maximum: Int) {
        let scalars = full.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: maximum, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else {
            text = ReadableText.clean(full)
            omission = nil
            return
        }
        text = ReadableText.clean(String(scalars[..<end]))
        omission = "\(scalars[end...].count) more characters aren't shown. The export has them."
    }
}

extension String {
    /// The first line that isn't blank, cut to a length.
    func firstLine(to maximum: Int) -> String {
        let start = ReadableText.clean(String(unicodeScalars.prefix(maximum * 4)))
        let line = start.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let trimmed = line.drop(while: \.isWhitespace)
        return trimmed.count > maximum ? "\(trimmed.prefix(maximum))…" : String(trimmed)
    }
}
