import Glibc

/// Finds programs as a shell does.
package enum ProgramSearch {
    /// - Returns: the path of the first executable file; a name with a slash is not searched for. `nil` if there is
    ///   none.
    package static func path(of name: String, in directories: String) -> String? {
        if name.contains("/") { return isProgram(name) ? name : nil }
        return directories.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: isProgram)
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
