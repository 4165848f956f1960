import Foundation
import Hummingbird
import NIOCore
import Threads

extension ResponseBody {
    /// A body that is read from a file piece by piece, and closes it.
    ///
    /// - Parameter check: called before each piece; the response breaks off when it throws.
    init(sending file: FileHandle, _ check: @escaping @Sendable () throws -> Void = {}) {
        self.init { writer in
            defer { try? file.close() }
            while let piece = try await FileBody.threads.run({ try file.read(upToCount: FileBody.pieceSize) }),
                !piece.isEmpty
            {
                try check()
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
    }
}

private enum FileBody {
    /// The threads on which files are read. A slow client delays nobody else, since it uses a thread only while a piece
    /// is read.
    static let threads = WorkerThreads(count: 2)

    /// The size in bytes of the pieces in which a file is sent.
    static let pieceSize = 262_144
}
