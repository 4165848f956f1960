/// A transcript in NDJSON: JSON objects a line each, blank lines between them allowed.
package enum TranscriptLines {
    private static let maximumErrors = 100

    /// All the lines, or none: whoever sent a broken one can mend it and send everything again without a duplicate.
    ///
    /// - Throws: `DomainError.invalid` naming up to a hundred broken lines, or saying that there are no lines.
    package static func parse(_ text: String) throws -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        var errors: [FieldError] = []
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let json = trimmed(line)
            guard !json.isEmpty else { continue }
            do throws(InvalidValue) {
                lines.append(try TranscriptLine(json: String(json), number: index + 1))
            } catch {
                errors.append(FieldError(line: index + 1, error))
                if errors.count == maximumErrors { break }
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(fields: errors) }
        guard !lines.isEmpty else { throw DomainError.invalid("The body has no stream-json lines.") }
        return lines
    }

    /// The line without the white space around it, such as the carriage return of a file from Windows.
    private static func trimmed(_ line: Substring.UTF8View) -> Substring {
        let start = line.drop(while: isWhiteSpace)
        let end = start.lastIndex { !isWhiteSpace($0) }
        return Substring(end.map { start[...$0] } ?? start)
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
