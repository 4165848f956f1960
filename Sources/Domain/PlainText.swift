/// Checks of texts from people and programs.
package enum PlainText {
    /// Checks a name or a title, and trims white space at its ends.
    ///
    /// - Throws: `InvalidValue` when it is blank, longer than `maximum` characters, or has control characters.
    package static func line(_ text: String, maximum: Int) throws(InvalidValue) -> String {
        let line = text.trimmed
        guard !line.isBlank else { throw InvalidValue("must not be blank") }
        guard line.count <= maximum, line.utf8.count <= maximum * 32 else {
            throw InvalidValue("must have at most \(maximum) characters")
        }
        guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw InvalidValue("must not contain control characters or line breaks")
        }
        return line
    }

    /// Checks a prompt, and returns it unchanged.
    ///
    /// - Throws: `InvalidValue` when it is blank, longer than 100,000 characters, or contains NUL.
    package static func prompt(_ text: String) throws(InvalidValue) -> String {
        guard !text.isBlank else { throw InvalidValue("must not be blank") }
        guard text.count <= maximumPromptLength else {
            throw InvalidValue("must have at most 100,000 characters")
        }
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        return text
    }

    /// Checks a shell script, and returns it unchanged. It may be empty.
    ///
    /// - Throws: `InvalidValue` when it is longer than 100,000 characters or contains NUL.
    package static func script(_ text: String) throws(InvalidValue) -> String {
        guard text.count <= maximumPromptLength else { throw InvalidValue("must have at most 100,000 characters") }
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        return text
    }

    /// In characters; also for scripts.
    package static let maximumPromptLength = 100_000
}

extension String {
    /// The text made safe for printing to a terminal: characters that control a terminal or change the text's direction
    /// become escapes such as `\u{1B}`, line ends and tabs included.
    package var shownInTerminal: String {
        var shown = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default:
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// Like `shownInTerminal`, but line feeds are left as they are.
    package var linesShownInTerminal: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shownInTerminal }
            .joined(separator: "\n")
    }

    /// Whether it has no visible character: only white space, controls and invisible format characters.
    package var isBlank: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    /// Without white space at its ends.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
