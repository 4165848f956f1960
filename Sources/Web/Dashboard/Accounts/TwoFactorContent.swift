import Domain

/// The content of `two-factor.mustache`.
struct TwoFactorContent {
    let notice: String?
    let problem: String?
    /// Whether the person can do nothing else before.
    let isNeeded: Bool
    /// Recovery codes that were just made, one a line.
    let made: String?
    /// `nil` while it is off.
    let state: TwoFactorState?
    let setUp: TwoFactorSetUp?
}

/// How a person adds the key to their app, and the form that proves it.
struct TwoFactorSetUp {
    struct Image {
        let side: Int
        let path: String
    }

    /// The account's email address, which tells password managers whose password it is.
    let address: String
    /// `nil` for an address that is too long for an image.
    let image: Image?
    let key: String
    /// For an app on this device.
    let appAddress: String
    let code: FormField
    let password: FormField

    init(_ key: AuthenticatorKey, _ form: FormState, for user: User) {
        address = user.email.description
        appAddress = key.address(for: user.email)
        image = QRCode(appAddress).map { Image(side: $0.side, path: $0.path) }
        self.key = key.text
        code = form.codeField("Code", hint: "The six digits that the app shows now.")
        password = form.passwordField("password")
    }
}

/// A second factor, with the forms to change it.
struct TwoFactorState {
    struct Form {
        let code: FormField
        let password: FormField

        fileprivate init(_ form: FormState, _ prefix: String) {
            code = form.codeField(
                "Code", id: "\(prefix)-code", hint: "From your app, or an unused recovery code.", takesRecovery: true)
            password = form.passwordField("\(prefix)-password")
        }
    }

    let address: String
    let since: ShownTime
    let codesLeft: String
    let renewal: Form
    let turnOff: Form

    init(_ factor: SecondFactor, renewal: FormState, turnOff: FormState, of user: User, at time: Timestamp) {
        address = user.email.description
        since = ShownTime(factor.since, now: time)
        codesLeft = factor.codesLeft
        self.renewal = Form(renewal, "renewal")
        self.turnOff = Form(turnOff, "turn-off")
    }
}

extension SecondFactor {
    var codesLeft: String {
        switch recoveryCodes {
        case 0: "no recovery codes left"
        case 1: "1 recovery code left"
        default: "\(recoveryCodes) recovery codes left"
        }
    }
}

extension FormState {
    fileprivate func passwordField(_ id: String) -> FormField {
        field("password", "Current password", id: id, type: "password", autocomplete: "current-password")
    }
}
