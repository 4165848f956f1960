/// The pages for becoming, being and ceasing to be somebody here.
struct AccountPages: Sendable {
    let services: Services
}
