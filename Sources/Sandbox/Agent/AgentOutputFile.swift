import Foundation

/// What an agent printed to a file before it, and whoever read it, ended.
package struct AgentOutputFile {
    private static let pieceSize = 1 << 20

    private let file: FileHandle
    private let blotter: SecretBlotter
    private var splitter: LineSplitter

    /// - Parameters:
    ///   - offset: from where on.
    ///   - secrets: blotted out.
    /// - Returns: `nil` when there is no such file.
    package init?(path: String, from offset: Int, secrets: [String]) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        try file.seek(toOffset: UInt64(offset))
        self.file = file
        splitter = LineSplitter(limit: AgentLines.lineLimit, from: offset)
        blotter = SecretBlotter(secrets)
    }

    /// - Returns: `nil` at the end. A line that isn't whole doesn't count.
    /// - Throws: `LimitBreach.line` at a line that is too long.
    package mutating func next() throws -> AgentLine? {
        while true {
            if let line = try splitter.next() {
                if let line = AgentLine(line, end: splitter.end, blotter) { return line }
            } else if let piece = try file.read(upToCount: Self.pieceSize), !piece.isEmpty {
                splitter.append(Array(piece))
            } else {
                return nil
            }
        }
    }
}
