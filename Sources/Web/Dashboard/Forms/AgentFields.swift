import Domain

/// The form fields for the agent's model, effort and permissions.
struct AgentFields {
    let model: ChoiceField
    let effort: ChoiceField
    let mode: ChoiceField

    /// - Parameters:
    ///   - models: the models that the operator offers.
    ///   - used: the names of further models that are or were in use.
    init(_ form: FormState, models: [ModelChoice], used: [String]) {
        let names = models.map { ($0.id, $0.name) }
        let field = form.field("model", "Model")
        var known = Set(models.map(\.id) + [""])
        let others = (used + [field.value]).filter { known.insert($0).inserted }.map { ($0, $0) }
        model = ChoiceField(field, names + others)
        effort = ChoiceField(
            form.field("effort", "Effort"), AgentEffort.allCases.map { ($0.rawValue, $0.words) })
        mode = ChoiceField(
            form.field("mode", "Permissions"),
            SessionMode.allCases.map { ($0.rawValue, $0.words) })
    }
}

extension SessionMode {
    var words: String {
        switch self {
        case .auto: "Acts without approval"
        case .plan: "Plans first, for your approval"
        case .ask: "Asks before each tool"
        }
    }
}

extension AgentEffort {
    var words: String {
        switch self {
        case .standard: "The model's default"
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        case .higher: "Extra high"
        case .max: "Maximum"
        }
    }
}
