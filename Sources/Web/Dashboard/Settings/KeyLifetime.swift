import Domain

/// The lifetimes of a new key that the form offers, in days.
enum KeyLifetime: String, CaseIterable {
    case month = "30"
    case quarter = "90"
    case year = "365"
    case never

    /// - Throws: `DomainError.invalid` for a value that the form doesn't offer.
    init(in form: SubmittedForm) throws {
        do throws(InvalidValue) {
            self = try Self(choice: form["expiry"])
        } catch {
            throw DomainError.invalid(fields: [FieldError("expiry", error.detail)])
        }
    }

    var words: String {
        self == .never ? "Never" : "In \(rawValue) days"
    }

    func end(from time: Timestamp) -> Timestamp? {
        Int(rawValue).map { time + .seconds($0 * 86_400) }
    }
}
