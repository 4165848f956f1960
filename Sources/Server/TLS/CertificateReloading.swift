import Logging
import Runs
import ServiceLifecycle
import Storage

/// Uses a renewed certificate as soon as its files have changed. If they can't be used, the server keeps the old one
/// and says so once.
struct CertificateReloading: NamedService {
    let certificate: ServerCertificate
    let clock: Clock
    let logger: Logger
    /// Changed files are read when they have stayed the same for this time: a certificate and its key are two files.
    var interval: Duration = .seconds(3)

    func run() async {
        await cancelWhenGracefulShutdown {
            var used = certificate.stamp
            var last = used
            while (try? await Task.sleep(for: interval)) != nil {
                let stamp = certificate.files.stamp
                if stamp == last, stamp != used {
                    used = stamp
                    reload()
                }
                last = stamp
            }
        }
    }

    private func reload() {
        do {
            try certificate.reload(clock: clock, logger: logger)
        } catch {
            logger.error("the new certificate can't be used; the old one stays", metadata: ["error": "\(error)"])
        }
    }
}
