/// A session that nobody has named, once it has an answer to make a better title from.
package struct UnnamedSession: Equatable, Sendable {
    package let id: SessionID
    package let organization: OrganizationID
    /// The one that the server made.
    package let title: String
    /// What a person said first.
    package let message: String
    /// What the agent said last.
    package let answer: String

    package init(id: SessionID, organization: OrganizationID, title: String, message: String, answer: String) {
        self.id = id
        self.organization = organization
        self.title = title
        self.message = message
        self.answer = answer
    }
}
