import Domain
import Hummingbird

extension AccountPages {
    /// `POST /theme` stores the chosen colors in a cookie, and redirects to the page with the form.
    func chooseTheme(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let form = try await call.submittedForm()
        var response = Response.seeOther(call.request.previousPath(on: services.configuration.origins)?.text ?? "/")
        let theme = Theme(rawValue: form["theme"])
        response.setCookie(
            services.cookie(
                Theme.cookieName, theme?.rawValue ?? "", lifetime: theme == nil ? .zero : Theme.lifetime))
        return response
    }
}
