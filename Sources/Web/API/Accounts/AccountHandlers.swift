/// Handlers for signing in and out, and for the signed-in person's own account.
struct AccountHandlers: Sendable {
    let services: Services
}
