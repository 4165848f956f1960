/// The content of a QR code: the text's bytes and their error correction, in the order in which they are drawn.
enum QRCodewords {
    static func of(_ bytes: [UInt8], in version: QRVersion) -> [UInt8] {
        interleaved(data(of: bytes, in: version), in: version)
    }

    /// The mode (bytes), the length, the bytes and the padding.
    private static func data(of bytes: [UInt8], in version: QRVersion) -> [UInt8] {
        var bits = BitList()
        bits.append(0b0100, 4)
        bits.append(bytes.count, version.lengthBits)
        for byte in bytes { bits.append(Int(byte), 8) }
        bits.append(0, min(4, 8 * version.dataCodewords - bits.count))
        bits.append(0, (8 - bits.count % 8) % 8)
        let padding: [UInt8] = [0xEC, 0x11]
        let missing = version.dataCodewords - bits.bytes.count
        return bits.bytes + (0..<missing).map { padding[$0 % 2] }
    }

    /// The first codeword of each block, then the second of each, and so on; then the same for error correction. The
    /// last blocks may have one codeword more.
    private static func interleaved(_ data: [UInt8], in version: QRVersion) -> [UInt8] {
        let short = version.dataCodewords / version.blocks
        let longBlocks = version.dataCodewords % version.blocks
        var rest = data[...]
        let blocks = (0..<version.blocks).map { index in
            let block = rest.prefix(index < version.blocks - longBlocks ? short : short + 1)
            rest = rest.dropFirst(block.count)
            return Array(block)
        }
        let corrections = blocks.map { ReedSolomon.correction(of: $0, count: version.correction) }
        return (0...short).flatMap { index in blocks.compactMap { index < $0.count ? $0[index] : nil } }
            + (0..<version.correction).flatMap { index in corrections.map { $0[index] } }
    }
}

/// Bits that become bytes, the highest first.
private struct BitList {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ value: Int, _ length: Int) {
        for shift in (0..<length).reversed() {
            if count % 8 == 0 { bytes.append(0) }
            bytes[count / 8] |= UInt8(value >> shift & 1) << (7 - count % 8)
            count += 1
        }
    }
}

/// Reed-Solomon error correction over the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1.
private enum ReedSolomon {
    /// The remainder of the data, as a polynomial, divided by the generator of this degree.
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(degree: count)
        var remainder = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in 0..<count { remainder[index] ^= product(generator[index], factor) }
        }
        return remainder
    }

    /// The product of (x − 2⁰)(x − 2¹)…, without its highest coefficient, which is 1.
    private static func generator(degree: Int) -> [UInt8] {
        var coefficients: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            let shifted = coefficients + [0]
            let scaled = [0] + coefficients.map { product($0, root) }
            coefficients = zip(shifted, scaled).map { $0 ^ $1 }
            root = product(root, 2)
        }
        return Array(coefficients.dropFirst())
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (left, right, result) = (left, right, UInt8(0))
        while right > 0 {
            if right & 1 == 1 { result ^= left }
            left = (left << 1) ^ (left & 0x80 == 0 ? 0 : 0x1D)
            right >>= 1
        }
        return result
    }
}
