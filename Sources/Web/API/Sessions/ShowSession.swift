import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `GET /api/sessions/{id}`: the session with its messages, exactly as they came, and tasks.
    func show(_ call: Call<Member>) async throws -> Response {
        let detail = try await services.store.sessions.detail(of: call.sessionID, in: call.identity.organization)
        return .json { json in
            json.reserve(detail.messages.count + 4096)
            json.field("session") { json in
                json.object { json in
                    json.sessionFields(detail.session)
                    if let environment = detail.environment {
                        json.field("environment") { $0.environmentReference(environment) }
                    }
                    json.field("messages") { $0.raw(detail.messages) }
                    json.field("tasks") { $0.array(detail.tasks) { $0.task($1) } }
                    if let run = detail.run { json.field("run") { $0.run(run, of: detail.session.id) } }
                }
            }
        }
    }
}
