/// A transcript in NDJSON: one JSON object per line; blank lines are allowed.
package enum TranscriptLines {
    private static let maximumErrors = 100
    /// The maximum number of lines in a request: they are written in one transaction, and other writers wait for it.
    package static let maximum = 10_000
    /// The maximum including blank lines, which cost less.
    private static let maximumWithBlank = 100_000

    /// Parses all the lines or none, so that a client can fix a broken line and send everything again without
    /// duplicates.
    ///
    /// - Throws: `DomainError.invalid` naming up to a hundred broken lines, or if there are no lines or too many.
    package static func parse(_ text: String) throws -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        var errors: [FieldError] = []
        var rest = text.utf8[...]
        var number = 0
        while !rest.isEmpty, errors.count < maximumErrors {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[line.endIndex...].dropFirst()
            number += 1
            guard number <= maximumWithBlank else { throw tooMany }
            let json = trimmed(line)
            guard !json.isEmpty else { continue }
            guard lines.count < maximum else { throw tooMany }
            do throws(InvalidValue) {
                lines.append(try TranscriptLine(json: String(json), number: number))
            } catch {
                errors.append(FieldError(line: number, error))
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(fields: errors) }
        guard !lines.isEmpty else { throw DomainError.invalid("The body has no stream-json lines.") }
        return lines
    }

    private static let tooMany = DomainError.invalid(
        "The body has more than 10,000 lines. Split it into several requests; each is stored completely or not at all.")

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
