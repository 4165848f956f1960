import Crypto
import Disk
import Domain
import FoundationEssentials
import Glibc

/// The size and SHA-256 of a file.
struct FileDigest: Equatable {
    let bytes: Int
    let sha256: String

    /// Bytes that are read, and copied, at once. A copy is synced as often, so that no sync has much to write: a large
    /// one would keep the commits of a database on the same disk waiting.
    private static let piece = 4 << 20

    /// Reads a file, and copies it to a new one if a path is given. The copy is on disk when this returns.
    init(of path: String, copyingTo target: String? = nil) throws(FileFailure) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw FileFailure(path) }
        defer { close(source) }
        var copy: (descriptor: CInt, path: String)?
        if let target {
            let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw FileFailure(target) }
            copy = (descriptor, target)
        }
        defer { if let copy { close(copy.descriptor) } }
        var hash = SHA256()
        var bytes = 0
        var buffer = [UInt8](repeating: 0, count: Self.piece)
        while true {
            let count = read(source, &buffer, buffer.count)
            guard count >= 0 else { throw FileFailure(path) }
            guard count > 0 else { break }
            hash.update(data: buffer[..<count])
            bytes += count
            guard let copy else { continue }
            try PrivateFile.append(buffer[..<count], to: copy.descriptor, copy.path)
            guard fsync(copy.descriptor) == 0 else { throw FileFailure(copy.path) }
        }
        self.bytes = bytes
        sha256 = hash.finalize().hexadecimal
    }
}

extension BackupManifest.File {
    init(_ name: String, _ digest: FileDigest) {
        self.init(name: name, bytes: digest.bytes, sha256: digest.sha256)
    }

    var digest: FileDigest { FileDigest(bytes: bytes, sha256: sha256) }
}

extension FileDigest {
    fileprivate init(bytes: Int, sha256: String) {
        self.bytes = bytes
        self.sha256 = sha256
    }
}
