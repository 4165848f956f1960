import Domain
import Foundation

/// The result of a tool call.
struct Outcome {
    let text: String
    let isError: Bool
    let report: OrderedJSON

    init(_ text: String, report: OrderedJSON) {
        self.text = text
        isError = false
        self.report = report
    }

    init(writing content: String, to path: String, saying text: String) {
        do {
            try content.write(toFile: path, atomically: false, encoding: .utf8)
            self.init(text, report: ["filePath": .string(path), "content": .string(content)])
        } catch {
            self.init(failure: "\(path) can't be written: \(error.localizedDescription)")
        }
    }

    init(running command: String, in directory: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        do {
            try process.run()
            let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                self.init(failure: "Exit code \(process.terminationStatus)\n\(printed)")
                return
            }
            let text = printed.isEmpty ? "(Bash completed with no output)" : printed
            self.init(text, report: ["stdout": .string(printed), "stderr": "", "interrupted": .literal("false")])
        } catch {
            self.init(failure: "The command can't be run: \(error.localizedDescription)")
        }
    }

    init(failure: String) {
        text = failure
        isError = true
        report = .string("Error: \(failure)")
    }
}
