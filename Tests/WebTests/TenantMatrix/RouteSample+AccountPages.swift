import Domain
import HTTPTypes
import TestSupport
import Web

extension RouteSample {
    /// Requests for the pages about an account, and those by which one gets it.
    static func accountPage(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let account = "name=Nina&email=nina%40example.com&password=a+long+enough+one"
        let token = "token=\(SecretToken(.invitation).text)"
        let password = TestService.password.replacing(" ", with: "+")
        return switch "\(route.method) \(route.path)" {
        case "GET /setup", "GET /join", "GET /account", "GET /account/two-factor":
            RouteSample(path: route.path, granted: 200)
        case "POST /setup":
            RouteSample(
                path: route.path, form: "token=\(SecretToken(.setUp).text)&organization=Third&\(account)",
                granted: 409)
        case "POST /join":
            RouteSample(path: route.path, form: token, granted: 404)
        case "POST /join/sign-up":
            RouteSample(path: route.path, form: "\(token)&\(account)", granted: 404)
        case "POST /account/profile":
            RouteSample(path: route.path, form: "name=Renamed&imageUrl=", granted: 303)
        case "POST /account/password":
            RouteSample(
                path: route.path,
                form: "current=\(password)&new=another+long+password", granted: 303)
        case "POST /account/two-factor/turn-on", "POST /account/two-factor/turn-off",
            "POST /account/two-factor/recovery-codes":
            // Nobody has it, or was shown a key.
            RouteSample(path: route.path, form: "password=\(password)&code=123456", granted: 409)
        case "POST /account/browser-sessions/revoke-others":
            RouteSample(path: route.path, form: "", granted: 303)
        case "POST /account/browser-sessions/{browser}/revoke":
            RouteSample(path: "/account/browser-sessions/bs_unknown/revoke", form: "", granted: 404)
        case "POST /account/notifications":
            RouteSample(path: route.path, form: "waits=true", granted: 303)
        case "POST /account/push-subscriptions/{subscription}/test":
            RouteSample(path: "/account/push-subscriptions/push_unknown/test", form: "", granted: 404)
        case "POST /account/push-subscriptions/{subscription}/remove":
            RouteSample(path: "/account/push-subscriptions/push_unknown/remove", form: "", granted: 404)
        case "POST /account/organizations/{organization}/leave":
            RouteSample(path: "/account/organizations/\(world.home.id)/leave", form: "", granted: 303)
        default: nil
        }
    }

    /// Requests for the pages on which owners manage their organization.
    static func settingsPage(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let settings = "/organizations/\(world.home.id)/settings"
        return switch "\(route.method) \(route.path.replacing("/organizations/{organization}", with: ""))" {
        case "GET /settings", "GET /settings/members", "GET /settings/invitations", "GET /settings/keys",
            "GET /settings/runners", "GET /settings/audit":
            RouteSample(path: route.path.replacing("{organization}", with: world.home.id), granted: 200)
        case "POST /settings":
            RouteSample(path: settings, form: "name=Renamed", granted: 303)
        case "POST /settings/two-factor":
            RouteSample(path: "\(settings)/two-factor", form: "", granted: 303)
        case "POST /settings/members/{user}/role":
            RouteSample(
                path: "\(settings)/members/\(world.member.id)/role", form: "role=owner&confirmed=yes",
                granted: 303)
        case "POST /settings/members/{user}/remove":
            RouteSample(path: "\(settings)/members/\(world.member.id)/remove", form: "", granted: 303)
        case "POST /settings/invitations":
            RouteSample(path: "\(settings)/invitations", form: "role=member", granted: 303)
        case "POST /settings/invitations/{invitation}/revoke":
            RouteSample(path: "\(settings)/invitations/\(world.invitation)/revoke", form: "", granted: 303)
        case "POST /settings/network":
            RouteSample(
                path: "\(settings)/network", form: "ceiling=trusted&organizationHosts=example.com", granted: 303)
        case "GET /settings/sandbox":
            RouteSample(path: "\(settings)/sandbox", granted: 200)
        case "GET /settings/sandbox/new":
            RouteSample(path: "\(settings)/sandbox/new", granted: 200)
        case "POST /settings/sandbox":
            RouteSample(path: "\(settings)/sandbox", form: "name=new", granted: 303)
        case "GET /settings/sandbox/{environment}":
            RouteSample(path: "\(settings)/sandbox/\(world.environment)", granted: 200)
        case "POST /settings/sandbox/{environment}":
            RouteSample(path: "\(settings)/sandbox/\(world.environment)", form: "name=Renamed", granted: 303)
        case "POST /settings/sandbox/{environment}/delete":
            RouteSample(path: "\(settings)/sandbox/\(world.environment)/delete", form: "", granted: 303)
        case "POST /settings/sandbox/{environment}/secrets":
            RouteSample(
                path: "\(settings)/sandbox/\(world.environment)/secrets", form: "secret=NEW&value=a+new+one",
                granted: 303)
        case "POST /settings/sandbox/{environment}/secrets/{name}/remove":
            RouteSample(
                path: "\(settings)/sandbox/\(world.environment)/secrets/TOKEN/remove", form: "", granted: 303)
        case "POST /settings/runners":
            RouteSample(path: "\(settings)/runners", form: "name=new&labels=gpu+arm64", granted: 303)
        case "POST /settings/runners/{token}/revoke":
            RouteSample(path: "\(settings)/runners/\(world.runnerToken)/revoke", form: "", granted: 303)
        case "POST /settings/keys":
            RouteSample(path: "\(settings)/keys", form: "name=new&expiry=90", granted: 303)
        case "POST /settings/keys/{key}/revoke":
            RouteSample(path: "\(settings)/keys/\(world.spareKey)/revoke", form: "", granted: 303)
        default: nil
        }
    }
}
