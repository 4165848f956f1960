import Domain
import Foundation

extension Settings {
    /// The files of the server's certificate; `nil` for plain HTTP. Whether they can be used is checked at the server's
    /// start.
    ///
    /// - Throws: `SettingError` unless both or neither are given.
    func certificateFiles() throws -> CertificateFiles? {
        switch (text("tlsCertificate"), text("tlsKey")) {
        case (nil, nil): nil
        case (let certificate?, let key?):
            CertificateFiles(
                certificatePath: URL(fileURLWithPath: certificate).path, keyPath: URL(fileURLWithPath: key).path)
        case (nil, _?): throw wrong("tlsCertificate", "must be given together with `tlsKey`")
        case (_?, nil): throw wrong("tlsKey", "must be given together with `tlsCertificate`")
        }
    }

    /// - Parameter isEncrypted: whether the server itself speaks TLS.
    /// - Throws: `SettingError` for text that isn't a base URL, and for `http` if the server speaks TLS.
    func publicURL(isEncrypted: Bool) throws -> PublicURL? {
        let url = try value(
            "publicUrl", "must be an address such as https://lodestone.example.com", PublicURL.init)
        guard !isEncrypted || url?.isSecure ?? true else {
            throw wrong("publicUrl", "must begin with https, because the server has a certificate")
        }
        return url
    }
}
