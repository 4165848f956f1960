import AsyncHTTPClient
import Domain
import Foundation
import GitHub
import NIOCore
import NIOHTTP1
import OutgoingHTTP
import Runs
import Storage

/// Whether the hosts that the service and its agents need answer, and what time it is there. Being offline is a warning:
/// much of the service works without them.
struct NetworkExamination: Sendable {
    let configuration: ServerConfiguration
    let clock: Clock
    /// How long a host has for its answer.
    var timeout: TimeAmount = .seconds(5)

    /// The difference that sign-ins and TLS bear.
    private static let toleratedSeconds = 30

    init(_ configuration: ServerConfiguration, clock: Clock) {
        self.configuration = configuration
        self.clock = clock
    }

    func run() async -> [Finding] {
        await withTaskGroup(of: (Int, Finding, Int?).self) { group in
            for (number, host) in hosts.enumerated() {
                group.addTask {
                    let (finding, offset) = await ask(host)
                    return (number, finding, offset)
                }
            }
            let answers = await group.reduce(into: [(Int, Finding, Int?)]()) { $0.append($1) }.sorted { $0.0 < $1.0 }
            return answers.map(\.1) + [time(answers.compactMap(\.2))]
        }
    }

    private struct Host {
        let subject: String
        let url: String
        let purpose: String
    }

    private var hosts: [Host] {
        let git = configuration.gitHosts.values.sorted { $0.name < $1.name }.map { host in
            Host(
                subject: "git host", url: host.apiURL ?? "https://\(host.name)", purpose: "pull requests and clones")
        }
        guard let runs = configuration.runs, let model = runs.operatorHosts.agent.first else { return git }
        let base = runs.variables["ANTHROPIC_BASE_URL"] ?? "https://\(model)"
        return git + [Host(subject: "model host", url: base, purpose: "agents")]
    }

    /// - Returns: also how many seconds the host's clock is ahead of this one.
    private func ask(_ host: Host) async -> (Finding, Int?) {
        do {
            var request = HTTPClientRequest(url: host.url)
            request.method = .HEAD
            let response = try await HTTPClient.outgoing.execute(request, timeout: timeout)
            let offset = response.headers.first(name: "date").flatMap(Self.time).map { time in
                Int((time.milliseconds - clock.now().milliseconds) / 1000)
            }
            return (.ok(host.subject, "\(Self.shown(host.url)) answers."), offset)
        } catch {
            return (
                .warning(
                    host.subject, "\(Self.shown(host.url)) does not answer (\(error)).",
                    advice: "Let this machine reach it by https, if you need it: it is for \(host.purpose)."), nil
            )
        }
    }

    private func time(_ offsets: [Int]) -> Finding {
        guard let offset = offsets.min(by: { abs($0) < abs($1) }) else {
            return .ok("clock", "It is \(clock.now()) here. No other clock could be asked.")
        }
        let text = "It is \(clock.now()) here, \(abs(offset)) s \(offset >= 0 ? "behind" : "ahead of") the others."
        return abs(offset) <= Self.toleratedSeconds
            ? .ok("clock", text)
            : .problem("clock", text, advice: "Set the clock, and keep it so with chrony or systemd-timesyncd.")
    }

    /// Without what may be secret: a name, a password, a path, a query.
    private static func shown(_ url: String) -> String {
        guard let parts = URL(string: url), let host = parts.host() else { return "the address" }
        return "\(host)\(parts.port.map { ":\($0)" } ?? "")"
    }

    /// Parses the date of an HTTP header (RFC 9110), such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func time(_ text: String) -> Timestamp? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.date(from: text).map { Timestamp($0) }
    }
}
