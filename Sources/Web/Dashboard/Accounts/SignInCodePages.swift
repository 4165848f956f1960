import Domain
import Hummingbird
import Storage

/// The second step of a sign-in, for people with two-factor authentication.
struct SignInCodePages: Sendable {
    let services: Services

    /// `GET /sign-in/code?next=PATH`, with `use=recovery` for a recovery code.
    func show(_ call: Call<Anyone>) throws -> Response {
        let form = FormState(["next": try call.query("next") ?? "", "use": try call.query("use") ?? ""])
        guard let token = call.pendingSignIn, services.accounts.secondFactors.pendingSignIns.has(token, at: now) else {
            return expired(form)
        }
        return page(form).response()
    }

    /// `POST /sign-in/code` redirects to the page that the person wanted to open.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit(placing: [.unauthenticated: "code"]) { form in
            do {
                guard let token = call.pendingSignIn else { throw DomainError.signInExpired }
                let signedIn = try await services.accounts.finishSignIn(form["code"], of: token, by: visitor)
                return services.cookies.finishSignIn(signedIn, .seeOther(LocalPath(form["next"])?.text ?? "/"))
            } catch let error as DomainError where error == .signInExpired {
                return expired(FormState(form.values))
            }
        } refused: {
            page($0)
        }
    }

    private var now: Timestamp { services.clock.now() }

    private func expired(_ form: FormState) -> Response {
        .seeOther("/sign-in?next=\(form.field("next", "").value.percentEncoded)&reason=expired")
    }

    private func page(_ form: FormState) -> Page {
        Page(template: "sign-in-code", title: "Two-factor authentication", content: SignInCodeContent(form))
    }
}

extension Call {
    /// The token of the sign-in in this browser that waits for a code.
    fileprivate var pendingSignIn: SecretToken? {
        request.cookie(PendingSignIns.cookieName).flatMap { SecretToken(.pendingSignIn, presented: $0) }
    }
}

/// The content of `sign-in-code.mustache`.
private struct SignInCodeContent {
    let problem: String?
    let next: FormField
    let use: FormField
    let isRecovery: Bool
    let code: FormField
    /// The address of the page for the other kind of code.
    let otherPath: String

    init(_ form: FormState) {
        problem = form.problem
        next = form.field("next", "", isRequired: false)
        use = form.field("use", "", isRequired: false)
        isRecovery = use.value == "recovery"
        code =
            isRecovery
            ? form.field(
                "code", "Recovery code", hint: "One that you haven't used yet, such as k3md-9x2p-7vqa-04tz-p8he-w61c."
            )
            .with("", error: form.field("code", "").error)
            : form.codeField("Code", hint: "The six digits that your authenticator app shows for Lodestone.")
        otherPath = "/sign-in/code?next=\(next.value.percentEncoded)" + (isRecovery ? "" : "&use=recovery")
    }
}

extension FormState {
    /// The field for the code of an authenticator app. A code is never shown again.
    ///
    /// - Parameter takesRecovery: whether a recovery code can be typed instead.
    func codeField(_ label: String, id: String = "code", hint: String, takesRecovery: Bool = false) -> FormField {
        var field = field("code", label, id: id, autocomplete: "one-time-code", hint: hint)
        field = field.with("", error: field.error)
        field.inputMode = takesRecovery ? nil : "numeric"
        return field
    }
}
