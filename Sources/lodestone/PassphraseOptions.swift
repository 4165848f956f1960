import ArgumentParser
import Domain
import Foundation
import Server

/// The source of the passphrase for the key in backups: a file, never an argument that other users could see.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the passphrase that seals the key for secrets.", valueName: "file"))
    var passphraseFile: String?

    /// - Throws: `ValidationError` when the file can't be used.
    func passphrase() throws -> HiddenText? {
        guard let passphraseFile else { return nil }
        do throws(InvalidValue) {
            return try PassphraseFile.read(passphraseFile)
        } catch {
            throw ValidationError("The passphrase file \(passphraseFile) \(error.detail).")
        }
    }
}

/// A path that stays the same in another working directory.
func absolutePath(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
}
