extension Identifier where Entity == Session {
    /// A `c`, then 24 characters of lower-case base 36: 8 from the clock, so that ids sort by their time until 2059,
    /// and 16 random ones (82 bits), as in the documented `cm3abc123def`.
    package static func make(at time: Timestamp, using generator: inout some RandomNumberGenerator) -> Self {
        let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        var clock = UInt64(max(0, time.milliseconds))
        var characters = [UInt8](repeating: 0, count: 24)
        for position in (0..<8).reversed() {
            characters[position] = digits[Int(clock % 36)]
            clock /= 36
        }
        for position in 8..<24 {
            characters[position] = digits[Int.random(in: 0..<36, using: &generator)]
        }
        return Self(rawValue: "c" + String(decoding: characters, as: UTF8.self))
    }

    package static func make(at time: Timestamp) -> Self {
        var generator = SystemRandomNumberGenerator()
        return make(at: time, using: &generator)
    }
}
