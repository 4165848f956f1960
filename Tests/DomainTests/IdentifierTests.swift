import Domain
import Testing

struct IdentifierTests {
    @Test func aSessionIDLooksLikeTheDocumentedOne() throws {
        let id = SessionID.make(at: Timestamp(milliseconds: 1_770_733_800_000)).rawValue
        #expect(id.count == 25)
        #expect(id.first == "c")
        #expect(id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) })
    }

    @Test func sessionIDsSortByTheirTime() {
        let times: [Int64] = [0, 1, 35, 36, 1_770_733_800_000, 1_770_733_800_001, 2_800_000_000_000]
        let ids = times.map { SessionID.make(at: Timestamp(milliseconds: $0)) }
        #expect(ids == ids.sorted())
    }

    @Test func idsDiffer() {
        let time = Timestamp(milliseconds: 1_770_733_800_000)
        #expect(Set((0..<10_000).map { _ in SessionID.make(at: time) }).count == 10_000)
        #expect(Set((0..<10_000).map { _ in UserID.random() }).count == 10_000)
        #expect(OrganizationID.random().rawValue.hasPrefix("org_"))
    }
}
