/// How many runners of one kind are needed at the moment.
package struct RunnerDemand: Equatable, Sendable {
    /// The number of runs that wait, and that these runners may work on.
    package let queued: Int
    /// The number of runs that runners with their token work on.
    package let underWay: Int

    package init(queued: Int, underWay: Int) {
        self.queued = queued
        self.underWay = underWay
    }

    /// One runner for each run.
    package var needed: Int { queued + underWay }
}
