package import Domain

extension Finding {
    /// Lines for the terminal: level, subject and detail, and the advice below it.
    package var lines: [String] {
        let mark = level.rawValue.padding(to: 8)
        let head = "\(mark) \(subject.padding(to: 11)) "
        let indent = String(repeating: " ", count: head.count)
        let texts = [detail] + (advice.map { ["→ \($0)"] } ?? [])
        let lines = texts.flatMap { $0.split(separator: "\n") }.map(String.init)
        return lines.enumerated().map { ($0.offset == 0 ? head : indent) + $0.element }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
