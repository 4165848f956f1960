import Domain
import Storage
import TestSupport

extension TestStore {
    func makeEnvironment(
        _ name: String = "Web app", isDefault: Bool = false, repository: String? = nil, branch: String = "main",
        script: String? = nil, variables: [String: String] = [:]
    ) async throws -> EnvironmentID {
        let id = EnvironmentID.random()
        let draft = EnvironmentDraft(
            name: name, isDefault: isDefault, repository: try repository.map { try Self.repository($0, branch) },
            setupScript: script, variables: try EnvironmentVariables(variables))
        _ = try await store.environments.create(draft, id: id, in: organization.id, at: clock.now, once: nil)
        return id
    }

    func setSecret(_ name: String, _ text: String, of id: EnvironmentID) async throws {
        try await store.environments.setSecret(
            VariableName(name), to: SecretValue(text), of: id, in: organization.id, at: clock.now)
    }

    /// A session that is created for a repository, with an environment that was chosen or not.
    func createSession(on repository: String?, choosing environment: EnvironmentID? = nil) async throws -> Session {
        let draft = SessionDraft(
            organizationID: organization.id, prompt: "Fix it",
            repository: try repository.map { try Self.repository($0, "trunk") }, model: nil, environment: environment)
        guard case .now(let session) = try await store.sessions.create(draft, by: author, at: clock.now, once: nil)
        else { throw CancellationError() }
        return session
    }

    func environment(of session: Session) async throws -> EnvironmentID? {
        try await store.sessions.detail(of: session.id, in: organization.id).environment?.id
    }

    static func repository(_ name: String, _ branch: String) throws -> Repository {
        Repository(url: try RepositoryURL("https://github.com/\(name)"), baseBranch: try BranchName(branch))
    }
}
