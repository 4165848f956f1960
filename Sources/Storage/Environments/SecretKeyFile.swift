import Crypto
import Disk
import Domain
import Glibc

/// The file with the key that encrypts the secrets of environments, the keys of authenticator apps and the server's key for
/// push services: 32 random bytes, readable by the service's user only.
struct SecretKeyFile: Sendable {
    static let length = 32

    let path: String

    /// The key; `nil` when there is no file yet.
    ///
    /// - Throws: `StorageError.unusableSecretKey` for a file of another length, and for one that other users may read.
    func read() throws -> SymmetricKey? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw unusable(because: String(cString: strerror(errno))) }
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw unusable(because: "it isn't a file")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw unusable(because: "other users can read it; run chmod 600 on it")
        }
        var bytes = [UInt8](repeating: 0, count: Self.length + 1)
        guard Glibc.read(descriptor, &bytes, bytes.count) == Self.length else {
            throw unusable(because: "it doesn't have \(Self.length) bytes; restore the original key")
        }
        return SymmetricKey(data: bytes.prefix(Self.length))
    }

    /// Creates the key, unless another caller just did; then returns that key. The file is complete and on disk before
    /// it gets its name, and never replaces an existing one.
    ///
    /// - Throws: `DomainError.noSpace` on a full disk.
    func create() throws -> SymmetricKey {
        var bytes = [UInt8](repeating: 0, count: Self.length)
        for index in bytes.indices { bytes[index] = UInt8.random(in: .min ... .max) }
        var generator = SystemRandomNumberGenerator()
        let unnamed = "\(path).\(Base32.random(characters: 8, using: &generator))"
        do throws(FileFailure) {
            try PrivateFile.write(bytes, to: unnamed)
            defer { unlink(unnamed) }
            guard link(unnamed, path) == 0 || errno == EEXIST else { throw FileFailure(path) }
            try PrivateFile.sync(path.parentDirectory)
        } catch {
            throw FullDisk.isMeant(by: error.code) ? DomainError.diskFull : unusable(because: error.reason)
        }
        guard let key = try read() else { throw StorageError.missingSecretKey(path: path) }
        return key
    }

    private func unusable(because reason: String) -> StorageError {
        .unusableSecretKey(path: path, reason: reason)
    }
}
