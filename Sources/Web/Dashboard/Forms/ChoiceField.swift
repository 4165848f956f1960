/// What `check-field.mustache` shows: a field that is on or off.
struct CheckField {
    let field: FormField
    let isChosen: Bool

    init(_ field: FormField) {
        self.field = field
        isChosen = field.value == "true"
    }
}

/// What `choice-field.mustache` shows: a field for one of a few values.
struct ChoiceField {
    struct Option {
        let choice: String
        let words: String
        let isChosen: Bool
    }

    let field: FormField
    let options: [Option]

    /// - Parameter options: the values and what people call them.
    init(_ field: FormField, _ options: [(choice: String, words: String)]) {
        self.field = field
        self.options = options.map {
            Option(choice: $0.choice, words: $0.words, isChosen: $0.choice == field.value)
        }
    }

    /// The same field with one more choice, the last.
    func adding(_ option: (choice: String, words: String)) -> ChoiceField {
        ChoiceField(field, options.filter { $0.choice != option.choice }.map { ($0.choice, $0.words) } + [option])
    }
}
