import Foundation

/// The extent of the disk tests: small by default, larger in `scripts/torture`.
enum TortureSettings {
    static let cuts = number("LODESTONE_TORTURE_CUTS") ?? 8
    static let seed = UInt64(number("LODESTONE_TORTURE_SEED") ?? 1)
    /// Whether each operation fails once, rather than the first ones and then fewer and fewer.
    static let failsEverywhere = ProcessInfo.processInfo.environment["LODESTONE_TORTURE_FAULTS"] == "all"

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
