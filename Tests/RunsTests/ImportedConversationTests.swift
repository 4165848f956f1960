import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

/// An agent that goes on with a conversation which another program had.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct ImportedConversationTests {
    @Test func theAgentIsToldWhatWasSaidBefore() async throws {
        let home = try await RunHome(agent: #"read_prompt; printf '%s' "$prompt" > told; begin; answer Done."#)
        let lines = [
            #"{"type":"user","message":{"role":"user","content":"Rename the Order class"},"uuid":"1"}"#,
            #"{"type":"assistant","message":{"content":[{"type":"text","text":"I look around."}]},"uuid":"2"}"#,
            #"{"type":"assistant","isSidechain":true,"message":{"content":[{"type":"text","text":"Sub-agents find it."}]},"uuid":"3"}"#,
            #"{"type":"assistant","message":{"content":[{"type":"text","text":"Renamed to Purchase."}]},"uuid":"4"}"#,
            #"{"type":"user","message":{"role":"user","content":"<command-name>/exit</command-name>"},"uuid":"5"}"#,
        ]
        let email = try EmailAddress("alice@example.com")
        _ = try await home.store.archives.importBatch(
            lines.enumerated().map { index, text in
                LogLine(
                    conversation: "4f6e-foreign", line: try TranscriptLine(json: text, number: index + 1),
                    source: NumberedLine(number: index + 1, text: text))
            }, at: ConversationCheckpoint(), for: home.organization, author: email, orAt: home.clock.now,
            incomplete: .isCreated,
            now: home.clock.now)
        try await home.working {
            let session = try await home.store.archives.session(after: nil, of: home.organization)
            let id = try #require(session?.session.id)
            try await home.say("Rename it back", in: id)
            try await eventually { try await home.texts(id).last == "Done." }
            let told = try String(contentsOfFile: "\(home.workspace(of: id))/told", encoding: .utf8)
            for part in ["Asked: Rename the Order class", "Answered: Renamed to Purchase.", "Rename it back"] {
                #expect(told.contains(part), "\(told)")
            }
            #expect(!told.contains("I look around") && !told.contains("Sub-agents"))
        }
    }
}
