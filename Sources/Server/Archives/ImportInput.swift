import Domain
import Foundation

/// The lines of an imported file, in batches. Files of other agents are converted to lines of Claude Code; the format
/// is detected from the content.
struct ImportInput {
    private enum Kind {
        case unknown, lines
        case codex(CodexLog)
        /// The whole file was read and converted, and is returned in parts.
        case document(ArraySlice<String>)
    }

    private var reader: LineReader
    private let limits: BatchLimits
    private var kind: Kind

    var bytesRead: Int { reader.bytesRead }

    /// - Throws: `DomainError.invalid` for a file that can't be read.
    init(_ path: String, limits: BatchLimits) throws {
        self.limits = limits
        let chat = path == "-" ? nil : Self.chat(at: path)
        kind = chat.map { .document($0.lines[...]) } ?? .unknown
        reader = LineReader(try Self.open(path), limits: limits)
    }

    mutating func next() throws -> LineReader.Batch {
        if case .document(let lines) = kind { return part(of: lines) }
        var batch = try reader.next()
        if case .unknown = kind, let first = batch.lines.first {
            kind = CodexLog(beginning: first.text).map(Kind.codex) ?? .lines
        }
        guard case .codex(var log) = kind else { return batch }
        batch.lines = batch.lines.flatMap { line in
            log.lines(of: line.text).map { NumberedLine(number: line.number, text: $0) }
        }
        kind = .codex(log)
        return batch
    }

    private mutating func part(of lines: ArraySlice<String>) -> LineReader.Batch {
        var batch = LineReader.Batch()
        var rest = lines
        var bytes = 0
        while !limits.areReached(byLines: batch.lines.count, bytes: bytes), let line = rest.popFirst() {
            bytes += line.utf8.count
            batch.lines.append(NumberedLine(number: 1, text: line))
        }
        kind = .document(rest)
        batch.isLast = rest.isEmpty
        return batch
    }

    /// A chat of Gemini CLI, which must be read as a whole; `nil` for other files.
    private static func chat(at path: String) -> GeminiChat? {
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 4096),
            GeminiChat.isBeginning(String(decoding: head, as: UTF8.self))
        else { return nil }
        let rest = (try? file.read(upToCount: LineReader.maximumLineLength)) ?? Data()
        return String(validating: head + rest, as: UTF8.self).flatMap(GeminiChat.init)
    }

    private static func open(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw DomainError.invalid("The file \(path) cannot be read.")
        }
        return file
    }
}
