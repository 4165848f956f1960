package import Domain

extension OrderedJSON: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension OrderedJSON: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: OrderedJSON...) {
        self = .array(elements)
    }
}

extension OrderedJSON: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, OrderedJSON)...) {
        self = .object(elements.map { (name: $0.0, value: $0.1) })
    }
}
