/// The parts of a path.
extension String {
    /// The directory of the file at this path.
    package var parentDirectory: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }

    /// The name of the file at this path, without its directory.
    package var fileName: String {
        String(self[(lastIndex(of: "/").map(index(after:)) ?? startIndex)...])
    }
}
