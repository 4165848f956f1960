import Domain
import Hummingbird
import Storage
import WebPush

/// Handlers for the push notifications to a person's devices.
struct PushHandlers: Sendable {
    let services: Services

    /// `GET /api/push/key`: the public key with which browsers subscribe.
    func showKey(_ call: Call<BrowserSession>) async throws -> Response {
        let key = try await services.store.push.serverKey(at: services.clock.now())
        return .json { $0.field("publicKey", key.publicKey) }
    }

    /// `GET /api/me/push-subscriptions`: the person's devices, the latest first.
    func list(_ call: Call<BrowserSession>) async throws -> Response {
        let subscriptions = try await services.store.push.subscriptions(of: call.identity.user.id)
        return .json { json in
            json.field("pushSubscriptions") { json in
                json.array(subscriptions) { json, subscription in
                    json.object { $0.pushSubscriptionFields(subscription) }
                }
            }
        }
    }

    /// Subscribes a device, or renews its subscription. The body `{endpoint, keys: {p256dh, auth}, name?}` is a
    /// subscription as browsers write it in JSON.
    func subscribe(_ call: Call<BrowserSession>) async throws -> Response {
        let (body, text) = try await call.bodyAndText(PushSubscriptionBody.self)
        let browser = call.identity
        let name = DeviceName.name(of: call.request.headers[.userAgent])
        return try await call.created(
            text, by: .browser(browser), charging: try services.growth.adding(.device, by: browser.user.id),
            from: services.growth
        ) { json, subscription in
            json.field("pushSubscription") { json in
                json.object { $0.pushSubscriptionFields(subscription) }
            }
        } create: { once in
            try await services.store.push.subscribe(
                try await body.draft(checkedBy: services.push, named: name), of: browser.user.id, in: browser.id,
                at: services.clock.now(), once: once)
        }
    }

    /// `DELETE /api/me/push-subscriptions/{subscription}`
    func unsubscribe(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.store.push.unsubscribe(call.subscriptionID, of: call.identity.user.id)
        return Response(status: .noContent)
    }

    /// `POST /api/me/push-subscriptions/{subscription}/test` sends a test message to the device.
    func test(_ call: Call<BrowserSession>) async throws -> Response {
        let user = call.identity.user.id
        try await services.growth.charging(try services.growth.adding(.testMessage, by: user)) {
            try await services.store.push.test(call.subscriptionID, of: user, at: services.clock.now())
        }
        return Response(status: .accepted)
    }

    /// `GET /api/me/notifications`: the kinds of events that the person's devices are notified of.
    func showChoices(_ call: Call<BrowserSession>) async throws -> Response {
        let kinds = try await services.store.push.kinds(of: call.identity.user.id)
        return .json { $0.notificationFields(kinds) }
    }

    /// `PATCH /api/me/notifications` with `{waits?, finished?, failed?, pullRequestOpened?}`
    func choose(_ call: Call<BrowserSession>) async throws -> Response {
        let choices = try await call.body(NotificationChoicesBody.self).choices
        let kinds = try await services.store.push.choose(choices, of: call.identity.user.id)
        return .json { $0.notificationFields(kinds) }
    }
}

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
        name = fields.name()
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
