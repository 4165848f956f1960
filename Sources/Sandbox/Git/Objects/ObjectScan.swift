import Synchronization
import Threads

/// Searches objects, as `git cat-file` prints them, for secrets. Uses a few mebibytes of memory at most.
final class ObjectScan: Sendable {
    /// Number of locations after which the search ends: further ones are found after these are fixed.
    private static let limit = 20

    private struct State {
        var batch = ObjectBatch()
        var object: ScannedObject?
        var commit = ""
        var places: [SecretLocation] = []
    }

    private let patterns: SecretPatterns
    private let state = Mutex(State())

    init(_ patterns: SecretPatterns) {
        self.patterns = patterns
    }

    /// - Returns: `false` when the limit is reached.
    /// - Throws: `CancellationError`, `ObjectBatch.Problem`.
    func read(_ bytes: [UInt8], unless cancellation: Cancellation) throws -> Bool {
        try state.withLock { state in
            guard state.places.count < Self.limit else { return false }
            var batch = state.batch
            try batch.read(bytes) { event in
                switch event {
                case .begin(let header):
                    if header.type == "commit" { state.commit = header.id }
                    state.object = ScannedObject(header, patterns)
                case .content(let part):
                    try state.object?.read(part, unless: cancellation)
                case .end:
                    guard let part = try state.object?.end(unless: cancellation) else { break }
                    let path = state.object?.header.path ?? []
                    let place = SecretLocation(
                        part: part, commit: state.commit, path: String(decoding: path, as: UTF8.self))
                    if state.places.count < Self.limit { state.places.append(place) }
                }
            }
            state.batch = batch
            return true
        }
    }

    /// The locations found.
    ///
    /// - Throws: `ObjectBatch.Problem` when the input ended too early.
    func places() throws -> [SecretLocation] {
        try state.withLock { state in
            guard state.batch.isComplete || state.places.count >= Self.limit else {
                throw ObjectBatch.Problem.unreadable("the end is missing")
            }
            return state.places
        }
    }
}

/// Searches one object for its first secret.
private struct ScannedObject {
    let header: ObjectBatch.Header
    private let patterns: SecretPatterns
    private var plain: SecretWindow
    /// Searches the decompressed content.
    private var inflated: SecretWindow
    private var compressed = CompressedContent()
    private var names: TreeNames
    /// Offset of a commit's message.
    private var messageStart: Int?
    private var last: UInt8 = 0
    private var offset = 0

    init(_ header: ObjectBatch.Header, _ patterns: SecretPatterns) {
        self.header = header
        self.patterns = patterns
        plain = SecretWindow(patterns)
        inflated = SecretWindow(patterns)
        names = TreeNames(idLike: header.id)
    }

    private var isFound: Bool { plain.first != nil || inflated.first != nil }

    mutating func read(_ part: ArraySlice<UInt8>, unless cancellation: Cancellation) throws {
        guard !isFound else { return }
        switch header.type {
        case "tree":
            try plain.read(names.read(part)[...], unless: cancellation)
        case "blob":
            try plain.read(part, unless: cancellation)
            // Moved out of the property, so that its buffer is not copied.
            var window = SecretWindow(patterns)
            swap(&window, &inflated)
            try compressed.read(part) { try window.read($0[...], unless: cancellation) }
            inflated = window
        default:
            findMessage(in: part)
            try plain.read(part, unless: cancellation)
        }
    }

    /// Sets `messageStart`: a commit's message begins after the first empty line.
    private mutating func findMessage(in part: ArraySlice<UInt8>) {
        guard messageStart == nil else { return }
        for byte in part {
            offset += 1
            if byte == UInt8(ascii: "\n"), last == byte {
                messageStart = offset
                return
            }
            last = byte
        }
    }

    /// - Returns: the part of the object that contains a secret; `nil` if none does.
    mutating func end(unless cancellation: Cancellation) throws -> SecretLocation.Part? {
        try plain.end(unless: cancellation)
        try inflated.end(unless: cancellation)
        if header.type != "commit", try isInPath(unless: cancellation) { return .name }
        guard isFound else { return nil }
        return switch header.type {
        case "tree": .name
        case "blob": .file
        default: plain.first.map { $0 < messageStart ?? 0 } == true ? .commitHeader : .message
        }
    }

    /// Whether the path contains a secret, possibly across several of its components.
    private func isInPath(unless cancellation: Cancellation) throws -> Bool {
        var path = SecretWindow(patterns)
        try path.read(header.path[...], unless: cancellation)
        try path.end(unless: cancellation)
        return path.first != nil
    }
}
