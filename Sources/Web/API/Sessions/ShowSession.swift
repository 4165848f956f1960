import Domain
import Hummingbird
import NIOCore
import Storage

extension SessionHandlers {
    /// `GET /api/sessions/{id}`: the session with its tasks and its messages, exactly as they were received. A long
    /// conversation is read and sent in batches, so that memory stays flat, up to the message that was the last when
    /// the request arrived.
    func show(_ call: Call<Member>) async throws -> Response {
        let (sessions, id, organization) = (services.store.sessions, call.sessionID, call.identity.organization)
        let detail = try await sessions.detail(of: id, in: organization)
        guard let end = detail.messages.end else {
            return .json { json in
                json.reserve(detail.messages.json.count + 4096)
                json.field("session") { json in
                    json.object { json in
                        Self.writeHead(detail, to: &json)
                        json.field("messages") { json in
                            json.array(CollectionOfOne(detail.messages)) { $0.raw($1.json) }
                        }
                        Self.writeTail(detail, to: &json)
                    }
                }
            }
        }
        return Response(
            status: .ok, headers: .json,
            body: ResponseBody { writer in
                var json = JSONWriter()
                json.raw(#"{"session":{"#.utf8)
                Self.writeHead(detail, to: &json)
                json.raw(#","messages":["#.utf8)
                json.raw(detail.messages.json)
                var next: MessagePosition? = end
                while let place = next {
                    try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                    // If the session is deleted meanwhile, the response breaks off rather than look complete.
                    let batch = try await sessions.lines(
                        of: id, in: organization, after: place, upTo: detail.lastSequence)
                    json.raw(batch.json)
                    next = batch.end
                }
                json.raw("]".utf8)
                Self.writeTail(detail, to: &json)
                json.raw("}}".utf8)
                try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                try await writer.finish(nil)
            })
    }

    private static func writeHead(_ detail: SessionDetail, to json: inout JSONWriter) {
        json.sessionFields(detail.session)
        if let environment = detail.environment {
            json.field("environment") { $0.environmentReference(environment) }
        }
    }

    private static func writeTail(_ detail: SessionDetail, to json: inout JSONWriter) {
        json.field("tasks") { $0.array(detail.tasks) { $0.task($1) } }
        if let run = detail.run { json.field("run") { $0.run(run, of: detail.session.id) } }
    }
}
