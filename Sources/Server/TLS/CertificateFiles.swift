import Domain
import Foundation
import NIOCore
import NIOSSL

/// The operator's certificate, with those of its issuers, and its key: two files in PEM.
package struct CertificateFiles: Sendable {
    /// What TLS 1.2 may use besides 1.3's own: ephemeral keys and authenticated encryption only.
    private static let ciphers: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]
    /// How long a closing connection waits for the client's goodbye.
    private static let goodbyeTime = TimeAmount.seconds(1)

    let certificatePath: String
    let keyPath: String

    struct Loaded {
        let context: NIOSSLContext
        let expiresAt: Timestamp
    }

    /// Reads both files.
    ///
    /// - Throws: `SettingError` with what is wrong and what to do.
    func load() throws -> Loaded {
        let chain = try certificates()
        guard let first = chain.first else { throw unusable(certificatePath, "has no certificate in PEM") }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(try key()))
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = Self.ciphers
        configuration.applicationProtocols = ["http/1.1"]
        configuration.shutdownTimeout = Self.goodbyeTime
        do {
            return Loaded(
                context: try NIOSSLContext(configuration: configuration),
                expiresAt: Timestamp(milliseconds: Int64(first.notValidAfter) * 1000))
        } catch {
            throw unusable(keyPath, "is not the key of the first certificate in \(certificatePath)")
        }
    }

    private func certificates() throws -> [NIOSSLCertificate] {
        let bytes = try read(certificatePath)
        do {
            return try NIOSSLCertificate.fromPEMBytes(bytes)
        } catch {
            throw unusable(certificatePath, "has no certificate in PEM")
        }
    }

    private func key() throws -> NIOSSLPrivateKey {
        let bytes = try read(keyPath)
        guard let stamp = FileStamp(path: keyPath) else { throw unreadable(keyPath) }
        guard !stamp.isOpenToOthers else {
            throw SettingError(
                description: """
                    The TLS key \(keyPath) is open to other users of this machine. Make it its owner's only:
                      chmod 600 '\(keyPath)'
                    """)
        }
        do {
            return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
        } catch {
            throw unusable(keyPath, "has no private key in PEM without a passphrase")
        }
    }

    private func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw unreadable(path) }
        return Array(data)
    }

    private func unreadable(_ path: String) -> SettingError {
        unusable(path, "cannot be read by this process")
    }

    private func unusable(_ path: String, _ problem: String) -> SettingError {
        SettingError(
            description: """
                The file \(path) of `tlsCertificate` or `tlsKey` \(problem). Give a certificate followed by those of its \
                issuers, and its private key, both in PEM.
                """)
    }

    /// Tells whether the files have changed since an earlier look, without reading them.
    var stamp: [FileStamp?] { [certificatePath, keyPath].map(FileStamp.init(path:)) }
}

/// What changes about a file whenever its content, its mode or its owner may have changed. A link is followed.
struct FileStamp: Equatable, Sendable {
    private let number: Int
    private let size: Int
    private let modifiedAt: Date
    private let mode: Int
    private let owner: Int

    /// `nil` for a file that can't be found.
    init?(path: String) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
            let number = attributes[.systemFileNumber] as? NSNumber, let size = attributes[.size] as? NSNumber,
            let modifiedAt = attributes[.modificationDate] as? Date,
            let mode = attributes[.posixPermissions] as? NSNumber,
            let owner = attributes[.ownerAccountID] as? NSNumber
        else { return nil }
        self.number = number.intValue
        self.size = size.intValue
        self.modifiedAt = modifiedAt
        self.mode = mode.intValue
        self.owner = owner.intValue
    }

    /// Whether users may read or change it who shouldn't, if it is secret. A file of root's may be readable by a group
    /// that the service belongs to, as is the custom of Debian's ssl-cert.
    var isOpenToOthers: Bool { mode & (owner == 0 ? 0o037 : 0o077) != 0 }
}
