import ArgumentParser
import Foundation
import Glibc

/// The source of a password: a file, standard input or a prompt, never an argument that other users could see.
struct PasswordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the password, or - for standard input (default: ask for it).",
            valueName: "file"))
    var passwordFile: String?

    /// - Throws: `ValidationError` when the password can't be read, is empty, or was typed differently the second time.
    func password() throws -> String {
        let line =
            switch passwordFile {
            case "-": readLine()
            case let path?: try Self.firstLine(of: path)
            case nil: try Self.prompt()
            }
        guard let line, !line.isEmpty else { throw ValidationError("The password is empty.") }
        return line
    }

    private static func firstLine(of path: String) throws -> String? {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("The password file \(path) cannot be read.")
        }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }

    private static func prompt() throws -> String? {
        guard isatty(STDIN_FILENO) == 1 else {
            throw ValidationError("There is no terminal to ask for the password. Use --password-file.")
        }
        guard let first = ask("Password: "), let second = ask("Repeat password: ") else { return nil }
        guard first == second else { throw ValidationError("The passwords don't match.") }
        return first
    }

    private static func ask(_ prompt: String) -> String? {
        getpass(prompt).map { String(cString: $0) }
    }
}
