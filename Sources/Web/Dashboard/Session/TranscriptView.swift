import Domain

/// The content of `transcript.mustache`: a part of a session's transcript.
struct TranscriptView {
    let entries: [TranscriptEntry]
    /// The sequence numbers of the first and the last message that were read for it, even if they aren't shown. If
    /// there are none, both are the position in the transcript.
    let first: Int
    let last: Int
    /// The address of the previous part; `nil` if there is none.
    let older: String?
    /// The address of the next part; `nil` if there is none.
    let newer: String?
    /// The time of its beginning, for a heading; `nil` if it begins with a person's message.
    let beginning: ShownTime?
    let isEmpty: Bool

    /// The number of messages on a page.
    static let pageSize = 100
    /// How much of the earlier messages is read for context, such as the calls of results.
    static let context = BatchLimits(lines: 30, bytes: 262_144)

    /// An item with its time in words.
    struct ShownItem {
        let item: TranscriptItem
        let when: ShownTime
        /// The address to send an undelivered message again.
        let retryPath: String
        /// The address of the changes page, to which comments link.
        let changesPath: String
        /// Where the transcript's images are.
        let imagesPath: String
        /// Whether it is the session's final result.
        let isOutcome: Bool
    }

    init(_ excerpt: SessionExcerpt, _ place: TranscriptPosition, now: Timestamp) {
        let shown = place.shown ?? 0
        let messages = excerpt.messages.messages.filter { $0.sequence > shown }
        let files = Dictionary(grouping: excerpt.attachments, by: \.sequence)
        var items = TranscriptItems.make(
            of: excerpt.messages.messages, after: shown, tasks: excerpt.tasks,
            undelivered: excerpt.run?.undelivered ?? [])
        let hasItems = !items.isEmpty
        // The plan is shown in the side column.
        items.removeAll { $0.call.map { $0.summary.isOfPlan && $0.state != "failed" } ?? false }
        if let failure = excerpt.session.failure { Self.removeReason(failure, from: &items) }
        for index in items.indices {
            let sent = files[items[index].sequence] ?? []
            items[index].prompt?.attachments = sent.map {
                ShownAttachment($0.attachment, in: excerpt.session.organizationID)
            }
        }
        Self.markAsked(of: excerpt, in: &items)
        let path = excerpt.session.organizationID.path(of: excerpt.session.id)
        let isCompleted = excerpt.session.status == .completed
        let outcome = isCompleted ? items.lastIndex { $0.isAnswer } : nil
        entries = TranscriptEntry.list(
            items.enumerated().map { index, item in
                ShownItem(
                    item: item, when: ShownTime(item.time, now: now), retryPath: "\(path)/retry",
                    changesPath: "\(path)/changes", imagesPath: "\(path)/images", isOutcome: index == outcome)
            })
        first = messages.first?.sequence ?? place.boundary
        last = messages.last?.sequence ?? place.boundary
        let hasOlder = place.isBackwards ? excerpt.messages.hasMore : shown > 0
        let hasNewer = place.isBackwards ? place.before != nil : excerpt.messages.hasMore
        older = hasOlder ? "\(path)?before=\(first)" : nil
        newer = hasNewer ? "\(path)?after=\(last)" : nil
        let isLead = place.isBackwards || shown == 0
        beginning = isLead && items.first?.prompt == nil ? items.first.map { ShownTime($0.time, now: now) } : nil
        isEmpty = !hasItems && !hasOlder && !hasNewer
    }

    /// Marks the calls that wait for a person's answer, if this server asks for it.
    private static func markAsked(of excerpt: SessionExcerpt, in items: inout [TranscriptItem]) {
        guard excerpt.run != nil else { return }
        let asked = Set(excerpt.requests.compactMap(\.asked.toolUseID))
        for index in items.indices {
            guard let call = items[index].call, call.isOpen else { continue }
            items[index].call?.isAsked = call.summary.isAsking || asked.contains(call.id)
        }
    }

    /// Removes the reason of a failure from the mark at the end, because it is shown below the transcript.
    private static func removeReason(_ failure: String, from items: inout [TranscriptItem]) {
        for index in items.indices.reversed() {
            guard items[index].attempt != nil || items[index].end != nil else { return }
            if items[index].attempt?.reason == failure.firstLine(to: 1000) { items[index].attempt?.reason = nil }
            if items[index].end?.reason == failure { items[index].end?.html = nil }
        }
    }
}

/// The part of a transcript that a page shows: the end, or the part before or after a message.
struct TranscriptPosition {
    let before: Int?
    let after: Int?

    var isBackwards: Bool { after == nil }
    /// The last message before the part, if it is known.
    var shown: Int? { after }
    /// The position of the part if it has no messages.
    var boundary: Int { after ?? before.map { $0 - 1 } ?? 0 }

    var range: MessageRange {
        after.map { .after($0) } ?? .before(before ?? Int.max)
    }

    static let end = TranscriptPosition(before: nil, after: nil)

    init(before: Int?, after: Int?) {
        self.before = before
        self.after = after
    }

    /// - Throws: `DomainError.invalid` for an invalid query.
    init<Identity>(of call: Call<Identity>) throws {
        before = try call.number("before", in: 1...Int.max)
        after = try call.number("after", in: 0...Int.max)
        guard before == nil || after == nil else {
            throw DomainError.oneDirectionOnly
        }
    }
}
