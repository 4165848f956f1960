import Foundation
import TestSupport

/// A real run of Claude Code 2.1, `-p --output-format stream-json --verbose`.
enum TranscriptFile: String, CaseIterable {
    case signupValidation = "signup-validation"
    case tasks, todowrite
    case toolError = "tool-error"
    case maxTurns = "max-turns"
    case followUp = "follow-up"
    case apiError = "api-error"

    /// - Throws: when the file isn't in the test's bundle.
    var text: String {
        get throws {
            let url = Bundle.module.bundleURL.appendingPathComponent("Transcripts/\(rawValue).jsonl")
            return try String(contentsOf: url, encoding: .utf8)
        }
    }

    /// The lines that the API shows as messages, in their order.
    var messages: [JSONValue] {
        get throws {
            try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
                .filter { ["user", "assistant", "result"].contains($0["type"]) }
        }
    }
}
