package import Domain
import Foundation

/// A file whose first line is the passphrase that seals the key in backups.
package enum PassphraseFile {
    static let minimumLength = 12

    /// - Throws: `InvalidValue` for a file that can't be read, and for a passphrase that is too short.
    package static func read(_ path: String) throws(InvalidValue) -> HiddenText {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InvalidValue("must be a file that this process can read")
        }
        let line = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
        guard let line, line.count >= minimumLength else {
            throw InvalidValue("must have at least \(minimumLength) characters in its first line")
        }
        return HiddenText(line)
    }
}
