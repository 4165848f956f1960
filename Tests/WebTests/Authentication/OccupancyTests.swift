import Domain
import Testing

@testable import Web

struct OccupancyTests {
    @Test func aPlaceIsFreeAgainOnceNobodyHoldsIt() throws {
        let occupancy = Occupancy<Int>(limit: 2)
        var places = [try occupancy.enter(1), try occupancy.enter(1)]
        #expect(throws: DomainError.self) { try occupancy.enter(1) }
        _ = try occupancy.enter(2)
        places.removeLast()
        places.append(try occupancy.enter(1))
        #expect(throws: DomainError.self) { try occupancy.enter(1) }
    }
}
