import HTTPTypes
import TestSupport
import Web

extension RouteSample {
    /// Requests for the comments on a session's changes. They are people's, and one comment is the owner's.
    static func comment(for route: Route, in world: MatrixWorld) -> RouteSample {
        let path = route.path.replacing("{id}", with: world.session).replacing("{comment}", with: world.comment)
        return switch "\(route.method)" {
        case "GET": RouteSample(path: path, granted: 200)
        case "PATCH":
            RouteSample(
                path: path, body: #"{"body":"Say it louder"}"#, granted: 200, exceptions: [.ownKey: 403, .member: 403])
        case "DELETE": RouteSample(path: path, granted: 204, exceptions: [.ownKey: 403, .member: 403])
        case _ where path.hasSuffix("/send"):
            RouteSample(path: path, body: "{}", granted: 201, exceptions: [.ownKey: 403])
        default:
            RouteSample(
                path: path, body: #"{"path":"vault.txt","side":"new","line":1,"body":"Why?"}"#, granted: 201,
                exceptions: [.ownKey: 403])
        }
    }
}
