package import Domain
import Synchronization

/// Token buckets by key. A bucket that is full again is forgotten, so that only keys in use take memory.
///
/// There are never more than `capacity` buckets: for a new one the fullest go first, which are those whose absence
/// matters least. Whoever has many keys, such as an IPv6 provider's worth of addresses, takes no more memory than that.
package final class RateLimiter<Key: Hashable & Sendable>: Sendable {
    /// What is missing in a bucket at a moment.
    private struct Bucket {
        var missing: Double
        var at: Timestamp
    }

    private let rate: Rate
    private let capacity: Int
    private let buckets = Mutex<[Key: Bucket]>([:])

    package init(_ rate: Rate, capacity: Int = 20_000) {
        self.rate = rate
        self.capacity = capacity
    }

    /// Takes tokens from the key's bucket.
    ///
    /// More than a whole bucket is taken as a whole bucket, so that a large request waits long but not for ever.
    ///
    /// - Returns: `nil` when they were taken, else in how many seconds they are there; then nothing was taken.
    package func take(_ amount: Int = 1, from key: Key, at time: Timestamp) -> Int? {
        let amount = Double(min(amount, rate.burst))
        return buckets.withLock { buckets in
            let missing = missing(in: buckets[key], at: time)
            let lacking = missing + amount - Double(rate.burst)
            // A hair's breadth is a matter of rounding.
            guard lacking > 1e-6 else {
                if buckets[key] == nil, buckets.count >= capacity { makeRoom(in: &buckets, at: time) }
                buckets[key] = Bucket(missing: missing + amount, at: time)
                return nil
            }
            return max(1, Int((lacking / rate.perSecond - 1e-6).rounded(.up)))
        }
    }

    /// Gives back what was taken for something that doesn't count after all.
    package func giveBack(_ amount: Int = 1, to key: Key, at time: Timestamp) {
        buckets.withLock { buckets in
            guard let bucket = buckets[key] else { return }
            let missing = missing(in: bucket, at: time) - Double(min(amount, rate.burst))
            buckets[key] = missing > 0 ? Bucket(missing: missing, at: time) : nil
        }
    }

    /// How many buckets there are.
    var count: Int { buckets.withLock(\.count) }

    /// A clock that was set back doesn't empty a bucket, and doesn't fill it either.
    private func missing(in bucket: Bucket?, at time: Timestamp) -> Double {
        guard let bucket else { return 0 }
        let seconds = Double(max(0, time.milliseconds - bucket.at.milliseconds)) / 1000
        return max(0, bucket.missing - seconds * rate.perSecond)
    }

    /// Forgets the full buckets, or else the fullest quarter, so that it need not look again at the next key.
    private func makeRoom(in buckets: inout [Key: Bucket], at time: Timestamp) {
        buckets = buckets.filter { missing(in: $0.value, at: time) > 0 }
        guard buckets.count >= capacity else { return }
        let byFullness = buckets.sorted { missing(in: $0.value, at: time) < missing(in: $1.value, at: time) }
        for (key, _) in byFullness.prefix(max(1, capacity / 4)) { buckets[key] = nil }
    }
}
