import Domain
import Testing

@testable import Web

struct TimeBasedCodeTests {
    private static let key = AuthenticatorKey(bytes: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the rows of SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func codesAreThoseOfTheRFC(seconds: Int64, code: String) {
        let step = TimeBasedCode.step(at: Timestamp(milliseconds: seconds * 1000))
        #expect(TimeBasedCode.code(with: Self.key, at: step, digits: 8) == code)
        #expect(TimeBasedCode.code(with: Self.key, at: step) == String(code.suffix(6)))
    }

    /// RFC 4226, appendix D.
    @Test func codesOfACounterAreThoseOfTheRFC() {
        let codes = (0..<10).map { TimeBasedCode.code(with: Self.key, at: $0) }
        #expect(
            codes == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ])
    }

    @Test func theClockMayBeAStepOffAndNoMore() {
        let time = Timestamp(milliseconds: 1_770_804_000_000)
        let now = TimeBasedCode.step(at: time)
        func step(of step: Int, after former: Int = 0) -> Int? {
            TimeBasedCode.step(
                of: TimeBasedCode.code(with: Self.key, at: step), with: Self.key, at: time, after: former)
        }
        for accepted in now - 1...now + 1 { #expect(step(of: accepted) == accepted) }
        for refused in [now - 2, now + 2, now - 1000] { #expect(step(of: refused) == nil) }
        #expect(step(of: now, after: now) == nil)
        #expect(step(of: now - 1, after: now) == nil)
        #expect(step(of: now + 1, after: now) == now + 1)
    }
}
