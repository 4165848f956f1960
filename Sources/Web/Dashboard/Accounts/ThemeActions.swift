import Domain
import Hummingbird

extension AccountPages {
    /// `POST /theme` keeps the colors that somebody chose in a cookie, and goes back to the page where they did.
    func chooseTheme(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let form = try await call.submittedForm()
        var response = Response.seeOther(call.request.previousPath(on: services.configuration.origins)?.text ?? "/")
        let theme = Theme(rawValue: form["theme"])
        response.setCookie(
            services.cookies.cookie(
                Theme.cookieName, theme?.rawValue ?? "", lifetime: theme == nil ? .zero : Theme.lifetime))
        return response
    }
}
