import Configuration
import Domain
import Foundation
import Synchronization

/// A setting that was given, without its value if that is secret.
package struct SettingInForce: Codable, Equatable, Sendable {
    package let name: String
    package let value: String
    /// `flag`, `environment` or `file`.
    package let source: String
}

/// Records where the settings come from while they are read.
final class SettingsInForce: AccessReporter {
    private let given = Mutex<[String: SettingInForce]>([:])

    /// In the order of their names.
    var settings: [SettingInForce] {
        given.withLock { $0.values.sorted { $0.name < $1.name } }
    }

    func report(_ event: AccessEvent) {
        // The provider that comes first wins.
        for (provider, source) in zip(event.providerResults, ["flag", "environment", "file"]) {
            guard case .success(let found) = provider.result, let value = found.value else { continue }
            let name = event.metadata.key.components.joined(separator: ".")
            let text = value.isSecret || Self.isSecret(name) ? "•••" : Self.text(of: value.content)
            given.withLock { $0[name] = SettingInForce(name: name, value: text, source: source) }
            return
        }
    }

    /// Names of secrets that aren't paths of files with them.
    private static func isSecret(_ name: String) -> Bool {
        !name.hasSuffix("File")
            && ["token", "secret", "password", "passphrase"].contains { name.lowercased().contains($0) }
    }

    private static func text(of content: ConfigContent) -> String {
        switch content {
        case .string(let text): withoutPassword(text)
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        case .stringArray(let texts): texts.map(withoutPassword).joined(separator: ",")
        default: "…"
        }
    }

    /// An address without the name and password in it.
    private static func withoutPassword(_ text: String) -> String {
        text.replacing(#/://[^/@\s]*@/#, with: "://•••@")
    }
}
