extension QRGrid {
    /// How hard the code is to read, by the four rules of ISO/IEC 18004. The mask with the lowest penalty is used.
    var penalty: Int {
        let columns = (0..<size).map { column in modules.map { $0[column] } }
        let lines = (modules + columns).reduce(0) { $0 + Self.penalty(ofLine: $1) }
        return lines + squares + imbalance
    }

    /// For five or more equal modules in a row, and for what looks like a finder pattern.
    private static func penalty(ofLine line: [Bool]) -> Int {
        var total = 0
        var run = 0
        for index in line.indices {
            run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
            if run == 5 { total += 3 } else if run > 5 { total += 1 }
        }
        let finder = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        for start in 0..<line.count - 10 {
            let part = line[start..<start + 11]
            if part.elementsEqual(finder + light) || part.elementsEqual(light + finder) { total += 40 }
        }
        return total
    }

    /// For squares of four equal modules.
    private var squares: Int {
        var count = 0
        for row in 1..<size {
            for column in 1..<size {
                let module = modules[row][column]
                let isSquare =
                    modules[row - 1][column] == module && modules[row][column - 1] == module
                    && modules[row - 1][column - 1] == module
                if isSquare { count += 1 }
            }
        }
        return 3 * count
    }

    /// For each full 5 % by which the share of dark modules differs from a half.
    private var imbalance: Int {
        let dark = modules.reduce(0) { $0 + $1.count { $0 } }
        return abs(20 * dark - 10 * size * size) / (size * size) * 10
    }
}
