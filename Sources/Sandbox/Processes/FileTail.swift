import CProcess
import Glibc
import Synchronization

/// Reads a file while a process appends to it.
final class FileTail: Sendable {
    private static let pieceSize = 262_144
    /// How often it looks for more.
    private static let interval: Duration = .milliseconds(30)

    private let descriptor: Descriptor
    private let hasEnded = Atomic(false)

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
    }

    /// How large the file is, however much of it was read.
    var size: Int { Int(process_file_size(descriptor.number)) }

    /// Tells that nothing is appended any more.
    func end() {
        hasEnded.store(true, ordering: .releasing)
    }

    /// - Returns: what there is, waiting for some; nothing at the end.
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
