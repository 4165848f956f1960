/// A person's comment on lines of a session's changes. It is a draft until its author sends it to the agent.
package struct DiffComment: Equatable, Sendable {
    /// When it was sent, and the sequence number of the message it was sent with.
    package struct Sending: Equatable, Sendable {
        package let time: Timestamp
        package let sequence: Int

        package init(time: Timestamp, sequence: Int) {
            self.time = time
            self.sequence = sequence
        }
    }

    package let id: CommentID
    package let author: Author
    package let place: DiffPosition
    /// The commented lines when the comment was made.
    package let quote: String
    package let body: String
    /// The version of the diff that the comment was made on.
    package let version: String
    package let createdAt: Timestamp
    package let updatedAt: Timestamp
    /// `nil` for a draft.
    package let sending: Sending?

    package init(
        id: CommentID, author: Author, place: DiffPosition, quote: String, body: String, version: String,
        createdAt: Timestamp, updatedAt: Timestamp, sending: Sending?
    ) {
        self.id = id
        self.author = author
        self.place = place
        self.quote = quote
        self.body = body
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.sending = sending
    }

    /// Checks the text of a comment; it is stored unchanged.
    ///
    /// - Throws: `InvalidValue` when it is blank, too long, or contains NUL.
    package static func body(_ text: String) throws(InvalidValue) -> String {
        guard !text.isBlank else { throw InvalidValue("must not be blank") }
        guard text.unicodeScalars.count <= CommentLimits.body else {
            throw InvalidValue("must have at most 10,000 characters")
        }
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        return text
    }
}

package typealias CommentID = Identifier<DiffComment>

extension DiffComment: Identified { package static let identifierPrefix = "cmt" }

/// Limits on the number of unsent comments, and on lengths in Unicode scalars. They ensure that all drafts of a person
/// fit into one message.
package enum CommentLimits {
    package static let body = 10_000
    /// The additional message sent with the comments.
    package static let message = 20_000
    /// Drafts in one session; drafts of one person in a session; and the total length of these, as the agent gets them.
    package static let drafts = 500
    package static let draftsOfPerson = 100
    package static let textOfPerson = 80_000
}

/// A comment to be created.
package struct CommentDraft: Sendable {
    package let place: DiffPosition
    package let quote: String
    package let body: String
    package let version: String

    package init(place: DiffPosition, quote: String, body: String, version: String) {
        self.place = place
        self.quote = quote
        self.body = body
        self.version = version
    }
}
