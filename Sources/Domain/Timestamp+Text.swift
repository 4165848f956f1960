extension Timestamp: CustomStringConvertible {
    /// `2026-02-10T14:30:00.000Z`.
    package var description: String {
        String(unsafeUninitializedCapacity: Self.textLength) { write(to: $0) }
    }

    package static let textLength = 24

    /// Writes the 24 bytes of the text and returns their number. It is on a hot path: every listed session has two
    /// times, and a format style takes ten times as long.
    package func write(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let (year, month, day) = civilDate
        let time = milliseconds.modulo(86_400_000)
        func put(_ value: Int64, digits: Int, at position: Int) {
            var rest = value
            for offset in (0..<digits).reversed() {
                buffer[position + offset] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
        put(year, digits: 4, at: 0)
        put(month, digits: 2, at: 5)
        put(day, digits: 2, at: 8)
        put(time / 3_600_000, digits: 2, at: 11)
        put(time / 60_000 % 60, digits: 2, at: 14)
        put(time / 1000 % 60, digits: 2, at: 17)
        put(time % 1000, digits: 3, at: 20)
        for (position, separator) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z")]
            as [(Int, Unicode.Scalar)]
        {
            buffer[position] = UInt8(ascii: separator)
        }
        return Self.textLength
    }

    /// The proleptic Gregorian date, by Howard Hinnant's `civil_from_days`.
    private var civilDate: (year: Int64, month: Int64, day: Int64) {
        let days = (milliseconds - milliseconds.modulo(86_400_000)) / 86_400_000 + 719_468
        let era = (days - days.modulo(146_097)) / 146_097
        let dayOfEra = days.modulo(146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (min(9999, max(0, year)), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Int64 {
    /// The non-negative remainder, for times before 1970.
    fileprivate func modulo(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}

extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = Timestamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 time")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
