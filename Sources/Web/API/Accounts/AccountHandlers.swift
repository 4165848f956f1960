/// The handlers of signing in and out.
struct AccountHandlers: Sendable {
    let services: Services
}
