import Domain
import RunnerLink

extension Services {
    /// Why a queued run doesn't begin, as a text for people: no runner that is connected has its labels.
    func wait(of run: Run?, in organization: OrganizationID) -> String? {
        guard let run, run.stage == .queued, !run.runnerLabels.isEmpty, let runners,
            !runners.isConnected(forRunOf: organization, with: run.runnerLabels)
        else { return nil }
        let labels = run.runnerLabels.sorted
        let word = labels.count == 1 ? "label" : "labels"
        return "Waits for a runner with the \(word) \(labels.joined(separator: ", ")): none is connected"
    }
}
