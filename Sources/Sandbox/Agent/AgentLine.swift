/// A line that an agent printed, with its secrets blotted out.
package struct AgentLine: Equatable, Sendable {
    package let text: String
    /// Where in its output it ends, in bytes as they were printed.
    package let end: Int

    /// - Returns: `nil` for an empty line.
    init?(_ line: ArraySlice<UInt8>, end: Int, _ blotter: SecretBlotter) {
        guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { return nil }
        text = String(decoding: blotter.blotting(line), as: UTF8.self)
        self.end = end
    }
}
