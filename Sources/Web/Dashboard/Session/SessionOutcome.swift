import Domain

/// The end of a transcript of a session that failed or was stopped: the reason, and what to do next.
struct SessionOutcome {
    let reason: String?
    /// Whether it failed, rather than being stopped by a person.
    let isFailure: Bool
    let retry: RetryForm?
    /// The address of the form for a new session, filled in with this session's values.
    let duplicatePath: String

    /// - Returns: `nil` if there is no reason and nothing to retry.
    init?(_ excerpt: SessionExcerpt, models: [ModelChoice], form: FormState?) {
        let session = excerpt.session
        retry = RetryForm(excerpt, models: models, form: form)
        reason = session.failure.map(ReadableText.clean)
        guard reason != nil || retry != nil else { return nil }
        isFailure = session.state == .failed
        duplicatePath = "\(session.organizationID.path(of: session.id))/duplicate"
    }
}
