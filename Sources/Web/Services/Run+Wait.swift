import Domain
import RunnerLink

extension Run {
    /// Why a queued run of an organization doesn't begin, as a text for people: no connected runner has its labels.
    func wait(for runners: (any RunnerGateway)?, in organization: OrganizationID) -> String? {
        guard stage == .queued, !runnerLabels.isEmpty, let runners,
            !runners.isConnected(forRunOf: organization, with: runnerLabels)
        else { return nil }
        let labels = runnerLabels.sorted
        let word = labels.count == 1 ? "label" : "labels"
        return "Waits for a runner with the \(word) \(labels.joined(separator: ", ")): none is connected"
    }
}
