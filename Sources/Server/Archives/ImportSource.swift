import Domain
import FoundationEssentials

/// The format of an imported file, detected from its content.
enum ImportSource {
    case archive, log

    /// The first line of either format decides; `nil` when there is none.
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
