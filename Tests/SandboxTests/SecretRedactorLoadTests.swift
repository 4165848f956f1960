import Foundation
import Sandbox
import Testing

/// Lines that are made to keep a search busy. Each would take hours if the time grew faster than the length.
@Suite(.timeLimit(.minutes(10)))
struct SecretRedactorLoadTests {
    /// The greatest length that is taken, of the one; enough to tell, of the others.
    private static let (size, smallSize) = (16 << 20, 1 << 20)

    @Test(arguments: [
        #"\"#, #"""#, "a", "aaab", "\n", #"\u005c"#, #"\\u005c"#, #"\u0061"#, #"\ud83d"#, "QUFB", "\u{0}", "aaaaaaaaab",
    ])
    func theTimeIsLinearInTheLength(piece: String) async throws {
        let secrets = [
            String(repeating: "a", count: 2000) + "b", #"\\\\\a\\\\b\n"#, "\"\"\"\"\"\"x", "-----\naaaaaaaaaaaaX\n",
        ]
        let size = piece == #"\"# ? Self.size : Self.smallSize
        let bytes = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
        let redacted = try await SecretRedactor(secrets).redacted(bytes[...])
        #expect(redacted == bytes)
    }

    @Test func whatMatchesEverywhereIsRedactedOnce() async throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        #expect(try await SecretRedactor(["aaaa", "aaaaaaaa"]).redacted(bytes[...]) == Array("***".utf8))
    }

    @Test func itEndsWhenNobodyWantsTheResult() async throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "\\"), count: Self.size)
        let redacting = Task { try await SecretRedactor(["token"]).redacted(bytes[...]) }
        redacting.cancel()
        await #expect(throws: CancellationError.self) { _ = try await redacting.value }
    }
}
