/// What a test's server speaks.
enum Transport: Sendable, CaseIterable {
    case plain, tls

    @TaskLocal static var current = Transport.plain

    var certificate: TestCertificate? {
        get throws { self == .tls ? try TestCertificate.shared() : nil }
    }
}
