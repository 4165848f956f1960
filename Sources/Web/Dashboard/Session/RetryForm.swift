import Domain

/// The form to retry a session that failed, was stopped, or has undelivered messages.
struct RetryForm {
    let path: String
    /// The number of undelivered messages, in words.
    let undelivered: String?
    let isOpen: Bool
    let model: ChoiceField
    /// `nil` without a repository.
    let branch: FormField?
    /// `nil` if there is nothing to choose from.
    let environment: ChoiceField?

    /// Whether the session can be retried.
    static func isOffered(for excerpt: SessionExcerpt) -> Bool {
        guard let run = excerpt.run, run.stage == .ended, excerpt.session.archivedAt == nil else { return false }
        return excerpt.session.status != .completed || !run.undelivered.isEmpty
    }

    /// - Parameters:
    ///   - models: the models that the operator offers.
    ///   - form: a form that was rejected.
    /// - Returns: `nil` if the session can't be retried.
    init?(_ excerpt: SessionExcerpt, models: [ModelChoice], form: FormState?) {
        let session = excerpt.session
        guard Self.isOffered(for: excerpt), let run = excerpt.run else { return nil }
        path = "\(session.organizationID.path(of: session.id))/retry"
        let count = run.undelivered.count
        undelivered =
            switch count {
            case 0: nil
            case 1: "1 message was not delivered."
            default: "\(count) messages were not delivered."
            }
        let form = form ?? FormState()
        let others = models.filter { $0.id != session.model }.map { ($0.id, $0.name) }
        let name = models.first { $0.id == session.model }?.name ?? session.model
        let model = ChoiceField(
            form.field("model", "Model", id: "retry-model", isRequired: false), [("", "Unchanged: \(name)")] + others)
        let branch = session.repository.map {
            form.field("baseBranch", "Base branch", hint: "Instead of \($0.baseBranch).", isRequired: false)
        }
        let environment = form.field("environmentId", "Environment", isRequired: false)
        isOpen = [model.field, branch, environment].contains { $0?.error != nil }
        self.model = model
        self.branch = branch
        let same = (choice: "", words: excerpt.environment.map { "Unchanged: \($0.name)" } ?? "Unchanged: none")
        self.environment =
            excerpt.environments.isEmpty
            ? nil : ChoiceField(environment, [same] + excerpt.environments.map { ($0.id.rawValue, $0.name) })
    }
}
