import Domain

/// The tokens that one request took from some buckets, to be returned if the request has no effect.
struct Charge: Sendable {
    /// The part of a charge that comes from one bucket.
    struct Price {
        fileprivate let take: (Timestamp) -> Int?
        fileprivate let refund: @Sendable (Timestamp) -> Void

        init<Key>(_ limiter: RateLimiter<Key>, _ key: Key, amount: Int = 1) {
            take = { limiter.take(amount, from: key, at: $0) }
            refund = { limiter.refund(amount, to: key, at: $0) }
        }
    }

    private let prices: [@Sendable (Timestamp) -> Void]

    /// Takes tokens from all of the buckets, or from none.
    ///
    /// - Parameter what: what was done too often, as in "Too many …".
    /// - Throws: `DomainError.tooOften` when a bucket hasn't enough tokens.
    init(_ prices: Price..., of what: String, at time: Timestamp) throws {
        var taken: [@Sendable (Timestamp) -> Void] = []
        for price in prices {
            if let seconds = price.take(time) {
                for refund in taken { refund(time) }
                throw DomainError.tooOften(
                    "Too many \(what). Try again in \(Self.inWords(seconds)).", retryAfter: seconds)
            }
            taken.append(price.refund)
        }
        self.prices = taken
    }

    func refund(at time: Timestamp) {
        for refund in prices { refund(time) }
    }

    private static func inWords(_ seconds: Int) -> String {
        switch seconds {
        case ...1: "a second"
        case ..<90: "\(seconds) seconds"
        default: "\((seconds + 59) / 60) minutes"
        }
    }
}
