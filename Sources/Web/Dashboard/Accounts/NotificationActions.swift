import Domain
import Hummingbird
import Storage

/// The actions of the forms for notifications on the account page.
extension AccountPages {
    /// `POST /account/notifications`. Browsers don't send a check box that is off.
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
            try await services.testPush(call.subscriptionID, of: call.identity.user.id)
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
