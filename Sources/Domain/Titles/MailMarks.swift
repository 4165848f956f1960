/// Lines that mail programs put around what somebody else wrote.
enum MailMarks {
    private static let forwardedMarks = [
        "-----original message-----", "---------- forwarded message", "begin forwarded message:",
    ]

    /// "On Tuesday Ann wrote:" in the languages of the common mail programs.
    private static let attributions = [
        ("On ", " wrote:"), ("Am ", " schrieb"), ("Le ", " a écrit"), ("El ", " escribió"), ("Il ", " ha scritto"),
        ("Em ", " escreveu"), ("在", "写道"), ("", " пишет:"), ("", " написал"),
    ]

    /// Everything after such a line is quoted without `>`.
    static func startsForwardedMail(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == 0x2D || first | 0x20 == 0x62 else { return false }
        let lowercased = text.lowercased()
        return forwardedMarks.contains { lowercased.hasPrefix($0) }
    }

    static func isAttribution(_ text: String) -> Bool {
        guard text.endsWith(anyOf: ":：>") else { return false }
        return attributions.contains { text.hasPrefix($0.0) && text.holds($0.1) }
    }
}
