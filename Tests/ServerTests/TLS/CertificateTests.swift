import Domain
import Foundation
import Logging
import ServiceLifecycle
import Storage
import TestSupport
import Testing
import Web

@testable import Server

/// The files of the certificate, at the start and when they change.
struct CertificateTests {
    private func files(_ certificate: TestCertificate) -> CertificateFiles {
        CertificateFiles(certificatePath: certificate.certificatePath, keyPath: certificate.keyPath)
    }

    private func problem(_ prepare: (TestCertificate) throws -> Void) throws -> String {
        let certificate = try TestCertificate()
        try prepare(certificate)
        let error = #expect(throws: SettingError.self) { try files(certificate).load() }
        return error?.description ?? ""
    }

    @Test func aPairThatCannotBeUsedIsRefusedWithWhatToDo() throws {
        let other = try TestCertificate()
        #expect(try problem { try FileManager.default.removeItem(atPath: $0.keyPath) }.contains("cannot be read"))
        #expect(
            try problem { try Shell.run("echo no > certificate.pem", in: $0.directory.path) }
                .contains("has no certificate in PEM"))
        #expect(
            try problem { try Shell.run("cp certificate.pem key.pem", in: $0.directory.path) }
                .contains("has no private key in PEM"))
        #expect(
            try problem { try Shell.run("cp '\(other.keyPath)' key.pem", in: $0.directory.path) }
                .contains("is not the key of the first certificate"))
        let open = try problem { try Shell.run("chmod 604 key.pem", in: $0.directory.path) }
        #expect(open.contains("open to other users") && open.contains("chmod 600 '"))
        let sealed = try problem {
            try Shell.run(
                "openssl ec -in key.pem -aes256 -passout pass:secret -out sealed.pem 2>/dev/null; mv sealed.pem key.pem",
                in: $0.directory.path)
        }
        #expect(sealed.contains("without a passphrase"))
    }

    @Test func aStartWithSuchAPairIsRefused() async throws {
        let certificate = try TestCertificate()
        try Shell.run("chmod 604 key.pem", in: certificate.directory.path)
        let directory = try TemporaryDirectory()
        let environment = ["LODESTONE_DATA": directory.path, "LODESTONE_AGENT": "none"]
        let settings = try await Settings(
            Flags(), environment: environment.merging(certificate.settings) { $1 })
        let configuration = try settings.serverConfiguration()
        #expect(configuration.web.isSecure && configuration.web.origins.contains("https://localhost:8080"))
        #expect(throws: SettingError.self) { try LodestoneServer(configuration, logger: .silent) }
        for missing in certificate.settings.keys {
            let half = environment.merging(certificate.settings.filter { $0.key != missing }) { $1 }
            let settings = try await Settings(Flags(), environment: half)
            #expect(throws: SettingError.self) { try settings.serverConfiguration() }
        }
        let plain = environment.merging(certificate.settings) { $1 }
            .merging(["LODESTONE_PUBLIC_URL": "http://lodestone.example.com"]) { $1 }
        let contrary = try await Settings(Flags(), environment: plain)
        #expect(throws: SettingError.self) { try contrary.serverConfiguration() }
    }

    @Test func aRenewedPairIsUsedAndABrokenOneIsNot() async throws {
        let files = try TestCertificate()
        let log = RecordedLog()
        let certificate = try ServerCertificate(self.files(files), clock: .system, logger: log.logger)
        let reloading = CertificateReloading(
            certificate: certificate, clock: .system, logger: log.logger, interval: .milliseconds(100))
        let group = ServiceGroup(services: [reloading], logger: .silent)
        func count(_ text: String) -> Int { log.lines.count { $0.contains(text) } }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try files.renew()
            try await eventually { count("the server has a new certificate") == 1 }
            try Shell.run("echo broken > key.pem", in: files.directory.path)
            try await eventually { count("the new certificate can't be used; the old one stays") == 1 }
            try await Task.sleep(for: .milliseconds(500))
            #expect(count("can't be used") == 1)
            try files.renew()
            try await eventually { count("the server has a new certificate") == 2 }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func anExpiredCertificateIsUsedAndLogged() throws {
        let certificate = try TestCertificate()
        let log = RecordedLog()
        let later = Clock { Timestamp(milliseconds: 4_000_000_000_000) }
        _ = try ServerCertificate(files(certificate), clock: later, logger: log.logger)
        #expect(log.lines.contains { $0.hasPrefix("error the server's certificate has expired") })
    }
}
