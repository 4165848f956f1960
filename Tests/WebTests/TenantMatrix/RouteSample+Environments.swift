import HTTPTypes
import TestSupport
import Web

extension RouteSample {
    /// Requests about how sandboxes are set up.
    static func environment(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let environments = "/api/organizations/\(world.home.id)/environments"
        let environment = "\(environments)/\(world.environment)"
        let prefix = "/api/organizations/{organization}/environments"
        guard route.path.hasPrefix(prefix) else { return nil }
        return switch "\(route.method) \(route.path.dropFirst(prefix.count))" {
        case "GET ":
            RouteSample(path: environments, granted: 200)
        case "POST ":
            RouteSample(path: environments, body: #"{"name":"new"}"#, granted: 201)
        case "GET /{environment}":
            RouteSample(path: environment, granted: 200)
        case "PATCH /{environment}":
            RouteSample(path: environment, body: #"{"name":"Renamed"}"#, granted: 200)
        case "DELETE /{environment}":
            RouteSample(path: environment, granted: 204)
        case "PUT /{environment}/secrets/{name}":
            RouteSample(path: "\(environment)/secrets/TOKEN", body: #"{"value":"another one"}"#, granted: 204)
        case "DELETE /{environment}/secrets/{name}":
            RouteSample(path: "\(environment)/secrets/TOKEN", granted: 204)
        default: nil
        }
    }
}
