import Foundation

/// The executable of this process, and its shared libraries.
enum OwnProgram {
    static var path: String { resolved("/proc/self/exe") }

    /// The shared libraries outside of the system's directories; a build that links the toolchain's libraries
    /// dynamically has some.
    static var libraries: [String] {
        guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return [] }
        var maps = Data()
        // The file's size is reported as 0, so reading to the end in one call would return nothing.
        while let piece = try? file.read(upToCount: 65_536), !piece.isEmpty { maps += piece }
        let paths = String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.firstIndex(of: "/").map { String(line[$0...]) }
        }
        return Set(paths).filter { $0.contains(".so") && !$0.hasPrefix("/usr/") && !$0.hasPrefix("/lib") }.sorted()
    }

    /// A path without symbolic links.
    static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
