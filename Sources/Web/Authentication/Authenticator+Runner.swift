import Domain
import HTTPTypes
import Hummingbird
import Logging
import Storage

extension Authenticator {
    /// The token of a runner's request, sent as `Authorization: Bearer`. The use is recorded.
    ///
    /// - Parameter version: the runner's, as it reports it; `nil` if it doesn't, as a program that starts runners.
    /// - Throws: `DomainError.unauthenticated` for a token that is missing, malformed, unknown or revoked.
    func runner(of request: Request, version: String?, logger: Logger) async throws -> RunnerToken {
        guard let presented = Self.bearerToken(in: request) else { throw DomainError.noRunnerToken }
        guard let token = SecretToken(.runner, presented: presented),
            let (known, digest) = try await store.runners.find(token.runnerTokenID), digest.matches(token.digest),
            known.revokedAt == nil
        else { throw DomainError.unusableRunnerToken }
        let now = clock.now()
        let version = version ?? known.lastUse?.version ?? "unknown"
        if known.lastUse?.version != version || Self.isUseDue(at: now, after: known.lastUse?.at) {
            await attempting("the use of a runner token could not be recorded", logger) {
                try await store.runners.recordUse(of: known.id, version: version, at: now)
            }
        }
        return known
    }
}

extension Request {
    /// The release of the runner that sends a request, as it names itself; `nil` if it doesn't.
    var runnerVersion: String? {
        let agent = headers[.userAgent] ?? ""
        let prefix = "Lodestone-Runner/"
        guard agent.hasPrefix(prefix), agent.utf8.count > prefix.utf8.count else { return nil }
        return String(agent.dropFirst(prefix.count).prefix(40))
    }
}
