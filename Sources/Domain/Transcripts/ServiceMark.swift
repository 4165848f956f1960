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
            try TranscriptLine(json: #"{"type":"\#(Self.type)",\#(sortedJSON.dropFirst())"#, number: 1)
        }
    }

    /// - Throws: when the line is none of ours.
    package init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
}
