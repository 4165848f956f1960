import Domain
import Synchronization
import TestSupport

@testable import Server

/// Where the server is at the moment, if it runs.
final class ServerAddress: Sendable {
    private let address = Mutex<String?>(nil)

    var current: String? { address.withLock { $0 } }

    func set(_ new: String?) {
        address.withLock { $0 = new }
    }
}

/// A reader whose connection is interrupted again and again. It reconnects with its last event, however long the server
/// is away.
struct EventReader {
    /// The session to follow; `nil` for the whole organization.
    let session: SessionID?
    let credential: Credential
    /// How often the connection is cut, and after how many events on average.
    let cuts: Int
    let eventsBetweenCuts: Int

    struct Result: Sendable {
        var numbers: [Int] = []
        var cuts = 0
    }

    /// Reads from the beginning of the log until the event with the mark.
    func read(from server: ServerAddress, until mark: String, random: DemoRandom) async throws -> Result {
        var random = random
        var result = Result()
        while true {
            guard let address = server.current else {
                try await Task.sleep(for: .milliseconds(5))
                continue
            }
            var left = result.cuts < cuts ? random.number(0...2 * eventsBetweenCuts) : .max
            do {
                var connection = try await connect(
                    to: address, after: result.numbers.last ?? 0, inHeader: random.chance(50))
                while left > 0, let event = try await connection.next() {
                    guard let number = event.id else { throw EventStreamError.unknownField("\(event)") }
                    result.numbers.append(number)
                    if event.data["mark"]?.text == mark { return result }
                    left -= 1
                }
            } catch let error as EventStreamError {
                throw error
            } catch {
                // The server went away, and will be back.
                try await Task.sleep(for: .milliseconds(5))
            }
            if left == 0 { result.cuts += 1 }
        }
    }

    private var path: String { session.map { "/api/sessions/\($0)/events" } ?? "/api/events" }

    private func connect(to address: String, after position: Int, inHeader: Bool) async throws -> EventConnection {
        inHeader
            ? try await EventConnection(address + path, as: credential, lastEventID: String(position))
            : try await EventConnection("\(address)\(path)?after=\(position)", as: credential)
    }
}
