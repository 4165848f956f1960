import Domain

/// The OpenAPI 3.1 description of every route: the files of `openapi/`, merged. Tests compare it with the route table and
/// with the running service.
enum OpenAPIDocument {
    static let json = EmbeddedAsset.all.filter { $0.folder == .openAPI }.reduce(OrderedJSON.object([])) {
        merged, file in
        do {
            return merged.merging(try OrderedJSON(parsing: file.text))
        } catch {
            preconditionFailure("openapi/\(file.name) is no JSON: \(error)")
        }
    }

    /// The document as it is served: JSON in UTF-8, formatted for readers.
    static let bytes = Array("\(json.indented)\n".utf8)
}

extension OrderedJSON {
    /// The members of both objects. A member that both have is merged if it is an object, or else that of `other`.
    fileprivate func merging(_ other: OrderedJSON) -> OrderedJSON {
        guard case .object(var members) = self, case .object(let others) = other else { return other }
        for member in others {
            if let index = members.firstIndex(where: { $0.name == member.name }) {
                members[index].value = members[index].value.merging(member.value)
            } else {
                members.append(member)
            }
        }
        return .object(members)
    }
}
