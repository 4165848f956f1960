import Domain
import Testing

struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"),
        (1_770_733_800_000, "2026-02-10T14:30:00.000Z"),
        (951_782_399_999, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (4_107_542_400_001, "2100-03-01T00:00:00.001Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
    ])
    func textAndBack(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).description == text)
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }

    @Test func everyDayOfTheGregorianCalendarReadsBack() {
        for day in Int64(-141_000)...292_000 {
            let time = Timestamp(milliseconds: day * 86_400_000 + 12_345_678)
            if day % 97 == 0 { #expect(Timestamp(time.description) == time) }
            #expect(time.description.utf8.count == Timestamp.textLength)
        }
    }

    @Test(arguments: ["2026-02-10T14:30:00Z", "2026-02-10T16:30:00+02:00", "2026-02-10T14:30:00.000Z"])
    func rfc3339InAnyOffsetIsRead(text: String) {
        #expect(Timestamp(text)?.description == "2026-02-10T14:30:00.000Z")
    }

    @Test(arguments: ["", "2026-02-10", "yesterday", "1770733800000", "2026-13-10T14:30:00Z", "2026-02-10 14:30"])
    func anythingElseIsRefused(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func theWindowsEndNow() {
        let now = Timestamp(milliseconds: 1_000_000_000)
        #expect(StatsWindow.week(until: now).start == Timestamp(milliseconds: 1_000_000_000 - 604_800_000))
        #expect(StatsWindow.prompting(until: now).start == Timestamp(milliseconds: 1_000_000_000 - 300_000))
        #expect(StatsWindow.week(until: now).end == now)
    }
}
