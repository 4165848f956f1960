import Domain
import Hummingbird
import Storage

/// What the forms of the account page's notifications do.
extension AccountPages {
    /// `POST /account/notifications`. A box that isn't ticked isn't sent.
    func chooseNotifications(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            let choices = PushKind.allCases.map { ($0, form[$0.rawValue] == "true") }
            _ = try await services.store.push.choose(
                Dictionary(uniqueKeysWithValues: choices), of: call.identity.user.id)
            return .seeOther("/account", saying: .notifications)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/push-subscriptions/{subscription}/test`
    func testDevice(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            let user = call.identity.user.id
            try await services.growth.paying(try services.growth.adding(.testMessage, by: user)) {
                try await services.store.push.test(call.subscriptionID, of: user, at: services.clock.now())
            }
            return .seeOther("/account", saying: .deviceTested)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/push-subscriptions/{subscription}/remove`
    func removeDevice(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            try await services.store.push.unsubscribe(call.subscriptionID, of: call.identity.user.id)
            return .seeOther("/account", saying: .deviceRemoved)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }
}
