import Crypto
import Domain

/// The anchors of a diff's files and lines within a page. They depend only on the path and the line, so that links from
/// elsewhere stay valid when other files change.
struct DiffAnchor: Equatable {
    /// The file's anchor.
    let file: String
    let side: DiffPosition.Side
    let lines: ClosedRange<Int>

    init(_ place: DiffPosition) {
        file = Self.name(of: place.path)
        side = place.side
        lines = place.lines
    }

    /// Parses `d0123abcdn12` or, with several lines, `d0123abcdn12-14`.
    ///
    /// - Throws: `InvalidValue` for any other text.
    init(_ text: String) throws(InvalidValue) {
        guard let match = text.wholeMatch(of: /(d[0-9a-f]{8})([no])([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?/),
            let line = Int(match.3), let end = match.4.map({ Int($0) }) ?? line, end >= line
        else { throw InvalidValue("must be a line of the changes") }
        file = String(match.1)
        side = match.2 == "o" ? .old : .new
        lines = line...end
    }

    /// The anchor of the last line.
    var lineName: String { Self.name(of: file, side, lines.upperBound) }

    static func name(of path: String) -> String {
        "d\(SHA256.hash(data: Array(path.utf8)).prefix(4).hexadecimal)"
    }

    /// - Parameter file: the file's anchor.
    static func name(of file: String, _ side: DiffPosition.Side, _ line: Int) -> String {
        "\(file)\(side == .old ? "o" : "n")\(line)"
    }
}
