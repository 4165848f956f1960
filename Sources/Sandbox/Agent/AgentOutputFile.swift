import Foundation

/// The output file of an agent whose reader ended before the output was completely stored.
package struct AgentOutputFile {
    private static let pieceSize = 1 << 20

    private let file: FileHandle
    private var reader: AgentLineReader
    /// Number of bytes that may still be read.
    private var remaining: Int

    /// - Parameters:
    ///   - offset: the byte offset at which to start.
    ///   - limit: the byte offset at which to stop, even if the file is longer.
    ///   - secrets: texts to redact.
    /// - Returns: `nil` when there is no such file.
    package init?(path: String, from offset: Int, upTo limit: Int, secrets: [String]) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        try file.seek(toOffset: UInt64(offset))
        self.file = file
        reader = AgentLineReader(redactor: SecretRedactor(secrets), from: offset)
        remaining = max(0, limit - offset)
    }

    /// - Returns: the next lines, never an empty list; `nil` at the end. An incomplete last line is ignored.
    /// - Throws: `CancellationError`, or the error of reading the file.
    package mutating func next() async throws -> [AgentLine]? {
        while remaining > 0, let piece = try file.read(upToCount: min(Self.pieceSize, remaining)), !piece.isEmpty {
            remaining -= piece.count
            let lines = try await reader.lines(adding: Array(piece))
            if !lines.isEmpty { return lines }
        }
        return nil
    }
}
