import Testing

/// A message and the exact preview that it gets.
struct PreviewCase: Sendable, CustomTestStringConvertible {
    let message: String
    let preview: String

    init(_ message: String, _ preview: String) {
        self.message = message
        self.preview = preview
    }

    var testDescription: String { preview }
}
