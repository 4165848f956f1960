import Domain

/// The fields of a form with their current values and errors.
struct FormState {
    private var values: [String: String] = [:]
    private var errors: [String: String] = [:]
    /// The error that concerns the whole form.
    private(set) var problem: String?

    /// A form with initial values.
    init(_ values: [String: String] = [:]) {
        self.values = values
    }

    /// - Parameter place: the field that shows an error which names no field.
    init(_ form: SubmittedForm, _ error: DomainError, at place: String? = nil) {
        values = form.values
        for field in error.fields {
            errors[String(field.pointer.dropFirst())] = field.detail
        }
        guard errors.isEmpty else { return }
        if let place {
            errors[place] = error.detail
        } else {
            problem = error.detail
        }
    }

    /// The ids of the uploaded files, in their order.
    var attachmentIDs: [AttachmentID] { SubmittedForm(values: values).attachmentIDs }

    /// A field with its value and error. The value of a password field is never shown again.
    ///
    /// - Parameters:
    ///   - subject: the field in its errors' sentences, if that isn't its label, such as `message`.
    ///   - id: the id of its element, needed if another field on the page has the same name.
    func field(
        _ name: String, _ label: String, as subject: String? = nil, id: String? = nil, type: String = "text",
        autocomplete: String = "off",
        hint: String? = nil, isRequired: Bool = true, placeholder: String? = nil, choices: [String] = []
    ) -> FormField {
        FormField(
            name: name, fieldID: id ?? name, label: label, type: type,
            value: type == "password" ? "" : values[name] ?? "",
            autocomplete: autocomplete, hint: hint, isRequired: isRequired,
            placeholder: placeholder, choices: choices,
            error: errors[name].map { FieldError.sentence($0, about: subject ?? label) })
    }
}

/// The content of `field.mustache`.
struct FormField: Hashable {
    let name: String
    /// The id of its element. It isn't called `id`, because templates would then take the `id` of the surrounding
    /// context for fields without one.
    let fieldID: String
    let label: String
    let type: String
    let value: String
    let autocomplete: String
    let hint: String?
    let isRequired: Bool
    let placeholder: String?
    /// The keys that a phone shows, such as `numeric`.
    var inputMode: String?
    /// Suggested values; people may type others.
    let choices: [String]
    /// The id of the list of choices, if there are any.
    let list: String?
    let error: String?
    /// The ids of the elements that describe it: its hint and its error.
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

    /// A copy with another value.
    func with(_ value: String, error: String? = nil) -> FormField {
        FormField(
            name: name, fieldID: fieldID, label: label, type: type, value: value, autocomplete: autocomplete,
            hint: hint, isRequired: isRequired, placeholder: placeholder, choices: choices, error: error)
    }
}
