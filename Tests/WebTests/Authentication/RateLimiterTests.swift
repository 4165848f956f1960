import Domain
import TestSupport
import Testing

@testable import Web

struct RateLimiterTests {
    private let start = TestClock().now

    @Test func aBucketGivesWhatItHoldsAndFillsAgainWithTime() {
        let limiter = RateLimiter<Int>(Rate(3, per: .seconds(30)))
        for _ in 0..<3 { #expect(limiter.take(from: 1, at: start) == nil) }
        #expect(limiter.take(from: 1, at: start) == 10)
        #expect(limiter.take(from: 2, at: start) == nil)
        #expect(limiter.take(from: 1, at: start + .seconds(9)) == 1)
        #expect(limiter.take(from: 1, at: start + .seconds(10)) == nil)
        #expect(limiter.take(from: 1, at: start + .seconds(10)) == 10)
        #expect(limiter.take(3, from: 1, at: start + .seconds(3600)) == nil)
    }

    @Test func whatIsGivenBackCanBeTakenAgain() {
        let limiter = RateLimiter<Int>(Rate(1, per: .seconds(60)))
        for _ in 0..<100 {
            #expect(limiter.take(from: 1, at: start) == nil)
            limiter.refund(to: 1, at: start)
        }
        #expect(limiter.count == 0)
    }

    @Test func moreThanABucketHoldsTakesAllOfIt() {
        let limiter = RateLimiter<Int>(Rate(10, per: .seconds(10)))
        #expect(limiter.take(1000, from: 1, at: start) == nil)
        #expect(limiter.take(from: 1, at: start) == 1)
    }

    @Test func aClockThatIsSetBackLocksNobodyOut() {
        let limiter = RateLimiter<Int>(Rate(1, per: .seconds(60)))
        #expect(limiter.take(from: 1, at: start) == nil)
        let past = start - .seconds(400 * 86_400)
        #expect(limiter.take(from: 1, at: past) == 60)
    }

    @Test func manyKeysTakeNoMoreThanTheirRoomAndTheEmptiestBucketsStay() {
        let limiter = RateLimiter<Int>(Rate(5, per: .seconds(500)), capacity: 100)
        for _ in 0..<5 { _ = limiter.take(from: -1, at: start) }
        for key in 0..<10_000 {
            #expect(limiter.take(from: key, at: start) == nil)
            #expect(limiter.count <= 100)
        }
        #expect(limiter.take(from: -1, at: start) != nil)
    }
}
