/// The handlers of `/api/sessions`; each stands in a file of its action's name.
struct SessionHandlers: Sendable {
    let services: Services
}
