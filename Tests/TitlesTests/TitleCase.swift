import Testing

/// A message and the exact title that it gets.
struct TitleCase: Sendable, CustomTestStringConvertible {
    let message: String
    let title: String

    init(_ message: String, _ title: String) {
        self.message = message
        self.title = title
    }

    var testDescription: String { title }
}
