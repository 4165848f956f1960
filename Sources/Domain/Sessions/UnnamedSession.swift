/// A session with a generated title, and an answer from which a better title can be made.
package struct UnnamedSession: Equatable, Sendable {
    package let id: SessionID
    package let organization: OrganizationID
    /// The title that the server generated.
    package let title: String
    /// The first message of a person.
    package let message: String
    /// The agent's last message.
    package let answer: String

    package init(id: SessionID, organization: OrganizationID, title: String, message: String, answer: String) {
        self.id = id
        self.organization = organization
        self.title = title
        self.message = message
        self.answer = answer
    }
}
