import FoundationEssentials

/// What the service itself writes into a transcript: a line of a type of its own, which is a detail of the run and no
/// message.
package protocol ServiceMark: Codable {
    /// Of the lines; no agent may print one.
    static var type: String { get }
}

extension ServiceMark {
    /// The mark in the transcript.
    package var line: TranscriptLine {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let fields = String(decoding: try encoder.encode(self), as: UTF8.self).dropFirst()
            return try TranscriptLine(json: #"{"type":"\#(Self.type)",\#(fields)"#, number: 1)
        }
    }

    /// - Throws: when the line is none of ours.
    package init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
}
