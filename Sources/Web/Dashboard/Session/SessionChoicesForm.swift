import Domain

/// The form for a session's model, effort and permissions.
struct SessionChoicesForm {
    let path: String
    /// The current choices, in words.
    let words: String
    let isOpen: Bool
    let fields: AgentFields

    /// - Parameter form: a form that was rejected.
    init(_ session: Session, models: [ModelChoice], form: FormState?) {
        path = "\(session.organizationID.path(of: session.id))/choices"
        let name = models.first { $0.id == session.model }?.name ?? session.model
        let effort = session.effort == .standard ? nil : "effort: \(session.effort.words.lowercased())"
        words = [name, effort, session.mode.words.lowercased()].compactMap(\.self).joined(separator: " · ")
        let current = FormState([
            "model": session.model, "effort": session.effort.rawValue, "mode": session.mode.rawValue,
        ])
        let refused = AgentFields(form ?? current, models: models, used: [session.model])
        isOpen = [refused.model, refused.effort, refused.mode].contains { $0.field.error != nil }
        fields = isOpen ? refused : AgentFields(current, models: models, used: [session.model])
    }
}
