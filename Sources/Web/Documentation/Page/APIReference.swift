/// What the documentation page shows: the OpenAPI document, its references resolved and its operations by topic.
struct APIReference: Sendable {
    let title: String
    let version: String
    let description: String
    let topics: [Topic]
    /// What answers other than those of success mean, the same for every operation.
    let errors: [Answer]
    let schemas: [Schema]

    struct Topic: Sendable {
        let name: String
        let description: String
        let operations: [Operation]

        var anchor: String { name.lowercased().replacing(" ", with: "-") }
    }

    struct Operation: Sendable {
        let id: String
        let method: String
        let path: String
        let summary: String
        let description: String?
        let callers: Callers
        let parameters: [Parameter]
        let bodies: [Body]
        /// Of success.
        let answers: [Answer]
        /// The statuses of its errors.
        let errors: [String]
        let example: String
    }

    /// Who may use an operation.
    enum Callers: Sendable {
        case anybody, person, program, both
    }

    struct Parameter: Sendable {
        let name: String
        let place: String
        let type: [TypePart]
        let description: String?
    }

    struct Body: Sendable {
        let mediaType: String
        let type: [TypePart]
        let example: String?
    }

    struct Answer: Sendable {
        let status: String
        let description: String
        let type: [TypePart]
    }

    struct Schema: Sendable {
        let name: String
        let description: String?
        /// What it is, when it isn't an object of the fields alone.
        let type: [TypePart]
        let fields: [Field]
    }

    struct Field: Sendable {
        /// With those of the objects around it, as `errors[].pointer`.
        let name: String
        let type: [TypePart]
        let isRequired: Bool
        let description: String?
    }

    /// A piece of the description of a type: words, or the name of a schema.
    enum TypePart: Sendable {
        case words(String)
        case schema(String)
    }
}
