/// Where a line of Claude Code's comes from, as far as it tells.
package struct LineOrigin: Equatable, Sendable {
    /// Claude Code's own id of the conversation.
    package let sessionID: String?
    /// Its name for the line, the same wherever it writes it.
    package let uuid: String?
    package let time: Timestamp?
    package let model: String?
    /// Whether it is what a person said.
    package let isPrompt: Bool
    /// Whether a person typed it for the program, such as `/model opus`, and not for the agent.
    package var isCommand = false
    /// Whether a person sent pictures without a word.
    package var isPicturesOnly = false
}
