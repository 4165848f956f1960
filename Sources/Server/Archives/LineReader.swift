import Domain
import Foundation

/// Reads a file's lines in batches, so that memory use doesn't grow with the file.
struct LineReader {
    struct Batch {
        var lines: [NumberedLine] = []
        /// Lines that are too long or not valid UTF-8.
        var rejected: [RejectedLine] = []
        var isLast = false
    }

    /// Maximum length of a line in bytes, the same as that of an API request's body.
    static let maximumLineLength = 32 * 1_048_576

    private let file: FileHandle
    private let limits: BatchLimits
    private var buffer = Data()
    private var number = 0
    private(set) var bytesRead = 0

    init(_ file: FileHandle, limits: BatchLimits = .standard) {
        self.file = file
        self.limits = limits
    }

    mutating func next() throws -> Batch {
        var batch = Batch()
        var bytes = 0
        while !limits.areReached(byLines: batch.lines.count + batch.rejected.count, bytes: bytes) {
            guard let line = try nextLine() else {
                batch.isLast = true
                break
            }
            bytes += line.count
            append(line, to: &batch)
        }
        return batch
    }

    private func append(_ line: Data, to batch: inout Batch) {
        // A crash may leave a file padded with NUL bytes.
        let line = Self.withoutPadding(line)
        guard line.count <= Self.maximumLineLength else {
            batch.rejected.append(RejectedLine(number: number, reason: "is longer than 32 MiB"))
            return
        }
        guard let text = String(validating: line, as: UTF8.self) else {
            batch.rejected.append(RejectedLine(number: number, reason: "is not UTF-8 text"))
            return
        }
        let json = (number == 1 && text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text).trimmed
        if !json.isEmpty { batch.lines.append(NumberedLine(number: number, text: json)) }
    }

    private static func withoutPadding(_ line: Data) -> Data {
        func isPadding(_ byte: UInt8) -> Bool { byte == 0 || byte == 0x20 || byte == 0x09 || byte == 0x0D }
        guard line.contains(0) else { return line }
        guard let last = line.lastIndex(where: { !isPadding($0) }) else { return Data() }
        return line[...last].drop(while: isPadding)
    }

    /// The next line without its line break; of a line that is too long, only enough to detect that.
    private mutating func nextLine() throws -> Data? {
        var searched = 0
        while true {
            if let end = buffer[(buffer.startIndex + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer = buffer[(end + 1)...]
                number += 1
                return line
            }
            searched = buffer.count
            if buffer.count > Self.maximumLineLength {
                let line = buffer
                buffer = Data()
                try skipLine()
                number += 1
                return line
            }
            guard try fill() else { break }
        }
        guard !buffer.isEmpty else { return nil }
        defer { buffer = Data() }
        number += 1
        return buffer
    }

    private mutating func skipLine() throws {
        while try fill() {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                buffer = buffer[(end + 1)...]
                return
            }
            buffer = Data()
        }
    }

    private mutating func fill() throws -> Bool {
        guard let data = try file.read(upToCount: 262_144), !data.isEmpty else { return false }
        bytesRead += data.count
        buffer = Data(buffer) + data
        return true
    }
}
