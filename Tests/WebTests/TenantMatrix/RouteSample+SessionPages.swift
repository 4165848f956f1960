import HTTPTypes
import TestSupport
import Web

extension RouteSample {
    /// Requests for the page of one session and its forms.
    static func sessionPage(for route: Route, in world: MatrixWorld) -> RouteSample? {
        let prefix = "/organizations/{organization}/sessions/{id}"
        guard route.path.hasPrefix(prefix) else { return nil }
        let place = String(route.path.dropFirst(prefix.count))
        let path = "/organizations/\(world.home.id)/sessions/\(world.session)\(place)"
        return switch "\(route.method) \(place)" {
        case "GET ", "GET /transcript", "GET /live", "GET /changes":
            RouteSample(path: path, granted: 200)
        case "GET /images/{image}":
            RouteSample(path: path.replacing("{image}", with: world.image), granted: 200)
        case "GET /duplicate":
            RouteSample(path: path, granted: 303)
        case "POST /changes/comments":
            RouteSample(path: path, form: "path=vault.txt&side=new&line=1&body=Why", granted: 303)
        case "POST /changes/comments/send":
            RouteSample(path: path, form: "message=", granted: 303)
        case "POST /changes/comments/{comment}", "POST /changes/comments/{comment}/delete":
            // The comment is the owner's.
            RouteSample(
                path: path.replacing("{comment}", with: world.comment), form: "body=Louder", granted: 303,
                exceptions: [.member: 403])
        case "POST /messages":
            RouteSample(path: path, form: "content=Sweep+the+floor", granted: 303)
        case "POST /messages/{sequence}/take-back":
            // No agent works here.
            RouteSample(
                path: path.replacing("{sequence}", with: "1"), form: "", granted: 409, exceptions: [.member: 403])
        case "POST /requests/{request}/answer":
            RouteSample(
                path: path.replacing("{request}", with: world.request),
                form: "\(world.request)-0-own=The+old+one", granted: 303)
        case "POST /choices":
            RouteSample(path: path, form: "effort=high", granted: 303)
        case "POST /title":
            RouteSample(path: path, form: "title=Taken+over", granted: 303)
        case "POST /allow":
            RouteSample(path: path, form: "host=example.com", granted: 303, exceptions: [.member: 403])
        case "POST /stop", "POST /archive", "POST /unarchive":
            RouteSample(path: path, form: "", granted: 303)
        case "POST /retry":
            // No agent works here.
            RouteSample(path: path, form: "", granted: 409)
        case "GET /delete":
            // The session is the owner's: another member doesn't delete it.
            RouteSample(path: path, granted: 200, exceptions: [.member: 403])
        case "POST /delete":
            RouteSample(path: path, form: "", granted: 303, exceptions: [.member: 403])
        default: nil
        }
    }
}
