import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `POST /api/sessions/{id}/stop` ends an active session; any other session stays as it is.
    func stop(_ call: Call<Member>) async throws -> Response {
        let session = try await services.store.sessions.stop(
            call.sessionID, of: call.identity.organization, by: call.identity.name, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }

    /// `POST /api/sessions/{id}/archive`
    func archive(_ call: Call<Member>) async throws -> Response {
        try await setArchived(true, call)
    }

    /// `POST /api/sessions/{id}/unarchive`
    func unarchive(_ call: Call<Member>) async throws -> Response {
        try await setArchived(false, call)
    }

    /// `DELETE /api/sessions/{id}`, for its author and for owners.
    func delete(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        guard case .browser(let browser) = call.identity.caller, let role = browser.role(in: organization) else {
            throw DomainError.forbidden("Only people can delete sessions: the author or an owner, signed in.")
        }
        try await services.store.sessions.delete(
            call.sessionID, of: organization, by: browser.user.id, as: role, at: services.clock.now())
        return Response(status: .noContent)
    }

    private func setArchived(_ isArchived: Bool, _ call: Call<Member>) async throws -> Response {
        let session = try await services.store.sessions.setArchived(
            isArchived, call.sessionID, of: call.identity.organization, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }
}
