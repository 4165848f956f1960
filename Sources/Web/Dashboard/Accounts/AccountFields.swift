/// The fields of a new account.
struct AccountFields {
    let person: FormField
    let email: FormField
    let password: FormField

    init(_ form: FormState) {
        person = form.nameField
        email = form.field(
            "email", "E-mail address", type: "email", autocomplete: "username", hint: "You sign in with it.")
        password = form.newPasswordField("password", "Password")
    }
}

extension FormState {
    var nameField: FormField {
        field("name", "Your name", autocomplete: "name", hint: "Your colleagues see it.")
    }

    /// A password that is being chosen.
    func newPasswordField(_ name: String, _ label: String) -> FormField {
        field(
            name, label, type: "password", autocomplete: "new-password",
            hint: "At least 12 characters. A few words in a row are easy to remember.")
    }

    /// Where a link's token goes, by a script or by hand.
    var linkField: FormField {
        field("token", "Link", hint: "Paste the link that brought you here.")
    }
}
