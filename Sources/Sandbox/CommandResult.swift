/// A command's output and exit.
package struct CommandResult: Sendable {
    package let output: [UInt8]
    package let ending: ProcessEnding

    package var text: String { String(decoding: output, as: UTF8.self) }
}
