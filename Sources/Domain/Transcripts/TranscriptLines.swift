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
        where !line.allSatisfy(isWhiteSpace) {
            do throws(InvalidValue) {
                lines.append(try TranscriptLine(json: String(Substring(line)), number: index + 1))
            } catch {
                errors.append(FieldError(line: index + 1, error))
                if errors.count == maximumErrors { break }
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(fields: errors) }
        guard !lines.isEmpty else { throw DomainError.invalid("The body has no stream-json lines.") }
        return lines
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
