import FoundationEssentials

extension Encodable {
    /// The value as JSON on one line. Members stand in the order of their names, so that equal values read the same.
    package var sortedJSON: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
