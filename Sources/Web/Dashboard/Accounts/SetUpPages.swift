import Domain
import Hummingbird
import Storage

/// The page on which the first organization is created.
struct SetUpPages: Sendable {
    let services: Services

    /// `GET /setup#TOKEN`: the page that the set-up link opens.
    func show(_ call: Call<Anyone>) async throws -> Response {
        try await setUpPage(FormState()).response()
    }

    /// `POST /setup` redirects to the sessions of the new organization.
    func setUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit(placing: [.notFound: "token"]) { form in
            let owner = try await services.accounts.setUp(form.readingLink.body(SetUpBody.self), by: visitor)
            let path = owner.browser.memberships.first?.organization.id.sessionsPath
            return services.cookies.signIn(owner, .seeOther(path ?? "/"))
        } refused: {
            try await setUpPage($0)
        }
    }

    private func setUpPage(_ form: FormState) async throws -> Page {
        let isSetUp = try await services.setUpGate.isOpen(asking: services.store.accounts)
        return Page(
            template: "set-up", title: "Set up", content: SetUpContent(form, isSetUp: isSetUp),
            script: .linkToken)
    }
}

private struct SetUpContent {
    let isSetUp: Bool
    let problem: String?
    let token: FormField
    let organization: FormField
    let account: AccountFields

    init(_ form: FormState, isSetUp: Bool) {
        self.isSetUp = isSetUp
        problem = form.problem
        token = form.linkField
        organization = form.field(
            "organization", "Organization", autocomplete: "organization", hint: "Your team's name, such as Acme.")
        account = AccountFields(form)
    }
}
