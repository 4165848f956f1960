/// The content of `check-field.mustache`: a check box.
struct CheckField {
    let field: FormField
    let isChosen: Bool

    init(_ field: FormField) {
        self.field = field
        isChosen = field.value == "true"
    }
}

/// The content of `choice-field.mustache`: a field with a list of options.
struct ChoiceField: Hashable {
    struct Option: Hashable {
        let choice: String
        let words: String
        let isChosen: Bool
    }

    let field: FormField
    let options: [Option]

    /// - Parameter options: the values and their labels.
    init(_ field: FormField, _ options: [(choice: String, words: String)]) {
        self.field = field
        self.options = options.map {
            Option(choice: $0.choice, words: $0.words, isChosen: $0.choice == field.value)
        }
    }

    /// The field with one more option at the end.
    func adding(_ option: (choice: String, words: String)) -> ChoiceField {
        ChoiceField(field, options.filter { $0.choice != option.choice }.map { ($0.choice, $0.words) } + [option])
    }
}
