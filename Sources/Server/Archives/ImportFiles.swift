import Domain
import Foundation

/// The files to be imported.
package struct ImportFiles: Equatable, Sendable {
    /// In the order of reading.
    package private(set) var files: [String] = []
    /// Folders without a transcript, as given by the caller.
    package private(set) var emptyPaths: [String] = []

    /// The given files, and the transcripts in the given folders. Symbolic links are followed, also to folders.
    /// Transcripts of sub-agents are left out of folders, because the conversation's transcript contains their answers.
    ///
    /// - Throws: `DomainError.notFound` for a path that doesn't exist.
    package static func find(_ paths: [String]) throws -> ImportFiles {
        var found = ImportFiles()
        for path in paths {
            var isDirectory: ObjCBool = false
            if path != "-", !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
                throw DomainError.notFound("There is no file \(path).")
            }
            guard isDirectory.boolValue else {
                found.files.append(path)
                continue
            }
            var visited: Set<String> = []
            let files = transcripts(in: path, &visited).sorted()
            if files.isEmpty { found.emptyPaths.append(path) }
            found.files += files
        }
        return found
    }

    /// - Parameter visited: the real paths of the folders read so far, so that cycles of links end.
    private static func transcripts(in folder: String, _ visited: inout Set<String>) -> [String] {
        guard visited.insert(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path).inserted else { return [] }
        var files: [String] = []
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? [] {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { continue }
            if isDirectory.boolValue {
                if name != "subagents" { files += transcripts(in: path, &visited) }
            } else if isTranscript(name, in: folder) {
                files.append(path)
            }
        }
        return files
    }

    /// Gemini CLI stores its chats in folders named `chats`.
    private static func isTranscript(_ name: String, in folder: String) -> Bool {
        name.hasSuffix(".jsonl") && !name.hasPrefix("agent-") || name.hasSuffix(".json") && folder.hasSuffix("/chats")
    }
}
