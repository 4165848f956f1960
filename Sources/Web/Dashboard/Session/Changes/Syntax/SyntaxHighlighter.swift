import Markdown

/// Writes lines of source code as HTML with marked comments, strings, keywords and numbers. It has no grammar;
/// `SyntaxLanguage` describes each language.
struct SyntaxHighlighter {
    /// The state at the start of the next line.
    enum Carry: Equatable {
        case code, comment
        /// Within a string of the kind with this index in the language.
        case string(Int)
    }

    /// A class of the style sheet.
    private enum Token: String {
        case comment = "c"
        case string = "s"
        case keyword = "k"
        case number = "d"
    }

    /// If it is `nil`, everything is written as plain text.
    let language: SyntaxLanguage?

    /// Writes one line, without its line break.
    ///
    /// - Parameter carry: the state at the start of the line, which is updated to the state at its end.
    func write(_ line: [UInt8], _ carry: inout Carry, to html: inout [UInt8]) {
        guard let language else { return HTMLText.escape(line[...], to: &html) }
        var index = 0
        var plain = 0
        func flush(_ end: Int) {
            if plain < end { HTMLText.escape(line[plain..<end], to: &html) }
        }
        func add(_ token: Token, upTo end: Int) {
            flush(index)
            Self.open(token, in: &html)
            HTMLText.escape(line[index..<end], to: &html)
            html += "</span>".utf8
            (index, plain) = (end, end)
        }
        while index < line.count {
            switch carry {
            case .comment:
                let end = language.blockComment.flatMap { Self.end(of: $0, in: line, from: index) }
                add(.comment, upTo: end ?? line.count)
                if end != nil { carry = .code }
                continue
            case .string(let number):
                let end = Self.end(of: language.strings[number], in: line, from: index)
                add(.string, upTo: end ?? line.count)
                if end != nil { carry = .code }
                continue
            case .code: break
            }
            let byte = line[index]
            if Self.isWordStart(byte) {
                var end = index + 1
                while end < line.count, Self.isWordPart(line[end]) { end += 1 }
                if language.isKeyword(line[index..<end]) { add(.keyword, upTo: end) } else { index = end }
            } else if Self.isDigit(byte) {
                var end = index + 1
                while end < line.count, Self.isWordPart(line[end]) || line[end] == UInt8(ascii: ".") { end += 1 }
                add(.number, upTo: end)
            } else if byte <= UInt8(ascii: " ") {
                index += 1
            } else if let marked = marked(in: line, at: index, &carry) {
                add(marked.token, upTo: marked.end)
            } else {
                index += 1
            }
        }
        flush(line.count)
    }

    /// The comment or string that begins at an index, if any.
    private func marked(in line: [UInt8], at index: Int, _ carry: inout Carry) -> (token: Token, end: Int)? {
        guard let language else { return nil }
        if let block = language.blockComment, Self.has(block.start, in: line, at: index) {
            let end = Self.end(of: block, in: line, from: index + block.start.count)
            if end == nil { carry = .comment }
            return (.comment, end ?? line.count)
        }
        if language.lineComments.contains(where: { Self.has($0, in: line, at: index) }) {
            return (.comment, line.count)
        }
        for (number, quotes) in language.strings.enumerated() where Self.has(quotes.start, in: line, at: index) {
            let end = Self.end(of: quotes, in: line, from: index + quotes.start.count)
            // A mark without a closing one, such as an apostrophe, is text.
            guard end != nil || quotes.isMultiline else { continue }
            if end == nil { carry = .string(number) }
            return (.string, end ?? line.count)
        }
        return nil
    }

    /// The end of a comment or string that began before `start`; `nil` if it doesn't end in this line.
    private static func end(of quotes: SyntaxLanguage.Quotes, in line: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < line.count {
            if quotes.hasEscapes, line[index] == UInt8(ascii: "\\") {
                index += 2
            } else if has(quotes.end, in: line, at: index) {
                return index + quotes.end.count
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func has(_ mark: [UInt8], in line: [UInt8], at index: Int) -> Bool {
        guard line[index] == mark[0], index + mark.count <= line.count else { return false }
        return mark.indices.dropFirst().allSatisfy { line[index + $0] == mark[$0] }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isWordStart(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "_") || byte >= 0x80
            || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$")
    }

    private static func isWordPart(_ byte: UInt8) -> Bool { isWordStart(byte) || isDigit(byte) }

    private static func open(_ token: Token, in html: inout [UInt8]) {
        html += "<span class=\"".utf8
        html += token.rawValue.utf8
        html += "\">".utf8
    }
}
