import NIOSSL
import TestSupport

/// A certificate for `localhost` that openssl makes and signs with its own key.
final class TestCertificate: Sendable {
    /// One for all tests that don't care.
    private static let common = Result { try TestCertificate() }

    static func shared() throws -> TestCertificate { try common.get() }

    let directory: TemporaryDirectory
    var certificatePath: String { "\(directory.path)/certificate.pem" }
    var keyPath: String { "\(directory.path)/key.pem" }

    /// - Parameter options: for openssl.
    init(options: String = "-days 30") throws {
        directory = try TemporaryDirectory()
        try renew(options: options)
    }

    /// Makes another certificate in its place.
    func renew(options: String = "-days 30") throws {
        try Shell.run(
            """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \(options) \
                -out new-certificate.pem -keyout new-key.pem 2>/dev/null
            chmod 600 new-key.pem
            mv new-certificate.pem certificate.pem && mv new-key.pem key.pem
            """, in: directory.path)
    }

    var settings: [String: String] {
        ["LODESTONE_TLS_CERTIFICATE": certificatePath, "LODESTONE_TLS_KEY": keyPath]
    }
}

extension TLSConfiguration {
    /// For clients that trust any server.
    static var trusting: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        return configuration
    }
}
