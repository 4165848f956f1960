import CProcess
import Glibc
import Synchronization

/// Reads a file to which a process is appending.
final class FileTail: Sendable {
    private static let pieceSize = 262_144
    /// Time between two checks for new content.
    private static let interval: Duration = .milliseconds(30)

    private let descriptor: Descriptor
    private let hasEnded = Atomic(false)

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
    }

    /// Size of the file, including unread content.
    var size: Int { Int(process_file_size(descriptor.number)) }

    /// Call this when nothing will be appended any more.
    func end() {
        hasEnded.store(true, ordering: .releasing)
    }

    /// - Returns: the next bytes, waiting for some; empty at the end or on cancellation.
    func next() async -> [UInt8] {
        while true {
            let isLast = hasEnded.load(ordering: .acquiring)
            let piece = read()
            if !piece.isEmpty || isLast { return piece }
            do {
                try await Task.sleep(for: Self.interval)
            } catch {
                return []
            }
        }
    }

    private func read() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
            count = max(0, Glibc.read(descriptor.number, buffer.baseAddress, buffer.count))
        }
    }
}
