import CFaultVFS
import Foundation
import Storage
import TestSupport
import Testing

/// A data directory on a disk that fails on command, and that loses unsynced data in a power cut.
final class FaultyDisk: Sendable {
    let directory: TemporaryDirectory
    private let handle: CInt

    private static let isRegistered = fault_register() == 0

    /// - Parameter template: whose database it has from the beginning.
    init(copying template: TemporaryDirectory? = nil) throws {
        directory = try TemporaryDirectory()
        if let template {
            try FileManager.default.copyItem(
                atPath: template.dataDirectory.databasePath, toPath: directory.dataDirectory.databasePath)
        }
        guard Self.isRegistered else { throw CocoaError(.featureUnsupported) }
        handle = fault_follow(directory.path)
        guard handle >= 0 else { throw CocoaError(.featureUnsupported) }
    }

    /// How many operations that a cut can come at there have been since the last call of `cut`.
    var operationCount: Int { Int(fault_operations(handle)) }
    var failureCount: Int { Int(fault_failures(handle)) }

    /// Switches the power off at the n-th operation from now on; 0 is never.
    func cut(at number: Int) {
        fault_cut(handle, Int64(number))
    }

    /// Lets the n-th operation of the kind fail from now on.
    func fail(_ fault: Fault, at number: Int) {
        fault_fail(handle, fault.kinds, Int64(number))
    }

    /// Lets nothing fail any more.
    func mend() {
        fault_fail(handle, 0, 0)
    }

    /// A directory with a possible content of the disk after a power cut now.
    func survivors(seed: UInt64) throws -> TemporaryDirectory {
        let survivors = try TemporaryDirectory()
        guard fault_survivors(handle, survivors.path, seed) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return survivors
    }

    /// Waits until whoever had the files open has closed them, and forgets what they held.
    func close() async throws {
        try await eventually { fault_open_files(handle) == 0 }
        fault_forget(handle)
    }
}

/// The faults of a disk.
enum Fault: CaseIterable, CustomTestStringConvertible {
    case read, reads, write, writes, full, staysFull, overQuota, sync, open, opens, truncate

    var kinds: CInt {
        let kinds =
            switch self {
            case .read: FAULT_READ.rawValue
            case .reads: FAULT_READ.rawValue | FAULT_LASTS.rawValue
            case .write: FAULT_WRITE.rawValue
            case .writes: FAULT_WRITE.rawValue | FAULT_LASTS.rawValue
            case .full: FAULT_WRITE.rawValue | FAULT_FULL.rawValue
            case .staysFull: FAULT_WRITE.rawValue | FAULT_FULL.rawValue | FAULT_LASTS.rawValue
            case .overQuota: FAULT_WRITE.rawValue | FAULT_QUOTA.rawValue | FAULT_LASTS.rawValue
            case .sync: FAULT_SYNC.rawValue
            case .open: FAULT_OPEN.rawValue
            case .opens: FAULT_OPEN.rawValue | FAULT_LASTS.rawValue
            case .truncate: FAULT_TRUNCATE.rawValue
            }
        return CInt(kinds)
    }

    var testDescription: String { "\(self)" }
}
