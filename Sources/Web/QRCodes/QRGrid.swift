/// The modules of a QR code while it is drawn.
struct QRGrid {
    let size: Int
    /// By row, then by column; dark ones are `true`.
    private(set) var modules: [[Bool]]
    /// The modules of fixed patterns and of the format, which no data goes to.
    private var isFixed: [[Bool]]

    /// A code with its fixed patterns.
    init(_ version: QRVersion) {
        size = version.size
        modules = Array(repeating: Array(repeating: false, count: size), count: size)
        isFixed = modules
        for index in 0..<size {
            fix(6, index, index.isMultiple(of: 2))
            fix(index, 6, index.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        drawAlignment(version.alignment)
        drawVersion(version.number)
        // Reserves its place; each mask has another one.
        drawFormat(mask: 0)
    }

    /// Fills the free modules: pairs of columns from right to left, alternately upwards and downwards.
    mutating func draw(_ codewords: [UInt8]) {
        var bit = 0
        // The timing pattern's column belongs to no pair.
        let rights = (1..<size).reversed().filter { $0.isMultiple(of: 2) ? $0 > 6 : $0 < 6 }
        for (pair, right) in rights.enumerated() {
            for step in 0..<size {
                let row = pair.isMultiple(of: 2) ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] {
                    // A few modules may be left over, and stay light.
                    guard bit < 8 * codewords.count else { continue }
                    modules[row][column] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
        }
    }

    /// The code with a mask (0 to 7), which inverts a pattern of the data's modules, and with the format that names it.
    func masked(_ mask: Int) -> QRGrid {
        var grid = self
        for row in 0..<size {
            for column in 0..<size where !isFixed[row][column] && Self.inverts(mask, row, column) {
                grid.modules[row][column].toggle()
            }
        }
        grid.drawFormat(mask: mask)
        return grid
    }

    private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let product = row * column
        return switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: ((row + column) % 2 + product % 3) % 2 == 0
        }
    }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        modules[row][column] = isDark
        isFixed[row][column] = true
    }

    /// A finder pattern around its center, with the light border.
    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for across in -4...4 where (0..<size).contains(row + down) && (0..<size).contains(column + across) {
                let distance = max(abs(down), abs(across))
                fix(row + down, column + across, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment(_ positions: [Int]) {
        for row in positions {
            for column in positions where !isAtFinder(row, column) {
                for down in -2...2 {
                    for across in -2...2 { fix(row + down, column + across, max(abs(down), abs(across)) != 1) }
                }
            }
        }
    }

    private func isAtFinder(_ row: Int, _ column: Int) -> Bool {
        let last = size - 7
        return [(6, 6), (6, last), (last, 6)].contains { $0 == (row, column) }
    }

    /// The version twice, with 12 bits of error correction; small codes have none.
    private mutating func drawVersion(_ number: Int) {
        guard number >= 7 else { return }
        let bits = number << 12 | Self.remainder(of: number << 12, by: 0x1F25)
        for index in 0..<18 {
            let (near, far) = (index / 3, size - 11 + index % 3)
            fix(near, far, bits >> index & 1 == 1)
            fix(far, near, bits >> index & 1 == 1)
        }
    }

    /// The level of error correction (M, 00) and the mask, twice, with 10 bits of error correction.
    private mutating func drawFormat(mask: Int) {
        let bits = (mask << 10 | Self.remainder(of: mask << 10, by: 0x537)) ^ 0x5412
        for index in 0..<15 {
            let isDark = bits >> index & 1 == 1
            // Beside the first finder, past the timing patterns.
            switch index {
            case ..<6: fix(index, 8, isDark)
            case 6, 7: fix(index + 1, 8, isDark)
            case 8: fix(8, 7, isDark)
            default: fix(8, 14 - index, isDark)
            }
            // Beside the others.
            if index < 8 {
                fix(8, size - 1 - index, isDark)
            } else {
                fix(size - 15 + index, 8, isDark)
            }
        }
        fix(size - 8, 8, true)
    }

    /// The remainder of a division of polynomials over two elements.
    private static func remainder(of value: Int, by divisor: Int) -> Int {
        var rest = value
        let width = Int.bitWidth - divisor.leadingZeroBitCount
        while case let length = Int.bitWidth - rest.leadingZeroBitCount, length >= width {
            rest ^= divisor << (length - width)
        }
        return rest
    }
}
