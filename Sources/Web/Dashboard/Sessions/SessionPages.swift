/// The pages of an organization's sessions.
struct SessionPages: Sendable {
    let services: Services
}
