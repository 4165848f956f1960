import Testing

@testable import Storage

struct SQLiteVersionTests {
    @Test(arguments: [
        (3_040_001, false), (3_044_005, false), (3_044_006, true), (3_045_000, false), (3_050_006, false),
        (3_050_007, true), (3_051_002, false), (3_051_003, true), (3_053_000, true),
    ])
    func theVersionsWithAFixedCheckpointAreKnown(number: Int, isFixed: Bool) {
        #expect(SQLiteVersion(description: "", number: number).hasFixedWALReset == isFixed)
    }
}
