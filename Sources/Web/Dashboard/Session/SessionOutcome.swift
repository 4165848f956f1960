import Domain

/// What stands below a transcript whose session failed or was stopped: the reason, and what to do about it.
struct SessionOutcome {
    let reason: String?
    /// Whether the reason is a failure, rather than a person who stopped it.
    let isFailure: Bool
    let retry: RetryForm?
    /// The form for a new session, filled in as this one was.
    let duplicatePath: String

    /// - Returns: `nil` where there is neither a reason nor anything to try again.
    init?(_ excerpt: SessionExcerpt, models: [ModelChoice], form: FormState?) {
        let session = excerpt.session
        retry = RetryForm(excerpt, models: models, form: form)
        reason = session.failure.map(ReadableText.clean)
        guard reason != nil || retry != nil else { return nil }
        isFailure = session.state == .failed
        duplicatePath = "\(session.organizationID.path(of: session.id))/duplicate"
    }
}
