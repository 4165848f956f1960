/// Encodes labels with non-ASCII letters for DNS (RFC 3492).
enum Punycode {
    private static let (base, minimum, maximum, skew, damp): (UInt32, UInt32, UInt32, UInt32, UInt32) = (
        36, 1, 26, 38, 700
    )

    /// - Parameter label: in lower case.
    /// - Returns: the encoded label, without the prefix `xn--`.
    static func encode(_ label: some StringProtocol) -> String {
        let scalars = label.unicodeScalars.map(\.value)
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        var handled = UInt32(output.count)
        let basicCount = handled
        if handled > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias): (UInt32, UInt32, UInt32) = (0x80, 0, 72)
        // Labels are too short for an overflow.
        for _ in 0..<64 where handled < UInt32(scalars.count) {
            guard let smallest = scalars.filter({ $0 >= next }).min() else { break }
            delta &+= (smallest - next) &* (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta &+= 1 }
                guard scalar == next else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta &+= 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: UInt32, bias: UInt32, to output: inout [UInt8]) {
        var rest = delta
        var position = base
        while true {
            let threshold = position <= bias ? minimum : min(max(position - bias, minimum), maximum)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        UInt8(value < 26 ? value + 97 : value - 26 + 48)
    }

    private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var steps: UInt32 = 0
        while delta > (base - minimum) * maximum / 2 {
            delta /= base - minimum
            steps += base
        }
        return steps + (base - minimum + 1) * delta / (delta + skew)
    }
}
