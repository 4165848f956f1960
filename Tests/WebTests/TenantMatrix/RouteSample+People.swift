import Domain
import HTTPTypes
import TestSupport
import Web

extension RouteSample {
    /// Requests about people and where they belong.
    static func people(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let organization = "/api/organizations/\(world.home.id)"
        let member = "\(organization)/members/\(world.member.id)"
        let newPassword = #"{"current":"\#(TestService.password)","new":"another long password"}"#
        let subscription =
            #"{"endpoint":"https://push.example.com/a","keys":{"auth":"BTBZMqHH6r4Tts7J_aSIgg","p256dh":"BCVxsr7N_eNg"#
            + #"VRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"}}"#
        return switch "\(route.method) \(route.path)" {
        case "PATCH /api/me":
            RouteSample(path: "/api/me", body: #"{"name":"Renamed"}"#, granted: 200)
        case "POST /api/me/password":
            RouteSample(path: "/api/me/password", body: newPassword, granted: 204)
        case "GET /api/me/browser-sessions":
            RouteSample(path: "/api/me/browser-sessions", granted: 200)
        case "DELETE /api/me/browser-sessions/{browser}":
            RouteSample(path: "/api/me/browser-sessions/bs_unknown", granted: 404)
        case "GET /api/push/key", "GET /api/me/push-subscriptions", "GET /api/me/notifications":
            RouteSample(path: route.path, granted: 200)
        case "POST /api/me/push-subscriptions":
            RouteSample(path: route.path, body: subscription, granted: 201)
        case "DELETE /api/me/push-subscriptions/{subscription}":
            RouteSample(path: "/api/me/push-subscriptions/push_unknown", granted: 404)
        case "POST /api/me/push-subscriptions/{subscription}/test":
            RouteSample(path: "/api/me/push-subscriptions/push_unknown/test", granted: 404)
        case "PATCH /api/me/notifications":
            RouteSample(path: route.path, body: #"{"finished":false}"#, granted: 200)
        case "PATCH /api/organizations/{organization}":
            RouteSample(path: organization, body: #"{"name":"Renamed"}"#, granted: 200)
        case "GET /api/organizations/{organization}/network":
            RouteSample(path: "\(organization)/network", granted: 200)
        case "PATCH /api/organizations/{organization}/network":
            RouteSample(path: "\(organization)/network", body: #"{"ceiling":"trusted"}"#, granted: 200)
        case "GET /api/organizations/{organization}/members":
            RouteSample(path: "\(organization)/members", granted: 200)
        case "PATCH /api/organizations/{organization}/members/{user}":
            RouteSample(path: member, body: #"{"role":"owner"}"#, granted: 200)
        case "DELETE /api/organizations/{organization}/members/{user}":
            // The owner removes the member, or the member leaves.
            RouteSample(path: member, granted: 204)
        case "GET /api/organizations/{organization}/invitations":
            RouteSample(path: "\(organization)/invitations", granted: 200)
        case "POST /api/organizations/{organization}/invitations":
            RouteSample(path: "\(organization)/invitations", body: "{}", granted: 201)
        case "DELETE /api/organizations/{organization}/invitations/{invitation}":
            RouteSample(path: "\(organization)/invitations/\(world.invitation)", granted: 204)
        default: nil
        }
    }

    /// Requests that prove themselves with a token in the body, or need no proof.
    static func open(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let token = SecretToken(.invitation).text
        let account = #""name":"Nina New","email":"nina@example.com","password":"a long enough one""#
        return switch "\(route.method) \(route.path)" {
        case "POST /api/invitations/look-up", "POST /api/invitations/join":
            RouteSample(path: route.path, body: #"{"token":"\#(token)"}"#, granted: 404)
        case "POST /api/invitations/sign-up":
            RouteSample(path: route.path, body: #"{"token":"\#(token)",\#(account)}"#, granted: 404)
        case "POST /api/setup":
            RouteSample(
                path: route.path,
                body: #"{"token":"\#(SecretToken(.setUp).text)","organization":"Third",\#(account)}"#, granted: 409)
        case "POST /api/webhooks/github":
            // The server has no secret to check a signature with.
            RouteSample(path: route.path, body: "{}", granted: 404)
        case "GET /livez", "GET /readyz", "GET /openapi.json", "GET /docs":
            RouteSample(path: route.path, granted: 200)
        case "GET /metrics":
            // For programs on the server's machine, and those with the operator's token.
            RouteSample(path: route.path, granted: 403)
        default: nil
        }
    }
}
