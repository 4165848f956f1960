import FoundationEssentials

/// A record that the service itself adds to a transcript: a line of its own type, which is a detail of the run and not
/// a message.
package protocol ServiceMark: Codable {
    /// The type of the lines; agents may not print such lines.
    static var type: String { get }
}

extension ServiceMark {
    /// The transcript line.
    package var line: TranscriptLine {
        get throws {
            try TranscriptLine(json: #"{"type":"\#(Self.type)",\#(sortedJSON.dropFirst())"#, number: 1)
        }
    }

    /// - Throws: if it isn't a line of this type.
    package init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
}
