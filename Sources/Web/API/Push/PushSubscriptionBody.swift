import Domain
import WebPush

struct PushSubscriptionBody: Decodable {
    private let endpoint: String
    private let keys: RecipientKeys
    private let name: String?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("endpoint", "keys")
        let endpoint = fields.text("endpoint")
        let keys = fields.texts("keys") { texts throws(InvalidValue) in
            guard let publicKey = texts["p256dh"], let authentication = texts["auth"] else {
                throw InvalidValue("must have p256dh and auth")
            }
            return try RecipientKeys(
                publicKey: RecipientKeys.publicKey(publicKey),
                authentication: RecipientKeys.authentication(authentication))
        }
        name = fields.text("name") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) }
        (self.endpoint, self.keys) = try fields.finish(endpoint, keys)
    }

    /// - Parameter device: the name to use if the body has none.
    /// - Throws: `DomainError.invalid` for an address to which messages may not be sent.
    func draft(checkedBy client: PushClient, named device: String) async throws -> PushSubscriptionDraft {
        do throws(InvalidValue) {
            return PushSubscriptionDraft(
                endpoint: try await client.endpoint(endpoint), publicKey: Array(keys.publicKeyBytes),
                authentication: Array(keys.authentication), name: name ?? device)
        } catch {
            throw DomainError.invalid(fields: [FieldError("endpoint", error.detail)])
        }
    }
}

struct NotificationChoicesBody: Decodable {
    let choices: [PushKind: Bool]

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        var choices: [PushKind: Bool] = [:]
        for kind in PushKind.allCases { choices[kind] = fields.boolean(kind.rawValue) }
        try fields.finish()
        self.choices = choices
    }
}
