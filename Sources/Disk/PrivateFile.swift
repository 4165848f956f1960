import Glibc

/// Files that only their owner can read, and that are on disk once a call returns.
package enum PrivateFile {
    /// Creates a file with these bytes. It never replaces a file, and leaves none when it fails.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFailure(path) }
        defer { close(descriptor) }
        do throws(FileFailure) {
            try append(bytes, to: descriptor, path)
            guard fsync(descriptor) == 0 else { throw FileFailure(path) }
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Writes all the bytes at the position of an open file.
    ///
    /// - Parameter path: of the file, for the error.
    package static func append(
        _ bytes: some RandomAccessCollection<UInt8>, to descriptor: CInt, _ path: String
    ) throws(FileFailure) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw FileFailure(path) }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Syncs a file, or a directory, whose files then keep the names that they were given before.
    package static func sync(_ path: String) throws(FileFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFailure(path) }
    }

    package static func rename(_ path: String, to target: String) throws(FileFailure) {
        guard Glibc.rename(path, target) == 0 else { throw FileFailure(target) }
    }
}

/// A failed operation on a file or directory.
package struct FileFailure: Error, Equatable, CustomStringConvertible {
    package let path: String
    /// The `errno` of the operation.
    package let code: CInt

    /// Takes the `errno` of the operation that has just failed.
    package init(_ path: String) {
        self.path = path
        code = errno
    }

    /// Such as `No space left on device`.
    package var reason: String { String(cString: strerror(code)) }

    package var description: String { "\(path): \(reason)" }
}
