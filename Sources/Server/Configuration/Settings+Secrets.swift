import Domain
import Foundation

extension Settings {
    private static let shortestMetricsToken = 16

    /// The token for the metrics; `nil` when it isn't set.
    ///
    /// - Throws: `SettingError` for one that can't be used, or could be guessed.
    func metricsToken() throws -> HiddenText? {
        guard let token = try secret("metricsToken") else { return nil }
        guard token.text.utf8.count >= Self.shortestMetricsToken else {
            throw wrong("metricsToken", "must have at least \(Self.shortestMetricsToken) characters")
        }
        return token
    }

    /// A secret that is given directly or, with `File` appended to the setting's name, as a file that contains nothing
    /// else.
    func secret(_ name: String) throws -> HiddenText? {
        let given = secretText(name)
        let path = text("\(name)File")
        guard let path else { return try given.map { try checked($0, name) } }
        guard given == nil else { throw wrong("\(name)File", "must not be given together with `\(name)`") }
        guard let content = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw wrong("\(name)File", "must be a file that this process can read")
        }
        return try checked(content, "\(name)File")
    }

    private func checked(_ content: String, _ name: String) throws -> HiddenText {
        let secret = content.trimmed
        guard !secret.isEmpty, secret.utf8.count <= 1000, secret.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            throw wrong(name, "must have one line of visible ASCII characters")
        }
        return HiddenText(secret)
    }
}
