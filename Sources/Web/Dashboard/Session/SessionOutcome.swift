import Domain

/// The end of a transcript of a session that failed or was stopped: the reason, and what to do next.
struct SessionOutcome {
    let reason: String?
    /// Whether it failed, rather than being stopped by a person.
    let isFailure: Bool
    let retry: RetryForm?
    /// The address of the form for a new session, filled in with this session's values; absent where nothing is to be
    /// repeated.
    let duplicatePath: String?

    /// - Returns: `nil` if it neither failed nor was stopped, and nothing is to be retried.
    init?(_ excerpt: SessionExcerpt, models: [ModelChoice], form: FormState?) {
        let session = excerpt.session
        retry = RetryForm(excerpt, models: models, form: form)
        reason = session.failure.map(ReadableText.clean)
        isFailure = session.state == .failed
        let isRepeated = retry != nil || isFailure
        guard reason != nil || isRepeated else { return nil }
        duplicatePath = isRepeated ? "\(session.organizationID.path(of: session.id))/duplicate" : nil
    }
}
