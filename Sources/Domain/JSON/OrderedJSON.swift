/// A JSON value that preserves the order of an object's members, so that people see them as they were written.
package indirect enum OrderedJSON: Sendable {
    case object([(name: String, value: OrderedJSON)])
    case array([OrderedJSON])
    case string(String)
    /// A number, `true`, `false` or `null`, as it was written.
    case literal(String)

    /// The text is not valid JSON, or nested too deeply. `offset` is the position of the error in bytes of UTF-8.
    package struct SyntaxError: Error {
        package let offset: Int
    }

    /// - Throws: `SyntaxError` when the text isn't one JSON value, or nests deeper than 512 values.
    package init(parsing text: String) throws {
        var text = text
        self = try text.withUTF8 { bytes in
            var parser = OrderedJSONParser(bytes)
            return try parser.value()
        }
    }

    /// The value of the first member with this name; `nil` if there is none or the value is no object.
    package subscript(name: String) -> OrderedJSON? {
        members.first { $0.name == name }?.value
    }

    /// The members of an object in order; empty for any other value.
    package var members: [(name: String, value: OrderedJSON)] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    /// The elements of an array; empty for any other value.
    package var elements: [OrderedJSON] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    /// The text of a string, or the literal as it was written; `nil` for objects and arrays.
    package var text: String? {
        switch self {
        case .string(let text), .literal(let text): text
        case .object, .array: nil
        }
    }

    /// The value with one line for each member and element, indented by two spaces per level.
    package var indented: String { indented(by: "") }

    private func indented(by margin: String) -> String {
        let inner = margin + "  "
        func block(_ open: String, _ lines: [String], _ close: String) -> String {
            "\(open)\n\(inner)\(lines.joined(separator: ",\n\(inner)"))\n\(margin)\(close)"
        }
        return switch self {
        case .object(let members) where !members.isEmpty:
            block("{", members.map { "\(OrderedJSON.string($0.name).json): \($0.value.indented(by: inner))" }, "}")
        case .array(let elements) where !elements.isEmpty: block("[", elements.map { $0.indented(by: inner) }, "]")
        default: json
        }
    }

    /// The value on one line.
    package var json: String {
        switch self {
        case .object(let members):
            return
                "{\(members.map { "\(OrderedJSON.string($0.name).json): \($0.value.json)" }.joined(separator: ", "))}"
        case .array(let elements): return "[\(elements.map(\.json).joined(separator: ", "))]"
        case .string(let text):
            var bytes: [UInt8] = []
            JSONString.append(text, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        case .literal(let text): return text
        }
    }
}
