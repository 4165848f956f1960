import Domain
import NIOHTTP1

/// The result of sending a message.
package enum PushAnswer: Equatable, Sendable {
    /// The push service has accepted the message.
    case accepted
    /// The subscription has ended, permanently.
    case gone
    /// The push service rejects this message; a retry is useless.
    case refused(reason: String)
    /// The push service may accept the message later.
    ///
    /// - Parameter after: the minimum wait, if the push service gave one.
    case postponed(reason: String, after: Duration?)

    /// - Parameters:
    ///   - body: the beginning of the response's body, for the reason.
    ///   - now: the time to which a date in `Retry-After` is compared.
    init(status: Int, headers: HTTPHeaders, body: String, at now: Timestamp) {
        let said = body.firstLine(maximum: 200)
        let reason = "The push service answered \(status)\(said.isEmpty ? "" : ": \(said)")"
        switch status {
        case 200..<300: self = .accepted
        case 404, 410: self = .gone
        case 429, 500...: self = .postponed(reason: reason, after: Self.wait(headers, from: now))
        default: self = .refused(reason: reason)
        }
    }

    /// The wait that `Retry-After` asks for, as seconds or as a date (RFC 9110, 10.2.3).
    private static func wait(_ headers: HTTPHeaders, from now: Timestamp) -> Duration? {
        guard let text = headers.first(name: "retry-after") else { return nil }
        if let seconds = Int(text) { return (0...31_536_000).contains(seconds) ? .seconds(seconds) : nil }
        guard let time = time(text) else { return nil }
        return max(.zero, .milliseconds(time.milliseconds - now.milliseconds))
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Parses a date in the only form that senders may generate, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110,
    /// 5.6.7).
    private static func time(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        return Timestamp("\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
    }
}

extension String {
    /// The first line that isn't blank, without control characters, which a terminal might interpret.
    func firstLine(maximum: Int) -> String {
        let line = split(whereSeparator: \.isNewline).map { String($0).trimmed }.first { !$0.isEmpty } ?? ""
        let plain = line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        return String(String.UnicodeScalarView(plain.prefix(maximum)))
    }
}
