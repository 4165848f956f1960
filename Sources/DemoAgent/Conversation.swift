import Foundation

/// What the agent remembers between its processes: that there was a conversation, and how long it was.
struct Conversation {
    let id: String
    private(set) var turns: Int
    private let file: URL

    /// - Parameter resumed: the id of the one to go on with; without it a new one begins.
    init(_ resumed: String?, home: String) throws {
        id = resumed ?? UUID().uuidString.lowercased()
        guard UUID(uuidString: id) != nil else { throw DemoAgent.UnknownConversation(id: id) }
        let directory = URL(fileURLWithPath: home).appendingPathComponent(".lodestone-demo-agent")
        file = directory.appendingPathComponent(id)
        let stored = (try? String(contentsOf: file, encoding: .utf8)).flatMap(Int.init)
        guard let turns = stored ?? (resumed == nil ? 0 : nil) else { throw DemoAgent.UnknownConversation(id: id) }
        self.turns = turns
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        // An agent that is ended in its first turn is known all the same.
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
