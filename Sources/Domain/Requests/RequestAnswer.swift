import FoundationEssentials

/// A person's answer to an agent's request, in the API's format.
package struct RequestAnswer: Codable, Equatable, Sendable {
    /// The maximum length of all its texts together, in characters.
    package static let maximumLength = 20_000

    package enum Decision: String, Codable, Sendable, CaseIterable {
        case approve, revise
        case allow
        /// Allows this use of the tool, and all similar ones in the agent's session.
        case allowForSession = "allow-for-session"
        case deny
    }

    /// The chosen options of a question, or an answer in a person's own words.
    package enum Choice: Codable, Equatable, Sendable {
        case one(String)
        case several([String])

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .one(text)
            } else {
                self = .several(try container.decode([String].self))
            }
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .one(let text): try container.encode(text)
            case .several(let texts): try container.encode(texts)
            }
        }

        package var texts: [String] {
            switch self {
            case .one(let text): [text]
            case .several(let texts): texts
            }
        }

        package var json: OrderedJSON {
            switch self {
            case .one(let text): .string(text)
            case .several(let texts): .array(texts.map(OrderedJSON.string))
            }
        }
    }

    /// Answers by the text of the question.
    package var answers: [String: Choice]?
    /// One answer to all questions, in a person's own words.
    package var response: String?
    /// The decision on a plan or a permission.
    package var decision: Decision?
    /// What to change in a plan, or why a permission is denied.
    package var message: String?

    package init(
        answers: [String: Choice]? = nil, response: String? = nil, decision: Decision? = nil, message: String? = nil
    ) {
        self.answers = answers
        self.response = response
        self.decision = decision
        self.message = message
    }

    /// The JSON in which it is stored and shown.
    package var json: String {
        get throws { try sortedJSON }
    }

    /// - Throws: `DecodingError` if it isn't JSON in this format.
    package init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }

    var texts: [String] {
        (answers ?? [:]).values.flatMap(\.texts) + [response, message].compactMap(\.self)
    }
}
