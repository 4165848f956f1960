import HTTPTypes
import TestSupport

/// The routes that take a JSON object.
enum BodyRoute: String, CaseIterable {
    case createSession, editSession, followUp, reportPullRequest, signIn, createAPIKey

    var method: HTTPRequest.Method {
        switch self {
        case .createSession, .followUp, .signIn, .createAPIKey: .post
        case .editSession: .patch
        case .reportPullRequest: .put
        }
    }

    func path(in world: RefusalWorld) -> String {
        switch self {
        case .createSession: "/api/sessions"
        case .editSession: "/api/sessions/\(world.session)"
        case .followUp: "/api/sessions/\(world.session)/messages"
        case .reportPullRequest: "/api/sessions/\(world.session)/pull-request"
        case .signIn: "/api/auth/sign-in"
        case .createAPIKey: "/api/organizations/\(world.team.id)/api-keys"
        }
    }

    func sender(in world: RefusalWorld) -> Credential {
        switch self {
        case .createSession, .followUp, .createAPIKey: world.team.owner.cookie
        case .editSession, .reportPullRequest: world.team.key
        case .signIn: .none
        }
    }

    var requiredFields: [String] {
        switch self {
        case .createSession: ["organizationId"]
        case .editSession: []
        case .followUp: ["content"]
        case .reportPullRequest: ["number", "url", "status"]
        case .signIn: ["email", "password"]
        case .createAPIKey: ["name"]
        }
    }

    /// Every field with a right value, as JSON.
    func fields(in world: RefusalWorld) -> [String: String] {
        switch self {
        case .createSession:
            [
                "organizationId": #""\#(world.team.id)""#, "initialMessage": #""Fix it""#, "baseBranch": #""main""#,
                "repoUrl": #""https://github.com/acme/web-app""#, "model": #""claude-opus-4-6""#,
            ]
        case .editSession: ["title": #""A title""#, "status": #""completed""#]
        case .followUp: ["content": #""Go on""#]
        case .reportPullRequest:
            [
                "number": "42", "url": #""https://github.com/acme/web-app/pull/42""#, "status": #""merged""#,
                "mergedAt": #""2026-02-10T14:30:00.000Z""#,
            ]
        case .signIn: ["email": #""nobody@example.com""#, "password": #""not the password""#]
        case .createAPIKey: ["name": #""A key""#, "expiresAt": #""2027-01-01T00:00:00.000Z""#]
        }
    }

    /// A right body but for the fields given, of which an empty value leaves the field out.
    func body(in world: RefusalWorld, _ changes: [String: String] = [:]) -> String {
        let fields = fields(in: world).merging(changes) { $1 }.filter { !$0.value.isEmpty }
        return "{\(fields.map { "\"\($0.key)\":\($0.value)" }.sorted().joined(separator: ","))}"
    }
}
