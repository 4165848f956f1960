/// A text that a page shows up to a length, with a note of what it leaves out.
struct ShortenedText: Equatable {
    let text: String
    /// How much is missing, for people; `nil` when all is there.
    let omission: String?

    /// Of what tools take and give.
    static let maximumOutput = 20_000
    /// Of what people and agents say.
    static let maximumProse = 100_000

    /// - Parameter maximum: how many Unicode scalars are shown.
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
    /// The first line that says something, cut to fit into one line of a page.
    func firstLine(to maximum: Int) -> String {
        let start = ReadableText.clean(String(unicodeScalars.prefix(maximum * 4)))
        let line = start.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let trimmed = line.drop(while: \.isWhitespace)
        return trimmed.count > maximum ? "\(trimmed.prefix(maximum))…" : String(trimmed)
    }
}
