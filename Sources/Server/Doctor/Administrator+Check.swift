package import Domain
import Storage

extension Administrator {
    /// Examines the data directory, whether or not a server is using it. Reads the whole database.
    package func check() -> [Finding] {
        DirectoryExamination(of: directory).run()
    }
}
