import Testing

@testable import Web

struct SyntaxHighlighterTests {
    /// The lines of a file, with the highlighted parts in brackets: `[k:let] x`.
    private func marked(_ path: String, _ lines: String...) -> [String] {
        let highlighter = SyntaxHighlighter(language: SyntaxLanguage.of(path: path))
        var carry = SyntaxHighlighter.Carry.code
        return lines.map { line in
            var html: [UInt8] = []
            highlighter.write(Array(line.utf8), &carry, to: &html)
            return String(decoding: html, as: UTF8.self)
                .replacing(/<span class="(.)">([^<]*)<\/span>/) { "[\($0.1):\($0.2)]" }
        }
    }

    @Test func tellsWordsNumbersStringsAndCommentsApart() {
        #expect(
            marked("a.swift", #"let x = f("a \" b", 42) // why"#)
                == [#"[k:let] x = f([s:&quot;a \&quot; b&quot;], [d:42]) [c:// why]"#])
        #expect(marked("a.py", "def f(): # it's") == ["[k:def] f(): [c:# it&#39;s]"])
        #expect(marked("Dockerfile", "RUN ls # x") == ["[k:RUN] ls [c:# x]"])
        #expect(marked("a.sql", "SELECT 1 -- x") == ["[k:SELECT] [d:1] [c:-- x]"])
    }

    @Test func goesOnOverLines() {
        #expect(
            marked("a.js", "a /* b", "c */ if", "`d", "e` 1") == [
                "a [c:/* b]", "[c:c */] [k:if]", "[s:`d]", "[s:e`] [d:1]",
            ])
        #expect(marked("a.py", "\"\"\"one", "two\"\"\"") == ["[s:&quot;&quot;&quot;one]", "[s:two&quot;&quot;&quot;]"])
    }

    @Test func anApostropheAloneBeginsNothing() {
        #expect(marked("a.js", "don't", "let it") == ["don&#39;t", "[k:let] it"])
    }

    @Test(arguments: ["a.txt", "a", "", "a.unknown", ".swift/x"])
    func whatIsNotKnownStaysPlain(_ path: String) {
        #expect(marked(path, "let <x> = 1") == ["let &lt;x&gt; = 1"])
    }

    @Test func wordsOfOtherLettersStayWhole() {
        #expect(marked("a.swift", "größe1 = “let”") == ["größe1 = “let”"])
        #expect(marked("a.go", "\\", "\"\\") == ["\\", "&quot;\\"])
    }
}
