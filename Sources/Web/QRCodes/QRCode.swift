/// A text as a QR code (ISO/IEC 18004:2015): bytes, error correction level M.
///
/// It is made here, since no library for it can be linked into the program: Debian has none as an archive.
struct QRCode {
    let grid: QRGrid

    /// - Returns: `nil` for a text of more than 666 bytes.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        var plain = QRGrid(version)
        plain.draw(QRCodewords.of(bytes, in: version))
        let masked = (0..<8).map { plain.masked($0) }
        grid = masked.min { $0.penalty < $1.penalty } ?? plain
    }

    /// The light modules around the code, without which it can't be read.
    private static let margin = 4

    /// The modules on each side, with the margin.
    var side: Int { grid.size + 2 * Self.margin }

    /// The dark modules as the path of an SVG image, whose units are modules.
    var path: String {
        var path = ""
        for (row, modules) in grid.modules.enumerated() {
            var column = 0
            while column < modules.count {
                let run = modules[column...].prefix { $0 == modules[column] }.count
                if modules[column] { path += "M\(column + Self.margin) \(row + Self.margin)h\(run)v1h-\(run)z" }
                column += run
            }
        }
        return path
    }
}
