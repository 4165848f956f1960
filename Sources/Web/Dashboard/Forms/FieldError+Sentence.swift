import Domain

extension FieldError {
    /// The verbs with which details begin that need a subject.
    private static let verbs: Set<Substring> = ["is", "isn't", "must", "has", "needs", "can't", "may", "allows"]

    /// The sentence that tells a person what is wrong with a field.
    ///
    /// - Parameters:
    ///   - detail: such as "must not be blank", or a whole sentence.
    ///   - label: the field's label, such as "Current password"; empty for a field without one.
    static func sentence(_ detail: String, about label: String) -> String {
        let end = detail.hasSuffix("?") || detail.hasSuffix(".") ? "" : "."
        let verb = detail.prefix { $0 != " " }
        guard !label.isEmpty, verbs.contains(verb) else {
            return detail.prefix(1).uppercased() + detail.dropFirst() + end
        }
        let isAbbreviation = label.dropFirst().first?.isUppercase ?? false
        let name = isAbbreviation ? label : label.prefix(1).lowercased() + label.dropFirst()
        let subject = label.hasPrefix("Your ") ? label : "The \(name)"
        let isPlural = label.hasSuffix("s") && !label.hasSuffix("ss")
        let plurals: [Substring: String] = [
            "is": "are", "isn't": "aren't", "has": "have", "needs": "need", "allows": "allow",
        ]
        let form = isPlural ? plurals[verb] ?? String(verb) : String(verb)
        return "\(subject) \(form)\(detail.dropFirst(verb.count))\(end)"
    }
}
