import Disk
import Testing

struct PathTests {
    @Test(arguments: [
        ("/var/lib/lodestone/secrets.key", "/var/lib/lodestone", "secrets.key"), ("/lodestone", "/", "lodestone"),
        ("backups/today", "backups", "today"), ("secrets.key", ".", "secrets.key"),
    ])
    func aPathHasADirectoryAndAName(path: String, directory: String, name: String) {
        #expect(path.parentDirectory == directory && path.fileName == name)
    }
}
