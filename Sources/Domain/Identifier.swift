/// A type whose values have an `Identifier`. The prefix makes a stray id recognizable in a log or a URL.
package protocol Identified: SendableMetatype {
    static var identifierPrefix: String { get }
}

/// A text id that can't be mixed up with the id of something else.
package struct Identifier<Entity: Identified>: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An id created by another server; `nil` if it can't be an id of this type.
    package init?(checking text: String) {
        let rest = text.utf8.dropFirst(Entity.identifierPrefix.utf8.count)
        guard text.hasPrefix(Entity.identifierPrefix), (1...100).contains(rest.count),
            rest.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") })
        else { return nil }
        rawValue = text
    }

    /// A new `prefix_…` id of 80 random bits.
    package static func random(using generator: inout some RandomNumberGenerator) -> Self {
        Self(rawValue: "\(Entity.identifierPrefix)_\(Base32.random(characters: 16, using: &generator))")
    }

    package static func random() -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: CustomStringConvertible {
    package var description: String { rawValue }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

package typealias OrganizationID = Identifier<Organization>
package typealias UserID = Identifier<User>
package typealias APIKeyID = Identifier<APIKey>
package typealias BrowserSessionID = Identifier<BrowserSession>
package typealias KnownBrowserID = Identifier<NewKnownBrowser>
package typealias EnvironmentID = Identifier<SandboxEnvironment>
package typealias InvitationID = Identifier<Invitation>
package typealias PushSubscriptionID = Identifier<PushSubscription>
package typealias RunnerTokenID = Identifier<RunnerToken>
package typealias SessionID = Identifier<Session>

extension Organization: Identified { package static let identifierPrefix = "org" }
extension User: Identified { package static let identifierPrefix = "user" }
extension APIKey: Identified { package static let identifierPrefix = "key" }
extension BrowserSession: Identified { package static let identifierPrefix = "bs" }
extension NewKnownBrowser: Identified { package static let identifierPrefix = "kb" }
extension SandboxEnvironment: Identified { package static let identifierPrefix = "env" }
extension Invitation: Identified { package static let identifierPrefix = "inv" }
extension PushSubscription: Identified { package static let identifierPrefix = "push" }
extension RunnerToken: Identified { package static let identifierPrefix = "runner" }
extension Session: Identified { package static let identifierPrefix = "c" }
