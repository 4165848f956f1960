import Configuration
import Sandbox

extension Settings {
    /// The program that makes titles, with the environment variables that agents inherit; `nil` when none is set.
    ///
    /// - Throws: `SettingError` for a program that doesn't exist.
    func titleCommand() throws -> TitleCommand? {
        guard let words = reader.stringArray(forKey: "titleCommand"), let program = words.first else { return nil }
        guard let path = path(of: program) else {
            throw wrong("titleCommand", "names the program \(program), which is not in the PATH")
        }
        let variables = agentEnvironment.merging(["PATH": searchPath]) { $1 }
        return TitleCommand(words: [path] + words.dropFirst(), environment: variables)
    }
}
