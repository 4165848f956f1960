/// A size of QR code, with the numbers that ISO/IEC 18004 gives for it at error correction level M, which restores a
/// code of which 15 % can't be read.
struct QRVersion {
    /// 1 to 20.
    let number: Int
    /// The codewords of the whole code, of which each block has `correction` ones for error correction.
    let codewords: Int
    let correction: Int
    let blocks: Int
    /// The positions of the centers of alignment patterns, in rows and in columns.
    let alignment: [Int]

    /// The modules on each side.
    var size: Int { 17 + 4 * number }
    var dataCodewords: Int { codewords - correction * blocks }
    /// The bits for the number of bytes.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// The smallest version that has room for this many bytes; `nil` if they are too many.
    static func smallest(for bytes: Int) -> QRVersion? {
        all.first { 4 + $0.lengthBits + 8 * bytes <= 8 * $0.dataCodewords }
    }

    private init(_ number: Int, _ codewords: Int, _ correction: Int, _ blocks: Int, _ alignment: [Int]) {
        self.number = number
        self.codewords = codewords
        self.correction = correction
        self.blocks = blocks
        self.alignment = alignment
    }

    static let all = [
        QRVersion(1, 26, 10, 1, []),
        QRVersion(2, 44, 16, 1, [6, 18]),
        QRVersion(3, 70, 26, 1, [6, 22]),
        QRVersion(4, 100, 18, 2, [6, 26]),
        QRVersion(5, 134, 24, 2, [6, 30]),
        QRVersion(6, 172, 16, 4, [6, 34]),
        QRVersion(7, 196, 18, 4, [6, 22, 38]),
        QRVersion(8, 242, 22, 4, [6, 24, 42]),
        QRVersion(9, 292, 22, 5, [6, 26, 46]),
        QRVersion(10, 346, 26, 5, [6, 28, 50]),
        QRVersion(11, 404, 30, 5, [6, 30, 54]),
        QRVersion(12, 466, 22, 8, [6, 32, 58]),
        QRVersion(13, 532, 22, 9, [6, 34, 62]),
        QRVersion(14, 581, 24, 9, [6, 26, 46, 66]),
        QRVersion(15, 655, 24, 10, [6, 26, 48, 70]),
        QRVersion(16, 733, 28, 10, [6, 26, 50, 74]),
        QRVersion(17, 815, 28, 11, [6, 30, 54, 78]),
        QRVersion(18, 901, 26, 13, [6, 30, 56, 82]),
        QRVersion(19, 991, 26, 14, [6, 30, 58, 86]),
        QRVersion(20, 1085, 26, 16, [6, 34, 62, 90]),
    ]
}
