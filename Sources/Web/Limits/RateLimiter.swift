package import Domain
import Synchronization

/// Token buckets by key. A bucket that is full again is removed, so that only keys in use need memory.
///
/// There are never more than `capacity` buckets: to make room for a new one, the fullest are removed first, since their
/// loss matters least. A client with many keys, such as an IPv6 provider's worth of addresses, uses no more memory than
/// that.
package final class RateLimiter<Key: Hashable & Sendable>: Sendable {
    /// The tokens missing in a bucket at a moment.
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
    /// An amount above a whole bucket counts as a whole bucket, so that a large request waits long, but not forever.
    ///
    /// - Returns: `nil` when they were taken; otherwise the seconds until they are available, and nothing was taken.
    package func take(_ amount: Int = 1, from key: Key, at time: Timestamp) -> Int? {
        let amount = Double(min(amount, rate.burst))
        return buckets.withLock { buckets in
            let missing = missing(in: buckets[key], at: time)
            let lacking = missing + amount - Double(rate.burst)
            // A smaller difference is a rounding error.
            guard lacking > 1e-6 else {
                if buckets[key] == nil, buckets.count >= capacity { makeRoom(in: &buckets, at: time) }
                buckets[key] = Bucket(missing: missing + amount, at: time)
                return nil
            }
            return max(1, Int((lacking / rate.perSecond - 1e-6).rounded(.up)))
        }
    }

    /// Returns tokens that were taken for something that doesn't count after all.
    package func refund(_ amount: Int = 1, to key: Key, at time: Timestamp) {
        buckets.withLock { buckets in
            guard let bucket = buckets[key] else { return }
            let missing = missing(in: bucket, at: time) - Double(min(amount, rate.burst))
            buckets[key] = missing > 0 ? Bucket(missing: missing, at: time) : nil
        }
    }

    /// How many buckets there are.
    var count: Int { buckets.withLock(\.count) }

    /// A clock that was set back neither empties a bucket nor fills it.
    private func missing(in bucket: Bucket?, at time: Timestamp) -> Double {
        guard let bucket else { return 0 }
        let seconds = Double(max(0, time.milliseconds - bucket.at.milliseconds)) / 1000
        return max(0, bucket.missing - seconds * rate.perSecond)
    }

    /// Removes the full buckets, or else the fullest quarter, so that the next key doesn't need another search.
    private func makeRoom(in buckets: inout [Key: Bucket], at time: Timestamp) {
        buckets = buckets.filter { missing(in: $0.value, at: time) > 0 }
        guard buckets.count >= capacity else { return }
        let byFullness = buckets.sorted { missing(in: $0.value, at: time) < missing(in: $1.value, at: time) }
        for (key, _) in byFullness.prefix(max(1, capacity / 4)) { buckets[key] = nil }
    }
}
