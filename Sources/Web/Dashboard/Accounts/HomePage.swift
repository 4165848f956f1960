import Domain
import Hummingbird

extension AccountPages {
    /// `GET /` redirects to the sessions of the person's first organization.
    func home(_ call: Call<BrowserSession>) -> Response {
        guard let first = call.identity.memberships.first else {
            return Page(
                template: "no-organization", title: "No organization", content: (), frame: PageFrame(call.identity)
            ).response()
        }
        return .seeOther(first.organization.id.sessionsPath)
    }
}
