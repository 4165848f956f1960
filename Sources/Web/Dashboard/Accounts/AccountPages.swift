/// The pages for set-up, joining, signing in and one's own account.
struct AccountPages: Sendable {
    let services: Services
}
