import Domain

/// The fields for how an agent is to work: which model, how much it thinks, what it asks.
struct AgentFields {
    let model: ChoiceField
    let effort: ChoiceField
    let mode: ChoiceField

    /// - Parameters:
    ///   - models: what the operator offers.
    ///   - used: what is or was in use besides.
    init(_ form: FormState, models: [ModelChoice], used: [String]) {
        let names = models.map { ($0.id, $0.name) }
        let field = form.field("model", "Model")
        var known = Set(models.map(\.id) + [""])
        let others = (used + [field.value]).filter { known.insert($0).inserted }.map { ($0, $0) }
        model = ChoiceField(field, names + others)
        effort = ChoiceField(
            form.field("effort", "Effort"), AgentEffort.allCases.map { ($0.rawValue, $0.words) })
        mode = ChoiceField(
            form.field("mode", "What it asks you"),
            SessionMode.allCases.map { ($0.rawValue, $0.words) })
    }
}

extension SessionMode {
    var words: String {
        switch self {
        case .auto: "Only what it wants to know"
        case .plan: "First to approve a plan"
        case .ask: "A permission for each use of a tool"
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
