/// The callers of an organization's routes.
enum MatrixCaller: String, CaseIterable {
    case nobody, malformedKey, forgedKey, revokedKey, expiredKey
    /// A token of the home organization's runners, which isn't a key.
    case runnerToken
    case forgedCookie, expiredCookie, disabledMember
    case foreignKey, foreignOwner
    case ownKey, member, owner

    enum Standing {
        /// An unauthenticated caller.
        case unknown
        /// It belongs to the other organization.
        case foreign
        case own
    }

    var standing: Standing {
        switch self {
        case .nobody, .malformedKey, .forgedKey, .revokedKey, .expiredKey, .runnerToken, .forgedCookie,
            .expiredCookie, .disabledMember:
            .unknown
        case .foreignKey, .foreignOwner: .foreign
        case .ownKey, .member, .owner: .own
        }
    }

    var isKnownPerson: Bool { self == .foreignOwner || self == .member || self == .owner }
}
