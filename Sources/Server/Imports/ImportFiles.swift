import Domain
import Foundation

/// The files that an import reads, in order.
package enum ImportFiles {
    /// Files as they are named, and the transcripts in folders that are. What sub-agents wrote down for themselves is
    /// left out of folders: the transcript of the conversation has what they answered.
    ///
    /// - Throws: `DomainError.notFound` for what isn't there.
    package static func find(_ paths: [String]) throws -> [String] {
        try paths.flatMap { path -> [String] in
            var isDirectory: ObjCBool = false
            if path == "-" { return [path] }
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
                throw DomainError.notFound("There is no file \(path).")
            }
            guard isDirectory.boolValue else { return [path] }
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return names.filter(isTranscript).sorted().map { "\(path)/\($0)" }
        }
    }

    private static func isTranscript(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return name.hasSuffix(".jsonl") && !parts.contains("subagents") && parts.last?.hasPrefix("agent-") == false
    }
}
