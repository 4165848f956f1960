import Domain
import Foundation
import Sandbox

/// The operator's command that makes a title for a conversation. It gets one JSON object on standard input, with
/// `title` (made by the server), `message` (a person's first message) and `answer` (the agent's last answer), and
/// prints the title.
package struct TitleCommand: Sendable {
    /// The program's absolute path, and its arguments.
    let words: [String]
    /// The program's environment variables.
    let environment: [String: String]
    var timeout: Duration = .seconds(60)

    /// How much of the message and of the answer the program gets, in characters.
    private static let inputLimit = 10_000

    private struct Input: Encodable {
        let title: String
        let message: String
        let answer: String
    }

    /// The reason why there is no title.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Throws: `Failure`, and `SandboxError` when the program can't be started.
    func title(of session: UnnamedSession) async throws -> String {
        let directory = NSTemporaryDirectory() + "lodestone-title-\(UUID().uuidString)"
        try PrivateDirectory.create(at: directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var limits = SandboxLimits()
        limits.duration = timeout
        limits.outputBytes = 65_536
        let profile = SandboxProfile(workspace: directory, home: directory, environment: environment, limits: limits)
        let input = try JSONEncoder().encode(
            Input(
                title: session.title, message: String(session.message.prefix(Self.inputLimit)),
                answer: String(session.answer.prefix(Self.inputLimit))))
        // Without isolation, because the program is the operator's own.
        let (output, ending) = try await Sandbox(.none).withProcess(words, in: profile) { process in
            // A program that doesn't need its input may end without reading it.
            try? await process.write(Array(input) + [UInt8(ascii: "\n")])
            process.finishInput()
            var output: [UInt8] = []
            while case let piece = await process.output(), !piece.isEmpty { output += piece }
            _ = await process.ending()
            return output
        }
        if let breach = ending.breach { throw Failure(description: "\(breach)") }
        guard ending.isSuccess else {
            throw Failure(description: "\(ending.status) \(ending.errorText.suffix(500))")
        }
        do throws(InvalidValue) {
            return try ProposedTitle.checked(
                String(decoding: output, as: UTF8.self), for: [session.message, session.answer])
        } catch {
            throw Failure(description: "the title \(error.detail)")
        }
    }
}
