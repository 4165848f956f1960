import Domain
import TestSupport
import Testing
import WebPush

@testable import Server

struct PushMessageTests {
    private static func message(_ kind: PushKind, _ body: String, of session: SessionID) throws -> PushMessage {
        PushMessage(
            PendingPush(
                number: 1, version: 1, retries: 0, subscription: .random(),
                endpoint: try PushEndpoint("https://push.example.com/a"), publicKey: [], authentication: [],
                content: .news(kind, of: session, titled: "Add \"search\"", in: .random(), body: body)))
    }

    @Test func aQuestionIsUrgentAndNothingElse() throws {
        let session = SessionID.random()
        for kind in PushKind.allCases {
            let message = try Self.message(kind, "Which database?", of: session)
            #expect(message.urgency == (kind == .waits ? .high : .normal))
            let payload = try JSONValue(parsing: String(decoding: message.payload, as: UTF8.self))
            #expect(payload.keys == ["title", "body", "path", "tag"])
            #expect(payload["title"] == "Add \"search\"")
            #expect(payload["body"]?.text?.hasSuffix("Which database?") == true)
        }
    }

    @Test func aTopicTellsNothingOfItsSession() throws {
        let (first, second) = (SessionID.random(), SessionID.random())
        let topics = try [first, first, second].map { try #require(try Self.message(.waits, "?", of: $0).topic) }
        #expect(topics[0] == topics[1] && topics[0] != topics[2])
        for topic in topics { #expect(topic.utf8.count == 32 && !topic.contains(first.rawValue)) }
    }
}
