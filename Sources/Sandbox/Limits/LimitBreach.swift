/// The limit that a command exceeded, for which it was killed.
package enum LimitBreach: Error, Equatable, Sendable, CustomStringConvertible {
    case duration(Duration)
    case output(bytes: Int)
    case processes(Int)
    case memory(bytes: Int)
    case disk(bytes: Int)
    case files(Int)
    case hiddenFiles

    package var description: String {
        switch self {
        case .duration(let duration): "It took longer than \(duration.components.seconds) seconds."
        case .output(let bytes): "It printed more than \(Self.size(bytes))."
        case .processes(let count): "It ran more than \(count) processes at once."
        case .memory(let bytes): "It used more than \(Self.size(bytes)) of memory."
        case .disk(let bytes): "It used more than \(Self.size(bytes)) of disk."
        case .files(let count): "It created more than \(count) files."
        case .hiddenFiles: "It created directories that can't be read."
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes % (1 << 30) == 0 ? "\(bytes >> 30) GiB" : bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
