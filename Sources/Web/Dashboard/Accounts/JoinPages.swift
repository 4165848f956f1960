import Domain
import Hummingbird
import Storage

/// The page for the holder of an invitation's link.
struct JoinPages: Sendable {
    let services: Services

    /// `GET /join#TOKEN`: the page that an invitation's link opens.
    func show(_ call: Call<Anyone>) async throws -> Response {
        joinPage(
            FormState(), of: try await services.authenticator.personIfSignedIn(of: call.request, logger: call.logger)
        ).response()
    }

    /// `POST /join` adds the signed-in person to the organization.
    func join(_ call: Call<BrowserSession>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit(placing: [.notFound: "token"]) { form in
            let joined = try await services.invitations.join(
                form.readingLink.body(TokenBody.self), as: call.identity.user.id, by: visitor)
            return .seeOther(joined.organization.sessionsPath)
        } refused: {
            joinPage($0, of: call.identity)
        }
    }

    /// `POST /join/sign-up` creates an account and signs it in.
    func signUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit(placing: [.notFound: "token", .conflict: "email"]) { form in
            let newcomer = try await services.invitations.signUp(form.readingLink.body(SignUpBody.self), by: visitor)
            return services.cookies.signIn(newcomer.signedIn, .seeOther(newcomer.organization.sessionsPath))
        } refused: {
            joinPage($0, of: nil)
        }
    }

    private func joinPage(_ form: FormState, of browser: BrowserSession?) -> Page {
        Page(
            template: "join", title: "Join", content: JoinContent(form, browser?.user),
            frame: browser.map { PageFrame($0) }, script: .invitation)
    }
}

private struct JoinContent {
    struct Joiner {
        let joinerName: String
        let joinerEmail: String
    }

    let problem: String?
    let token: FormField
    let joiner: Joiner?
    let account: AccountFields

    init(_ form: FormState, _ user: User?) {
        problem = form.problem
        token = form.linkField
        joiner = user.map { Joiner(joinerName: $0.name, joinerEmail: $0.email.description) }
        account = AccountFields(form)
    }
}
