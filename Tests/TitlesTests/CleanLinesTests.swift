import TestSupport
import Testing

@testable import Titles

struct CleanLinesTests {
    private static let parts = [
        "a", "Bc", " ", " ", "  ", "\t", "\n", "\n", "\r\n", "\u{2029}", "é", "\u{1B}[31m", "👩‍👩‍👧", "\u{200B}", "~", ".",
    ]

    @Test func aPlainLineIsCopiedAsItWouldBeCleaned() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<5_000 {
            let length = Int.random(in: 0...12, using: &generator)
            let message = (0..<length).map { _ in Self.parts.randomElement(using: &generator) ?? "" }.joined()
            #expect(Array(CleanLines(of: message)) == Self.cleaned(message), "\(message.debugDescription)")
        }
    }

    @Test func aLongPlainLineIsCut() {
        let line = String(repeating: "a", count: 10_000)
        #expect(CleanLines(of: line).map(\.text) == [String(repeating: "a", count: LineCleaner.maximumScalars)])
    }

    /// Every line by the cleaner, character after character.
    private static func cleaned(_ message: String) -> [Line] {
        message.unicodeScalars
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{2029}" }
            .map { scalars in
                var cleaner = LineCleaner()
                for scalar in scalars { cleaner.append(scalar) }
                return cleaner.line()
            }
    }
}
