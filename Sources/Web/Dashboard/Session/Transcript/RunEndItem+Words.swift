import Domain

extension RunEndItem {
    /// - Parameters:
    ///   - lastAnswer: the agent's last message, which the result of a run repeats.
    ///   - isInterrupted: whether a person interrupted the turn. Agents report that as a failure.
    init(_ end: RunEnd, lastAnswer: String?, isInterrupted: Bool) {
        figures = [
            end.milliseconds.map(Self.duration(milliseconds:)),
            end.turns.map { $0 == 1 ? "1 turn" : "\($0) turns" },
            end.dollars.map(Self.price(dollars:)),
        ].compactMap(\.self).joined(separator: " · ")
        let text: String?
        switch end.outcome {
        case .completed:
            (title, isFailure, reason) = ("Finished", false, nil)
            text = end.text
        case .failed where isInterrupted:
            (title, isFailure, reason) = ("Interrupted", false, nil)
            text = nil
        case .failed(let failure):
            (title, isFailure, reason) = ("Failed", true, failure)
            text = failure
        }
        html = text.flatMap { text in
            text.trimmed == lastAnswer?.trimmed ? nil : AnswerItem(text).html
        }
    }

    static func duration(milliseconds: Int) -> String {
        let seconds = max(0, milliseconds) / 1000
        return switch seconds {
        case 0: "under a second"
        case 1..<60: "\(seconds) s"
        case 60..<3600: "\(seconds / 60) min \(seconds % 60) s"
        default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }

    static func price(dollars: Double) -> String {
        guard dollars.isFinite, dollars >= 0, dollars < 1_000_000 else { return "" }
        let cents = Int((dollars * 100).rounded())
        return cents == 0 ? "under 1 ¢" : "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
