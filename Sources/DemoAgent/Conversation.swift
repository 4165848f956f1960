import Foundation

/// The state that the agent stores between processes: that a conversation exists, and its number of turns.
struct Conversation {
    let id: String
    private(set) var turns: Int
    private let file: URL

    /// - Parameter resumed: the id of the conversation to resume; `nil` begins a new one.
    /// - Throws: `DemoAgent.UnknownConversation` if that conversation isn't stored.
    init(_ resumed: String?, home: String) throws {
        id = resumed ?? UUID().uuidString.lowercased()
        guard UUID(uuidString: id) != nil else { throw DemoAgent.UnknownConversation(id: id) }
        let directory = URL(fileURLWithPath: home).appendingPathComponent(".lodestone-demo-agent")
        file = directory.appendingPathComponent(id)
        let stored = (try? String(contentsOf: file, encoding: .utf8)).flatMap(Int.init)
        guard let turns = stored ?? (resumed == nil ? 0 : nil) else { throw DemoAgent.UnknownConversation(id: id) }
        self.turns = turns
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        // Saved at once, so that a conversation can be resumed even if the process ends in its first turn.
        try save()
    }

    mutating func finishTurn() throws {
        turns += 1
        try save()
    }

    private func save() throws {
        try Data("\(turns)".utf8).write(to: file, options: .atomic)
    }
}
