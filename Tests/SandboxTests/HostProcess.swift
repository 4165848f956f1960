import Foundation

/// A process as the machine sees it.
struct HostProcess {
    let directory: String

    /// The processes with a text in their arguments.
    static func all(with mark: String) -> [HostProcess] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return numbers.filter { Int($0) != nil }.map { HostProcess(directory: "/proc/\($0)") }.filter {
            $0.text(of: "cmdline").contains(mark)
        }
    }

    /// The ids of a process's children that have not ended.
    static func children(of process: pid_t) -> [pid_t] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.flatMap { thread in
            HostProcess(directory: "/proc/\(process)/task/\(thread)").text(of: "children").split(separator: " ")
                .compactMap { pid_t($0) }
        }
    }

    /// The numbers of the user: real, effective, saved, and of files.
    var users: [String] {
        let line = text(of: "status").split(separator: "\n").first { $0.hasPrefix("Uid:") }
        return line.map { $0.split(separator: "\t").dropFirst().map(String.init) } ?? []
    }

    func text(of file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(directory)/\(file)") ?? Data(), as: UTF8.self)
    }
}
