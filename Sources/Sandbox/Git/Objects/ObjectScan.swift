import Synchronization
import Threads

/// Looks for secrets in objects as `git cat-file` prints them, with no more of them in memory than a few mebibytes.
final class ObjectScan: Sendable {
    /// After so many places it ends: the rest is found once these are mended.
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

    /// - Returns: whether it wants more.
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

    /// What was found.
    ///
    /// - Throws: `ObjectBatch.Problem` when not all was read that there is.
    func places() throws -> [SecretLocation] {
        try state.withLock { state in
            guard state.batch.isComplete || state.places.count >= Self.limit else {
                throw ObjectBatch.Problem.unreadable("the end is missing")
            }
            return state.places
        }
    }
}

/// One object, of which the first place of a secret is looked for.
private struct ScannedObject {
    let header: ObjectBatch.Header
    private let patterns: SecretPatterns
    private var plain: SecretWindow
    /// Of what is compressed in it.
    private var inflated: SecretWindow
    private var compressed = CompressedContent()
    private var names: TreeNames
    /// Where a commit's message begins.
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
            // Taken out, so that its buffer isn't copied.
            var window = SecretWindow(patterns)
            swap(&window, &inflated)
            try compressed.read(part) { try window.read($0[...], unless: cancellation) }
            inflated = window
        default:
            findMessage(in: part)
            try plain.read(part, unless: cancellation)
        }
    }

    /// A commit's message begins after the first empty line.
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

    /// - Returns: where a secret stands; `nil` for nowhere.
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

    /// A secret may stretch over several names of a path.
    private func isInPath(unless cancellation: Cancellation) throws -> Bool {
        var path = SecretWindow(patterns)
        try path.read(header.path[...], unless: cancellation)
        try path.end(unless: cancellation)
        return path.first != nil
    }
}
