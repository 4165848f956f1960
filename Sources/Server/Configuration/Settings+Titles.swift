import Configuration
import Sandbox

extension Settings {
    /// The program that names sessions, which gets what agents get of the server's environment; `nil` when none is set.
    ///
    /// - Throws: `SettingError` for a program that isn't there.
    func titleCommand() throws -> TitleCommand? {
        guard let words = reader.stringArray(forKey: "titleCommand"), let program = words.first else { return nil }
        guard let path = path(of: program) else {
            throw wrong("titleCommand", "names the program \(program), which is not in the PATH")
        }
        let variables = agentEnvironment.merging(["PATH": searchPath]) { $1 }
        return TitleCommand(words: [path] + words.dropFirst(), environment: variables)
    }
}
