import Foundation
import TestSupport
import Testing

/// The program itself, as a person at a terminal runs it.
struct CommandLineTests {
    /// Where the build put it.
    private static let program =
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().path + "/lodestone"

    @Test(arguments: [
        "'--no-such\u{1B}[31mflag'", "serve '--po\u{1B}]0;owned\u{07}rt' 7",
        "no-such\u{202E}command",
    ])
    func whatWasTypedDoesNotControlTheTerminal(arguments: String) throws {
        let directory = try TemporaryDirectory()
        let text = try Shell.run("'\(Self.program)' \(arguments) 2>&1 || echo \"status $?\"", in: directory.path)
        #expect(text.contains("Error: ") && text.contains("\\u{"), "\(text)")
        #expect(text.contains("status ") && !text.contains("status 0"))
        #expect(!text.unicodeScalars.contains { "\u{1B}\u{07}\u{202E}".unicodeScalars.contains($0) })
    }

    @Test(.enabled(if: geteuid() == 0)) func rootIsRefused() throws {
        let directory = try TemporaryDirectory()
        let command = "'\(Self.program)' serve --port 0 --data '\(directory.path)/data' 2>&1 || echo \"status $?\""
        let text = try Shell.run("unset LODESTONE_ALLOW_ROOT; \(command)", in: directory.path)
        #expect(text.contains("does not run as root") && text.contains("status ") && !text.contains("status 0"))
        #expect(!FileManager.default.fileExists(atPath: "\(directory.path)/data"))
    }

    @Test func helpIsStillHelp() throws {
        let directory = try TemporaryDirectory()
        let text = try Shell.run("'\(Self.program)' --help", in: directory.path)
        #expect(text.contains("USAGE: lodestone <subcommand>") && text.contains("\n  serve"))
    }
}
