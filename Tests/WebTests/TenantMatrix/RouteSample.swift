import Domain
import HTTPTypes
import TestSupport
import Web

/// A request for a route, right in every way but perhaps its sender.
struct RouteSample {
    let path: String
    var body: String?
    /// What a page's form sends.
    var form: String?
    /// The status for those whom the route lets in.
    let granted: Int
    /// Where a caller's status isn't what the route's access says.
    var exceptions: [MatrixCaller: Int] = [:]

    /// - Returns: `nil` for a route that nobody has written a sample for.
    static func sample(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let session = "/api/sessions/\(world.session)"
        let keys = "/api/organizations/\(world.home.id)/api-keys"
        let runnerTokens = "/api/organizations/\(world.home.id)/runner-tokens"
        return switch "\(route.method) \(route.path)" {
        case "POST /api/sessions":
            RouteSample(
                path: "/api/sessions",
                body: #"{"organizationId":"\#(world.home.id)","initialMessage":"Sweep the floor"}"#,
                granted: 201, exceptions: [.ownKey: 400, .foreignKey: 400])
        case "GET /api/sessions":
            RouteSample(path: "/api/sessions?organizationId=\(world.home.id)", granted: 200)
        case "GET /api/sessions/{id}":
            RouteSample(path: session, granted: 200)
        case "PATCH /api/sessions/{id}":
            RouteSample(path: session, body: #"{"title":"Taken over","status":"failed"}"#, granted: 200)
        case "GET /api/sessions/{id}/export":
            RouteSample(path: session + "/export", granted: 200)
        case "GET /api/sessions/{id}/changes", "GET /api/sessions/{id}/patch":
            RouteSample(path: route.path.replacing("{id}", with: world.session), granted: 200)
        case "GET /api/sessions/{id}/workspace":
            // Nothing went wrong with its work.
            RouteSample(path: session + "/workspace", granted: 404)
        case "GET /api/sessions/{id}/events":
            RouteSample(path: session + "/events", granted: 200)
        case "GET /api/events":
            RouteSample(path: "/api/events?organizationId=\(world.home.id)", granted: 200)
        case "GET /api/sessions/{id}/messages":
            RouteSample(path: session + "/messages", granted: 200)
        case "POST /api/sessions/{id}/messages":
            // A person's follow-up and an agent's line at once.
            RouteSample(path: session + "/messages", body: #"{"type":"assistant","content":"Hello"}"#, granted: 201)
        case "DELETE /api/sessions/{id}/messages/{sequence}":
            // No agent works here.
            RouteSample(path: session + "/messages/1", granted: 409, exceptions: [.ownKey: 403, .member: 403])
        case "PUT /api/sessions/{id}/pull-request":
            RouteSample(
                path: session + "/pull-request",
                body: #"{"number":1,"url":"https://github.com/acme/web-app/pull/1","status":"merged"}"#, granted: 200,
                exceptions: [.member: 403, .owner: 403])
        case "DELETE /api/sessions/{id}":
            // The session is the owner's: neither a program nor another member deletes it.
            RouteSample(path: session, granted: 204, exceptions: [.ownKey: 403, .member: 403])
        case "POST /api/sessions/{id}/allowed-hosts":
            RouteSample(
                path: session + "/allowed-hosts", body: #"{"host":"example.com"}"#, granted: 200,
                exceptions: [.ownKey: 403, .member: 403])
        case "POST /api/sessions/{id}/stop", "POST /api/sessions/{id}/archive", "POST /api/sessions/{id}/unarchive":
            RouteSample(path: route.path.replacing("{id}", with: world.session), granted: 200)
        case "GET /api/sessions/{id}/commands":
            RouteSample(path: session + "/commands", granted: 200)
        case "GET /api/commands":
            RouteSample(
                path: "/api/commands?organizationId=\(world.home.id)&repoUrl=https://github.com/acme/app", granted: 200)
        case "GET /api/sessions/{id}/requests":
            RouteSample(path: session + "/requests", granted: 200)
        case "POST /api/sessions/{id}/requests/{request}/answer":
            // A person's to answer, not a program's.
            RouteSample(
                path: "\(session)/requests/\(world.request)/answer",
                body: #"{"answers":{"Which vault?":"The old one"}}"#, granted: 200, exceptions: [.ownKey: 403])
        case "GET /api/sessions/{id}/comments", "POST /api/sessions/{id}/comments",
            "POST /api/sessions/{id}/comments/send", "PATCH /api/sessions/{id}/comments/{comment}",
            "DELETE /api/sessions/{id}/comments/{comment}":
            comment(for: route, in: world)
        case "POST /api/sessions/{id}/retry":
            // No agent works here.
            RouteSample(path: session + "/retry", body: "{}", granted: 409)
        case "POST /api/attachments":
            RouteSample(
                path: "/api/attachments?organizationId=\(world.home.id)&filename=plan.txt", body: "A plan",
                granted: 201,
                exceptions: [.ownKey: 400])
        case "GET /api/attachments/{attachment}":
            RouteSample(path: "/api/attachments/\(world.sentFile)?organizationId=\(world.home.id)", granted: 200)
        case "DELETE /api/attachments/{attachment}":
            // Only its uploader's.
            RouteSample(
                path: "/api/attachments/\(world.unsentFile)?organizationId=\(world.home.id)", granted: 204,
                exceptions: [.ownKey: 400, .member: 404])
        case "POST /api/auth/sign-in":
            RouteSample(
                path: "/api/auth/sign-in",
                body: #"{"email":"\#(world.home.owner.email)","password":"a wrong password"}"#, granted: 401)
        case "POST /api/auth/sign-out":
            RouteSample(path: "/api/auth/sign-out", granted: 204)
        case "GET /api/me":
            RouteSample(path: "/api/me", granted: 200)
        case "GET /api/organizations/{organization}/api-keys":
            RouteSample(path: keys, granted: 200)
        case "POST /api/organizations/{organization}/api-keys":
            RouteSample(path: keys, body: #"{"name":"new"}"#, granted: 201)
        case "DELETE /api/organizations/{organization}/api-keys/{key}":
            RouteSample(path: "\(keys)/\(world.spareKey)", granted: 204)
        case "GET /api/organizations/{organization}/runner-tokens":
            RouteSample(path: runnerTokens, granted: 200)
        case "POST /api/organizations/{organization}/runner-tokens":
            RouteSample(path: runnerTokens, body: #"{"name":"new","labels":["gpu"]}"#, granted: 201)
        case "DELETE /api/organizations/{organization}/runner-tokens/{token}":
            RouteSample(path: "\(runnerTokens)/\(world.runnerToken)", granted: 204)
        case "GET /api/organizations/{organization}/audit":
            RouteSample(path: "/api/organizations/\(world.home.id)/audit", granted: 200)
        case "GET /api/organizations/{organization}/audit/export":
            RouteSample(path: "/api/organizations/\(world.home.id)/audit/export", granted: 200)
        case let line where line.contains(" /api/runner/"):
            RouteSample(
                path: route.path.replacing("{lease}", with: "x").replacing("{files}", with: "home")
                    .replacing("{process}", with: "1").replacing("{checkpoint}", with: "1"),
                body: route.method == .get || route.method == .delete ? nil : "{}", granted: 200)
        default:
            people(for: route, in: world) ?? environment(for: route, in: world) ?? open(for: route, in: world)
                ?? page(for: route, in: world)
        }
    }

    /// The same request in the name of an organization.
    func path(naming team: Team) -> String {
        "\(path.prefix { $0 != "?" })?organizationId=\(team.id)"
    }

    /// The request as it is, and in the name of either organization unless that makes it another request.
    func disguises(in world: MatrixWorld) -> [String] {
        path.contains("?") ? [path] : [path, path(naming: world.home), path(naming: world.other)]
    }

    func status(for caller: MatrixCaller, access: Route.Access) -> Int {
        if let exception = exceptions[caller] { return exception }
        // To a runner's routes, everybody else is a stranger.
        if access == .runner { return 401 }
        if Self.letsIn(caller, access: access) { return granted }
        return caller.standing == .unknown ? 401 : 403
    }

    /// Whether a refusal is the page's own, with the form once more, or since a session isn't as it would have to be,
    /// rather than one to come to it at all.
    func isShownAgain(to caller: MatrixCaller, access: Route.Access) -> Bool {
        let isAboutState = access == .member && exceptions[caller] == nil
        return (form != nil || isAboutState) && Self.letsIn(caller, access: access)
            && status(for: caller, access: access) >= 400
    }

    private static func letsIn(_ caller: MatrixCaller, access: Route.Access) -> Bool {
        switch access {
        case .open: true
        case .runner: false
        case .caller, .member: caller.standing == .own
        case .person: caller.isKnownPerson
        case .colleague: caller == .member || caller == .owner
        case .owner: caller == .owner
        }
    }
}
