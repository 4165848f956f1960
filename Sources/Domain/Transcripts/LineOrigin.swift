/// The origin of a line of Claude Code's, as far as the line has it.
package struct LineOrigin: Equatable, Sendable {
    /// Claude Code's own id of the conversation.
    package let sessionID: String?
    /// Claude Code's id of the line, the same wherever it is written.
    package let uuid: String?
    package let time: Timestamp?
    package let model: String?
    /// Whether a person wrote it.
    package let isPrompt: Bool
    /// Whether it is a command to Claude Code itself, such as `/model opus`, and not a message to the agent.
    package var isCommand = false
    /// Whether it is a person's message with images and no text.
    package var isPicturesOnly = false
}
