/// What a person says about lines of what a session changed: a draft of theirs until it is sent to the agent.
package struct DiffComment: Equatable, Sendable {
    /// When it was sent, and with which message of the transcript.
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
    /// What stood at the place when the comment was made.
    package let quote: String
    package let body: String
    /// The version of the diff that it was made on.
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

    /// What a person wrote, kept as it is.
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

/// How many comments may wait to be sent, and how long they may be, in Unicode scalars: so that all that a person wrote
/// always fits into one message.
package enum CommentLimits {
    package static let body = 10_000
    /// What is said besides the comments.
    package static let message = 20_000
    /// Drafts of one session; those of one person there; and their text, as the agent gets it.
    package static let drafts = 500
    package static let draftsOfPerson = 100
    package static let textOfPerson = 80_000
}

/// A comment that somebody wants to make.
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
