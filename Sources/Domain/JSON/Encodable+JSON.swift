import FoundationEssentials

extension Encodable {
    /// The value as JSON on one line, with members sorted by name, so that equal values give equal texts.
    package var sortedJSON: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
