import Domain

/// Reads the fields of a JSON object and collects their errors, so that one response reports all of them. Unknown
/// fields are ignored.
struct BodyFields {
    private let container: KeyedDecodingContainer<FieldName>
    private var errors: [FieldError] = []

    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: FieldName.self)
    }

    /// The value of an optional string field, converted by `parse`; `nil` if it is absent or invalid.
    mutating func text<Value>(_ name: String, _ parse: (String) throws(InvalidValue) -> Value) -> Value? {
        guard let text = value(name, String.self, "must be a string") else { return nil }
        do throws(InvalidValue) {
            return try parse(text)
        } catch {
            fail(name, error.detail)
            return nil
        }
    }

    mutating func text(_ name: String) -> String? {
        value(name, String.self, "must be a string")
    }

    mutating func integer(_ name: String) -> Int? {
        value(name, Int.self, "must be a whole number")
    }

    mutating func boolean(_ name: String) -> Bool? {
        value(name, Bool.self, "must be true or false")
    }

    /// The value of an object of strings, converted by `parse`; `nil` if it is absent or invalid.
    mutating func texts<Value>(_ name: String, _ parse: ([String: String]) throws(InvalidValue) -> Value) -> Value? {
        guard let texts = value(name, [String: String].self, "must be an object with strings") else { return nil }
        do throws(InvalidValue) {
            return try parse(texts)
        } catch {
            fail(name, error.detail)
            return nil
        }
    }

    /// The value of a list of strings, converted by `parse`; `nil` if it is absent or invalid.
    mutating func list<Value>(_ name: String, _ parse: ([String]) throws(InvalidValue) -> Value) -> Value? {
        guard let texts = value(name, [String].self, "must be a list of strings") else { return nil }
        do throws(InvalidValue) {
            return try parse(texts)
        } catch {
            fail(name, error.detail)
            return nil
        }
    }

    /// The value of a field with any JSON, converted by `parse`; `nil` if it is absent or invalid.
    mutating func json<Value>(_ name: String, _ parse: (OrderedJSON) throws(InvalidValue) -> Value) -> Value? {
        guard let json = value(name, DecodedJSON.self, "must be JSON")?.json else { return nil }
        do throws(InvalidValue) {
            return try parse(json)
        } catch {
            fail(name, error.detail)
            return nil
        }
    }

    /// The value of a field that has one string, or a list of strings, for each question.
    mutating func answers(_ name: String) -> [String: RequestAnswer.Choice]? {
        value(
            name, [String: RequestAnswer.Choice].self,
            "must be an object with a string or a list of strings for each question")
    }

    mutating func time(_ name: String) -> Timestamp? {
        text(name) { text throws(InvalidValue) in
            guard let time = Timestamp(text) else {
                throw InvalidValue("must be a time such as 2026-02-10T14:30:00.000Z")
            }
            return time
        }
    }

    /// The value of a field that must name one of the type's cases; `nil` when it is absent or wrong.
    mutating func choice<Value: RawRepresentable & CaseIterable>(_ name: String, _ type: Value.Type) -> Value?
    where Value.RawValue == String {
        text(name) { text throws(InvalidValue) in try Value(choice: text) }
    }

    mutating func list<Element: Decodable>(_ name: String, _ type: Element.Type) -> [Element]? {
        value(name, [Element].self, "must be a list of objects in the form that this server exports")
    }

    mutating func fail(_ name: String, _ detail: String) {
        errors.append(FieldError(name, detail))
    }

    /// Records an error for each of these fields that is missing.
    mutating func require(_ names: String...) {
        for name in names where !container.contains(FieldName(stringValue: name)) { fail(name, "is required") }
    }

    /// The values of the required fields, after all fields have been read.
    ///
    /// - Throws: `DomainError.invalid` with all errors that were found.
    func finish<each Value>(_ values: repeat (each Value)?) throws -> (repeat each Value) {
        guard errors.isEmpty else { throw DomainError.invalid(fields: errors) }
        func unwrap<Unwrapped>(_ value: Unwrapped?) throws -> Unwrapped {
            guard let value else { throw DomainError.requiredFieldMissing }
            return value
        }
        return (repeat try unwrap(each values))
    }

    private mutating func value<Value: Decodable>(_ name: String, _ type: Value.Type, _ problem: String) -> Value? {
        let key = FieldName(stringValue: name)
        guard container.contains(key) else { return nil }
        do {
            return try container.decode(Value.self, forKey: key)
        } catch is DecodingError {
            fail(name, problem)
        } catch {
            fail(name, "must be valid JSON: a line break is written as \\n, and an escape must be a character")
        }
        return nil
    }
}

private struct FieldName: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}
