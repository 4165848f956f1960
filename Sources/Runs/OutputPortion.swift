import Domain
import Sandbox

/// Lines of agent output that are stored in one transaction: up to and including a `result`, if there is one.
struct OutputPortion: Sendable {
    private(set) var lines: [(line: TranscriptLine, end: Int)] = []
    /// Lines of the control protocol, which are not part of the transcript.
    private(set) var control: [ControlLine] = []
    private(set) var leftOut = LeftOutLines()
    /// Text that is not `stream-json`; the last 2,000 characters.
    private(set) var stray = ""
    /// Byte offset in the output just after the last line.
    private(set) var end = 0

    /// The outcome in the `result` that ends the portion; `nil` without one.
    var outcome: RunOutcome? { lines.last?.line.outcome }

    /// Splits lines into portions.
    static func portions(of lines: [AgentLine]) -> [OutputPortion] {
        var portions: [OutputPortion] = []
        var portion = OutputPortion()
        for line in lines {
            portion.add(line)
            if portion.outcome != nil, portion.lines.last?.end == line.end {
                portions.append(portion)
                portion = OutputPortion()
            }
        }
        if portion.end > 0 { portions.append(portion) }
        return portions
    }

    /// Drops the withdrawals of requests: a process that is killed may withdraw its open requests last, but users must
    /// still be able to answer them.
    mutating func keepRequests() {
        control.removeAll { line in
            if case .cancels = line { true } else { false }
        }
    }

    private mutating func add(_ line: AgentLine) {
        end = line.end
        switch line.content {
        case .tooLong(let bytes):
            leftOut.add("it has \(bytes) bytes; the limit is \(AgentLines.lineLimit >> 20) MiB")
        case .text(let text):
            do throws(InvalidValue) {
                let read = try TranscriptLine(json: text, number: 1)
                guard read.type != RunAttempt.type, read.type != AnswerMark.type else {
                    throw InvalidValue("has a type that only the server may use")
                }
                if let control = ControlLine(read) {
                    self.control.append(control)
                    return
                }
                lines.append((read, line.end))
            } catch {
                leftOut.add("it \(error.detail)")
                stray = String((stray + text.prefix(2000) + "\n").suffix(2000))
            }
        }
    }
}

/// Counts the lines of agent output that are missing from the transcript.
struct LeftOutLines: Sendable {
    private(set) var count = 0
    /// Why the first of them is missing.
    private(set) var reason = ""

    mutating func add(_ reason: String) {
        if count == 0 { self.reason = reason }
        count += 1
    }

    mutating func add(_ other: LeftOutLines) {
        if count == 0 { reason = other.reason }
        count += other.count
    }

    /// A sentence for the session's user; `nil` when nothing was left out.
    var sentence: String? {
        switch count {
        case 0: nil
        case 1: "One line of the agent's output was skipped: \(reason)."
        default: "\(count) lines of the agent's output were skipped, the first because \(reason)."
        }
    }

    /// A transcript line that stands for the missing ones; `nil` when nothing was left out.
    var remark: TranscriptLine? {
        guard let sentence else { return nil }
        var json = Array(#"{"type":"system","subtype":"lines_left_out","count":\#(count),"detail":"#.utf8)
        JSONString.append(sentence, to: &json)
        json.append(UInt8(ascii: "}"))
        return try? TranscriptLine(json: String(decoding: json, as: UTF8.self), number: 1)
    }
}
