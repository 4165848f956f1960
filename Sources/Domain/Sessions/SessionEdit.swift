/// What a person or program changes of a session; what is `nil` stays as it is.
package struct SessionEdit: Sendable {
    package static let maximumTitleLength = 200

    package let title: String?
    package let status: SessionStatus?
    package let mode: SessionMode?

    package init(title: String?, status: SessionStatus?, mode: SessionMode? = nil) {
        self.title = title
        self.status = status
        self.mode = mode
    }
}
