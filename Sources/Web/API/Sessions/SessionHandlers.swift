/// Handlers for `/api/sessions`; each is in a file named after its action.
struct SessionHandlers: Sendable {
    let services: Services
}
