import FoundationEssentials
import Logging
import Storage
import SystemPackage
import Web

/// Hands the operator of a server without an organization the link that makes one. It is printed, and for as long as it
/// may be used it is also in a file that only the operator can read.
struct FirstStart: Sendable {
    let services: Services
    let path: String
    let logger: Logger

    /// A new link; `nil` when there is an organization.
    func makeLink() async -> String? {
        let gate = services.setUpGate
        do {
            guard try await !gate.isOpen(asking: services.store.accounts) else { return nil }
        } catch {
            logger.error("whether the server is set up could not be read", metadata: ["error": "\(error)"])
            return nil
        }
        let token = gate.issueToken(at: services.clock.now())
        let link = services.configuration.address.link(to: "setup", carrying: token)
        do {
            try write(link)
        } catch {
            logger.error("the set-up link was not written", metadata: ["path": "\(path)", "error": "\(error)"])
        }
        gate.whenOpened(removeFile)
        return link
    }

    @Sendable func removeFile() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private func write(_ link: String) throws {
        removeFile()
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll("\(link)\n".utf8) }
    }
}
