import Domain
import Logging
import Storage
import Web

/// The server's certificate as it was last read from its files.
struct ServerCertificate: Sendable {
    let files: CertificateFiles
    let identity: ServerIdentity
    /// The files when they were read.
    let stamp: [FileStamp?]

    /// - Throws: `SettingError` when it can't be used.
    init(_ files: CertificateFiles, clock: Clock, logger: Logger) throws {
        self.files = files
        // Taken first: a change while the files are read is then seen as one.
        stamp = files.stamp
        let loaded = try files.load()
        identity = ServerIdentity(loaded.context)
        Self.log(loaded, "the server has a certificate", at: clock.now(), logger)
    }

    /// - Throws: `SettingError` when the files can't be used; the server then keeps what it has.
    func reload(clock: Clock, logger: Logger) throws {
        let loaded = try files.load()
        identity.replace(with: loaded.context)
        Self.log(loaded, "the server has a new certificate", at: clock.now(), logger)
    }

    private static func log(
        _ loaded: CertificateFiles.Loaded, _ message: Logger.Message, at now: Timestamp, _ logger: Logger
    ) {
        logger.notice(message, metadata: ["expires": "\(loaded.expiresAt)"])
        if loaded.expiresAt <= now { logger.error("the server's certificate has expired; browsers refuse it") }
    }
}
