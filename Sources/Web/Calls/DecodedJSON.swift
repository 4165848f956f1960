import Domain

/// Any JSON in a body. A decoder doesn't report the order of an object's members, so they are sorted by name.
struct DecodedJSON: Decodable {
    let json: OrderedJSON

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let text = try? container.decode(String.self) { json = .string(text); return }
            if let flag = try? container.decode(Bool.self) { json = .literal("\(flag)"); return }
            if let number = try? container.decode(Double.self) { json = .literal("\(number)"); return }
            if let members = try? container.decode([String: DecodedJSON].self) {
                json = .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
                return
            }
            if let elements = try? container.decode([DecodedJSON].self) {
                json = .array(elements.map(\.json))
                return
            }
        }
        json = .literal("null")
    }
}
