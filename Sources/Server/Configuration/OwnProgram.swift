import Foundation

/// The program that runs, and what it was loaded from.
enum OwnProgram {
    static var path: String { resolved("/proc/self/exe") }

    /// The shared libraries that it uses, other than the system's; a build with the toolchain's own has some.
    static var libraries: [String] {
        guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return [] }
        var maps = Data()
        // A file that says that it is empty is read as such by whoever asks for all of it.
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
