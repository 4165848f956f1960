import Domain
import Testing

/// Ids and secrets use all that the generator gives, with few draws.
struct RandomTextTests {
    @Test(arguments: [(0, 0), (1, 1), (12, 1), (13, 2), (16, 2), (48, 4)])
    func aDrawServesForTwelveCharacters(count: Int, draws: Int) {
        var generator = CountingGenerator()
        #expect(Base32.random(characters: count, using: &generator).utf8.count == count)
        #expect(generator.draws == draws)
    }

    @Test func everyCharacterOccursAtEveryPlace() {
        let texts = (0..<2000).map { _ in
            var generator = SystemRandomNumberGenerator()
            return Array(Base32.random(characters: 48, using: &generator))
        }
        for place in 0..<48 { #expect(Set(texts.map { $0[place] }).count == 32) }
        let ids = (0..<2000).map { _ in Array(SessionID.make(at: Timestamp(milliseconds: 0)).rawValue) }
        for place in 9..<25 { #expect(Set(ids.map { $0[place] }).count == 36) }
    }
}

private struct CountingGenerator: RandomNumberGenerator {
    private(set) var draws = 0
    private var system = SystemRandomNumberGenerator()

    mutating func next() -> UInt64 {
        draws += 1
        return system.next()
    }
}
