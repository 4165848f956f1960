import Domain
import Sandbox

/// Lines that an agent printed and that are stored at once: up to a `result`, if there is one.
struct OutputPortion: Sendable {
    private(set) var lines: [(line: TranscriptLine, end: Int)] = []
    /// What the agent said between them that is no part of the transcript.
    private(set) var control: [ControlLine] = []
    private(set) var leftOut = LeftOutLines()
    /// What isn't `stream-json`.
    private(set) var stray = ""
    /// Where its last line ends in the output.
    private(set) var end = 0

    /// Of the `result` that it ends with.
    var outcome: RunOutcome? { lines.last?.line.outcome }

    /// Cuts lines into portions.
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

    /// Leaves out that the agent took requests back: the last that a process did may be to take back what it was killed
    /// at, and people are to answer that all the same.
    mutating func keepRequests() {
        control.removeAll { line in
            if case .cancels = line { true } else { false }
        }
    }

    private mutating func add(_ line: AgentLine) {
        end = line.end
        switch line.content {
        case .tooLong(let bytes):
            leftOut.add("it has \(bytes) bytes, and \(AgentLines.lineLimit >> 20) MiB is the limit")
        case .text(let text):
            do throws(InvalidValue) {
                let read = try TranscriptLine(json: text, number: 1)
                guard read.type != RunAttempt.type, read.type != AnswerMark.type else {
                    throw InvalidValue("is one that only the server writes")
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

/// What an agent printed and the transcript doesn't have.
struct LeftOutLines: Sendable {
    private(set) var count = 0
    /// Why the first one isn't there.
    private(set) var reason = ""

    mutating func add(_ reason: String) {
        if count == 0 { self.reason = reason }
        count += 1
    }

    mutating func add(_ other: LeftOutLines) {
        if count == 0 { reason = other.reason }
        count += other.count
    }

    /// For the person whose session it is; `nil` when nothing was left out.
    var sentence: String? {
        switch count {
        case 0: nil
        case 1: "A line that the agent printed was left out: \(reason)."
        default: "\(count) lines that the agent printed were left out, the first since \(reason)."
        }
    }

    /// What stands in the transcript in their place, as a detail of the run; `nil` when nothing was left out.
    var remark: TranscriptLine? {
        guard let sentence else { return nil }
        var json = Array(#"{"type":"system","subtype":"lines_left_out","count":\#(count),"detail":"#.utf8)
        JSONString.append(sentence, to: &json)
        json.append(UInt8(ascii: "}"))
        return try? TranscriptLine(json: String(decoding: json, as: UTF8.self), number: 1)
    }
}
