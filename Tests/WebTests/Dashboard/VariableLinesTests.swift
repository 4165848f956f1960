import Domain
import Testing

@testable import Web

struct VariableLinesTests {
    @Test func linesAreRead() throws {
        let text = """
            # for tests
            NODE_ENV=test

              SPACED =  a b
            URL=https://example.com/?a=b#c
            EMPTY=
            QUOTED="two\\nlines and \\"quotes\\" \\\\"
            LITERAL='as "it" \\n stands'
            INNER=it's "here" now
            """
        #expect(
            try VariableLines(text).values == [
                "NODE_ENV": "test", "SPACED": "a b", "URL": "https://example.com/?a=b#c", "EMPTY": "",
                "QUOTED": "two\nlines and \"quotes\" \\", "LITERAL": "as \"it\" \\n stands",
                "INNER": "it's \"here\" now",
            ])
    }

    @Test(arguments: ["A", "A=1\nA=2", "A=\"x", "A=\"\\", "A=\"a\\q\"", "A=\"a\"b\"", "A=\""])
    func whatCannotBeReadIsToldWithItsLine(_ text: String) {
        let line = text.split(separator: "\n").count
        let error = #expect(throws: InvalidValue.self) { try VariableLines(text) }
        #expect(error?.detail.contains("line \(line)") == true)
    }

    @Test func whatIsWrittenIsReadAsItWas() throws {
        let values = [
            "A": "", "B": " a ", "C": "\"", "D": "'x'", "E": "a\nb\r\nc\t\\n", "F": "\\", "G": "#a", "H": "a=b",
            "I": "é 漢 👩‍👩‍👧", "J": "\n", "K": "\"\\\"",
        ]
        let text = VariableLines.text(of: try EnvironmentVariables(values))
        #expect(try VariableLines(text).values == values)
    }
}
