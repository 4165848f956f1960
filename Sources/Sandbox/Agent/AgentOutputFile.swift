import Foundation

/// What an agent printed to a file before it, and whoever read it, ended.
package struct AgentOutputFile {
    private static let pieceSize = 1 << 20

    private let file: FileHandle
    private var reader: AgentLineReader
    /// How much may still be read.
    private var remaining: Int

    /// - Parameters:
    ///   - offset: from where on.
    ///   - limit: up to where; what follows is too much.
    ///   - secrets: blotted out.
    /// - Returns: `nil` when there is no such file.
    package init?(path: String, from offset: Int, upTo limit: Int, secrets: [String]) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        try file.seek(toOffset: UInt64(offset))
        self.file = file
        reader = AgentLineReader(blotter: SecretBlotter(secrets), from: offset)
        remaining = max(0, limit - offset)
    }

    /// - Returns: the next lines, never an empty list; `nil` at the end. A line that isn't whole doesn't count.
    /// - Throws: `CancellationError`, and what is wrong when the file can't be read.
    package mutating func next() async throws -> [AgentLine]? {
        while remaining > 0, let piece = try file.read(upToCount: min(Self.pieceSize, remaining)), !piece.isEmpty {
            remaining -= piece.count
            let lines = try await reader.lines(adding: Array(piece))
            if !lines.isEmpty { return lines }
        }
        return nil
    }
}
