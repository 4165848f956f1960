import TestSupport
import Web

extension RouteSample {
    /// Requests for the dashboard's pages and what they load.
    static func page(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let signIn = "email=\(world.home.owner.email)&password=\(TestService.password.replacing(" ", with: "+"))"
        return switch "\(route.method) \(route.path)" {
        case "GET /", "POST /sign-out":
            RouteSample(path: route.path, form: "", granted: 303)
        case "POST /theme":
            RouteSample(path: route.path, form: "theme=dark", granted: 303)
        case "GET /organizations/{organization}/sessions", "GET /organizations/{organization}/sessions/new",
            "GET /organizations/{organization}/activity", "GET /organizations/{organization}/palette":
            RouteSample(path: route.path.replacing("{organization}", with: world.home.id), granted: 200)
        case "POST /organizations/{organization}/sessions/new":
            RouteSample(
                path: "/organizations/\(world.home.id)/sessions/new", form: "initialMessage=Sweep+the+floor",
                granted: 303)
        case "POST /organizations/{organization}/sessions/new/title":
            RouteSample(
                path: "/organizations/\(world.home.id)/sessions/new/title", form: "initialMessage=Sweep", granted: 200)
        case "GET /organizations/{organization}/sessions/new/branches":
            RouteSample(
                path: "/organizations/\(world.home.id)/sessions/new/branches?repository=acme/house", granted: 200)
        case "GET /sign-in":
            RouteSample(path: route.path, granted: 200)
        case "GET /sign-in/code", "POST /sign-in/code":
            RouteSample(path: route.path, form: "code=123456", granted: 303)
        case "POST /sign-in":
            RouteSample(path: route.path, form: signIn, granted: 303)
        default:
            route.path.hasPrefix("/assets/") || route.path == "/service-worker.js"
                ? RouteSample(path: route.path, granted: 200)
                : accountPage(for: route, in: world) ?? sessionPage(for: route, in: world)
                    ?? settingsPage(for: route, in: world)
        }
    }
}
