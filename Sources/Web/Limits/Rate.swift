/// A rate limit: `burst` times at once, after which the budget refills evenly, all of it within `period`.
package struct Rate: Hashable, Sendable {
    package let burst: Int
    package let period: Duration

    package init(_ burst: Int, per period: Duration) {
        self.burst = burst
        self.period = period
    }

    /// How many tokens a bucket gains per second.
    var perSecond: Double { Double(burst) / (period / .seconds(1)) }
}
