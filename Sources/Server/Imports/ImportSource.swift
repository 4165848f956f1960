import Domain
import FoundationEssentials

/// What a file holds, told from its content.
enum ImportSource {
    case archive, log

    /// The first line that is of either kind decides; `nil` when there is none.
    init?(recognizing lines: [NumberedLine]) {
        for line in lines {
            guard let marks = try? JSONDecoder().decode(Marks.self, from: Data(line.text.utf8)) else { continue }
            if marks.record != nil {
                self = .archive
                return
            }
            if marks.type != nil {
                self = .log
                return
            }
        }
        return nil
    }

    func beginning(target: OrganizationID?) -> ImportCheckpoint {
        switch self {
        case .archive: .archive(ArchiveCheckpoint(target: target))
        case .log: .log(ConversationCheckpoint())
        }
    }

    private struct Marks: Decodable {
        let record: String?
        let type: String?
    }
}
