package import FoundationEssentials

extension JSONEncoder {
    /// An encoder for files and output that people read too: indented, with keys in alphabetical order.
    package static var readable: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
