extension Identifier where Entity == Session {
    /// A `c` and 24 characters of lower-case base 36: 8 from the clock, so that ids sort by time until 2059, and 16
    /// random ones (82 bits), like the documented `cm3abc123def`.
    package static func make(at time: Timestamp, using generator: inout some RandomNumberGenerator) -> Self {
        let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        let combinations: UInt64 = 2_821_109_907_456  // of 8 digits
        let numbers = [
            UInt64(max(0, time.milliseconds)) % combinations,
            UInt64.random(in: 0..<combinations, using: &generator),
            UInt64.random(in: 0..<combinations, using: &generator),
        ]
        var characters: [UInt8] = [UInt8(ascii: "c")]
        for number in numbers {
            var rest = number
            let eight = (0..<8).map { _ in
                defer { rest /= 36 }
                return digits[Int(rest % 36)]
            }
            characters += eight.reversed()
        }
        return Self(rawValue: String(decoding: characters, as: UTF8.self))
    }

    package static func make(at time: Timestamp) -> Self {
        var generator = SystemRandomNumberGenerator()
        return make(at: time, using: &generator)
    }
}
