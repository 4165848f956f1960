/// The names of an attached file: for people, and on disk.
package enum AttachmentName {
    /// The maximum length of a name for people, in Unicode scalars.
    private static let maximumLength = 200
    /// The maximum length of a name on disk, in bytes. It leaves room for a number below the file system's limit of
    /// 255.
    private static let maximumFileLength = 150
    /// The longest extension that is preserved when a name is cut, in Unicode scalars, dot included.
    private static let maximumEnding = 16
    private static let nameless = "file"

    /// A name for people: the last path component, on one line, without invisible or bidirectional control characters.
    /// A long name is cut before its extension.
    package static func shown(_ text: String) -> String {
        let part = text.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(Array.init) ?? []
        let visible = String(String.UnicodeScalarView(part.filter { !isInvisible($0) })).trimmed
        guard visible.contains(where: { $0 != "." }) else { return nameless }
        let (stem, ending) = split(visible)
        let room = maximumLength - ending.unicodeScalars.count
        return String(String.UnicodeScalarView(stem.unicodeScalars.prefix(room))) + ending
    }

    /// A name on disk: only letters, digits and marks without a meaning in a shell; a number is added if it is in
    /// `taken` already.
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

    /// - Returns: the name up to its extension, and the extension with its dot; an extension that is too long stays in
    ///   the name.
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
