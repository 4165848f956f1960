/// How often something may be done: `burst` times at once, and again as time passes, all of it after `period`.
package struct Rate: Hashable, Sendable {
    package let burst: Int
    package let period: Duration

    package init(_ burst: Int, per period: Duration) {
        self.burst = burst
        self.period = period
    }

    /// What a bucket gains in a second.
    var perSecond: Double { Double(burst) / (period / .seconds(1)) }
}
