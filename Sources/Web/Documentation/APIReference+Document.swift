import Domain

extension APIReference {
    private static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    init(_ document: OrderedJSON) {
        let reader = DocumentReader(document: document)
        let operations = (document["paths"]?.members ?? []).flatMap { path, item in
            item.members.filter { Self.methods.contains($0.name) }.map { method, operation in
                (topic: operation["tags"]?.elements.first?.text, Operation(method, path, operation, in: item, reader))
            }
        }
        title = document["info"]?["title"]?.text ?? ""
        version = document["info"]?["version"]?.text ?? ""
        description = document["info"]?["description"]?.text ?? ""
        topics = (document["tags"]?.elements ?? []).map { tag in
            let name = tag["name"]?.text ?? ""
            return Topic(
                name: name, description: tag["description"]?.text ?? "",
                operations: operations.filter { $0.topic == name }.map(\.1))
        }
        errors = (document["components"]?["responses"]?.members ?? [])
            .filter { APIReference.Answer.isError($0.name) }.map(Answer.init)
        schemas = (document["components"]?["schemas"]?.members ?? []).map(Schema.init)
    }
}

extension APIReference.Operation {
    fileprivate init(
        _ method: String, _ path: String, _ operation: OrderedJSON, in item: OrderedJSON, _ reader: DocumentReader
    ) {
        id = operation["operationId"]?.text ?? ""
        self.method = method.uppercased()
        self.path = path
        summary = operation["summary"]?.text ?? ""
        description = operation["description"]?.text
        callers = reader.callers(of: operation)
        let parameters = ((item["parameters"]?.elements ?? []) + (operation["parameters"]?.elements ?? []))
            .map(reader.resolve)
        self.parameters = parameters.map { parameter in
            APIReference.Parameter(
                name: parameter["name"]?.text ?? "", place: parameter["in"]?.text ?? "",
                type: parameter["schema"].map(APIReference.TypePart.parts) ?? [],
                description: parameter["description"]?.text)
        }
        bodies = (operation["requestBody"]?["content"]?.members ?? []).map { mediaType, content in
            APIReference.Body(
                mediaType: mediaType, type: content["schema"].map(APIReference.TypePart.parts) ?? [],
                example: content["example"].map { $0.text ?? $0.json })
        }
        let answers = (operation["responses"]?.members ?? []).map { ($0.name, reader.resolve($0.value)) }
        self.answers = answers.filter { !APIReference.Answer.isError($0.0) }.map(APIReference.Answer.init)
        errors = answers.map(\.0).filter(APIReference.Answer.isError)
        let examplePath = parameters.filter { $0["in"]?.text == "path" }.reduce(path) { path, parameter in
            path.replacing("{\(parameter["name"]?.text ?? "")}", with: parameter["example"]?.text ?? "")
        }
        let curl = CurlExample(
            method: self.method, path: examplePath, callers: callers, body: bodies.first,
            setsCookie: answers.contains { $0.1["headers"]?["Set-Cookie"] != nil })
        example = curl.text
    }
}

extension APIReference.Answer {
    fileprivate init(_ status: String, _ answer: OrderedJSON) {
        self.status = status
        description = answer["description"]?.text ?? ""
        type = answer["content"]?.members.first?.value["schema"].map(APIReference.TypePart.parts) ?? []
    }

    fileprivate static func isError(_ status: String) -> Bool {
        Int(status).map { $0 >= 400 } ?? false
    }
}

extension APIReference.Schema {
    fileprivate init(_ name: String, _ schema: OrderedJSON) {
        self.name = name
        description = schema["description"]?.text
        fields = APIReference.Field.fields(of: schema, within: "")
        let base = schema["allOf"]?.elements.first.map(APIReference.TypePart.parts)
        type = base ?? (fields.isEmpty ? APIReference.TypePart.parts(of: schema) : [])
    }
}

extension APIReference.Field {
    /// The fields of an object and of the objects inside it.
    fileprivate static func fields(of schema: OrderedJSON, within prefix: String) -> [APIReference.Field] {
        let required = Set((schema["required"]?.elements ?? []).compactMap(\.text))
        return (schema["properties"]?.members ?? []).flatMap { name, property in
            let field = APIReference.Field(
                name: prefix + name, type: APIReference.TypePart.parts(of: property),
                isRequired: required.contains(name), description: property["description"]?.text)
            let inner = property["items"].map { fields(of: $0, within: "\(prefix)\(name)[].") }
            return [field] + (inner ?? fields(of: property, within: "\(prefix)\(name)."))
        }
    }
}

extension APIReference.TypePart {
    /// A type in words, as `array of Session` or `integer from 1 to 200`.
    fileprivate static func parts(of schema: OrderedJSON) -> [Self] {
        if let reference = schema["$ref"]?.text { return [.schema(String(reference.split(separator: "/").last ?? ""))] }
        if let base = schema["allOf"]?.elements.first { return parts(of: base) }
        if let choices = schema["anyOf"]?.elements {
            return Array(choices.map(parts).joined(separator: [.words(" or ")]))
        }
        if let items = schema["items"] { return [.words("array of ")] + parts(of: items) }
        if let values = schema["enum"]?.elements ?? schema["const"].map({ [$0] }) {
            return [.words(values.compactMap(\.text).map { "`\($0)`" }.joined(separator: ", "))]
        }
        let bounds = [
            schema["minimum"]?.text.map { "from \($0)" }, schema["maximum"]?.text.map { "to \($0)" },
            schema["maxLength"]?.text.map { "up to \($0) characters" },
            schema["default"]?.text.map { "default `\($0)`" },
        ]
        let words = ([schema["type"]?.text] + bounds).compactMap { $0 }
        return [.words(words.joined(separator: " "))]
    }
}

/// Resolves the document's references.
private struct DocumentReader {
    let document: OrderedJSON

    func resolve(_ value: OrderedJSON) -> OrderedJSON {
        guard let reference = value["$ref"]?.text else { return value }
        return reference.split(separator: "/").dropFirst().reduce(document) { place, name in
            place[String(name)] ?? .object([])
        }
    }

    func callers(of operation: OrderedJSON) -> APIReference.Callers {
        let alternatives = (operation["security"] ?? document["security"])?.elements ?? []
        let schemes = Set(alternatives.flatMap(\.members).map(\.name))
        let isForPeople = schemes.contains("cookie")
        return if schemes.isEmpty {
            .anybody
        } else if schemes.contains("apiKey") {
            isForPeople ? .both : .program
        } else {
            .person
        }
    }
}
