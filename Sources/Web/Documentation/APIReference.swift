/// The content of the documentation page: the OpenAPI document with its references resolved and its operations by
/// topic.
struct APIReference: Sendable {
    let title: String
    let version: String
    let description: String
    let topics: [Topic]
    /// The meaning of the error responses, the same for every operation.
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
        /// The responses of success.
        let answers: [Answer]
        /// The status codes of the error responses.
        let errors: [String]
        let example: String
    }

    /// The credentials that an operation accepts.
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
        /// The type of the schema, if it isn't just an object with these fields.
        let type: [TypePart]
        let fields: [Field]
    }

    struct Field: Sendable {
        /// The full name, with those of the enclosing objects, such as `errors[].pointer`.
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
