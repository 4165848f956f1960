import Foundation

/// The program that runs, and what it was loaded from.
enum OwnProgram {
    static var path: String { resolved("/proc/self/exe") }

    /// The shared libraries that it uses, other than the system's; a build with the toolchain's own has some.
    static var libraries: [String] {
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        let paths = maps.split(separator: "\n").compactMap { line in
            line.firstIndex(of: "/").map { String(line[$0...]) }
        }
        return Set(paths).filter { $0.contains(".so") && !$0.hasPrefix("/usr/") && !$0.hasPrefix("/lib") }.sorted()
    }

    /// A path without symbolic links.
    static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
