/// The fields of a new account.
struct AccountFields {
    let person: FormField
    let email: FormField
    let password: FormField

    init(_ form: FormState) {
        person = form.nameField
        email = form.field(
            "email", "Email", type: "email", autocomplete: "username", hint: "You'll use it to sign in.")
        password = form.newPasswordField("password", "Password")
    }
}

extension FormState {
    var nameField: FormField {
        field("name", "Your name", autocomplete: "name", hint: "Shown to your teammates.")
    }

    /// The field for a new password.
    func newPasswordField(_ name: String, _ label: String) -> FormField {
        field(
            name, label, type: "password", autocomplete: "new-password",
            hint: "At least 12 characters. A phrase of several words works well.")
    }

    /// The field for a link's token, filled in by a script or by hand.
    var linkField: FormField {
        field("token", "Link", hint: "Paste the link that you opened.")
    }
}
