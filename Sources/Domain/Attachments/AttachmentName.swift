/// How an attached file is called.
package enum AttachmentName {
    /// In Unicode scalars.
    private static let maximumLength = 200
    /// In bytes, of a name on the disk: there is room for a number before the file system's 255.
    private static let maximumFileLength = 150
    /// What is kept of a name's ending when the name is cut, in the same measure as the name.
    private static let maximumEnding = 16
    private static let nameless = "file"

    /// A name for people: the last part of a path, on one line, without what is invisible or turns text around. A long
    /// one is cut before its ending.
    package static func shown(_ text: String) -> String {
        let part = text.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(Array.init) ?? []
        let visible = String(String.UnicodeScalarView(part.filter { !isInvisible($0) })).trimmed
        guard visible.contains(where: { $0 != "." }) else { return nameless }
        let (stem, ending) = split(visible)
        let room = maximumLength - ending.unicodeScalars.count
        return String(String.UnicodeScalarView(stem.unicodeScalars.prefix(room))) + ending
    }

    /// A name on the disk: letters, digits and a few marks that mean nothing to a shell, and none that is taken.
    package static func file(_ name: String, taken: inout Set<String>) -> String {
        let safe = String(String.UnicodeScalarView(name.unicodeScalars.map { isSafe($0) ? $0 : "_" }))
        let (stem, ending) = split(safe.hasPrefix(".") || safe.hasPrefix("-") ? "_" + safe : safe)
        var start = stem
        while start.utf8.count + ending.utf8.count > maximumFileLength, !start.isEmpty {
            start.unicodeScalars.removeLast()
        }
        var file = start + ending
        var number = 1
        while !taken.insert(file.lowercased()).inserted {
            number += 1
            file = "\(start)-\(number)\(ending)"
        }
        return file
    }

    /// - Returns: the name up to its ending, and the ending with its full stop; an ending that is none stays with the name.
    private static func split(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
            name[dot...].unicodeScalars.count <= maximumEnding, name[dot...].utf8.count <= maximumFileLength / 2
        else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            true
        default: scalar == "." || scalar == "-" || scalar == "_"
        }
    }
}
