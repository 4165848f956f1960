import Domain

/// A form's fields as they were typed, and what was wrong with them.
struct FormState {
    private var values: [String: String] = [:]
    private var errors: [String: String] = [:]
    /// What is wrong with the whole.
    private(set) var problem: String?

    /// A form with values to start from.
    init(_ values: [String: String] = [:]) {
        self.values = values
    }

    /// - Parameter place: the field at which an error stands that names none itself.
    init(_ form: SubmittedForm, _ error: DomainError, at place: String? = nil) {
        values = form.values
        for field in error.fields {
            errors[String(field.pointer.dropFirst())] =
                field.detail.prefix(1).uppercased() + field.detail.dropFirst()
                + (field.detail.hasSuffix("?") ? "" : ".")
        }
        guard errors.isEmpty else { return }
        if let place {
            errors[place] = error.detail
        } else {
            problem = error.detail
        }
    }

    /// The files that were uploaded, in their order.
    var attachmentIDs: [AttachmentID] { SubmittedForm(values: values).attachmentIDs }

    /// A field with what is known of it. A password is never shown again.
    ///
    /// - Parameter id: of its element, where its name is that of another field on the page too.
    func field(
        _ name: String, _ label: String, id: String? = nil, type: String = "text", autocomplete: String = "off",
        hint: String? = nil, isRequired: Bool = true, placeholder: String? = nil, choices: [String] = []
    ) -> FormField {
        FormField(
            name: name, fieldID: id ?? name, label: label, type: type,
            value: type == "password" ? "" : values[name] ?? "",
            autocomplete: autocomplete, hint: hint, isRequired: isRequired,
            placeholder: placeholder, choices: choices, error: errors[name])
    }
}

/// What `field.mustache` shows.
struct FormField {
    let name: String
    /// Of its element. It isn't called `id`, which templates take from what stands around the field.
    let fieldID: String
    let label: String
    let type: String
    let value: String
    let autocomplete: String
    let hint: String?
    let isRequired: Bool
    let placeholder: String?
    /// What is offered; anything else may be typed too.
    let choices: [String]
    /// The id of the list of choices, if there are any.
    let list: String?
    let error: String?
    /// The ids of what is said about it.
    let described: String?

    init(
        name: String, fieldID: String, label: String, type: String, value: String, autocomplete: String, hint: String?,
        isRequired: Bool, placeholder: String? = nil, choices: [String], error: String?
    ) {
        self.name = name
        self.fieldID = fieldID
        self.label = label
        self.type = type
        self.value = value
        self.autocomplete = autocomplete
        self.hint = hint
        self.isRequired = isRequired
        self.placeholder = placeholder
        self.choices = choices
        list = choices.isEmpty ? nil : "\(fieldID)-choices"
        self.error = error
        let parts = [hint.map { _ in "\(fieldID)-hint" }, error.map { _ in "\(fieldID)-error" }].compactMap(\.self)
        described = parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The same field with another value.
    func with(_ value: String, error: String? = nil) -> FormField {
        FormField(
            name: name, fieldID: fieldID, label: label, type: type, value: value, autocomplete: autocomplete,
            hint: hint, isRequired: isRequired, placeholder: placeholder, choices: choices, error: error)
    }
}
