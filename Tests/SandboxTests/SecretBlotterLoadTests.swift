import Foundation
import Sandbox
import Testing

/// Lines that are made to keep a search busy. Each would take hours if the time grew faster than the length.
@Suite(.timeLimit(.minutes(10)))
struct SecretBlotterLoadTests {
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
        let blotted = try await SecretBlotter(secrets).blotted(bytes[...])
        #expect(blotted == bytes)
    }

    @Test func whatMatchesEverywhereIsBlottedOutOnce() async throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        #expect(try await SecretBlotter(["aaaa", "aaaaaaaa"]).blotted(bytes[...]) == Array("***".utf8))
    }

    @Test func itEndsWhenNobodyWantsTheResult() async throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "\\"), count: Self.size)
        let blotting = Task { try await SecretBlotter(["token"]).blotted(bytes[...]) }
        blotting.cancel()
        await #expect(throws: CancellationError.self) { _ = try await blotting.value }
    }
}
