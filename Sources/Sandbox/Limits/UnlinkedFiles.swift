import Glibc

/// Open files that no directory contains any more: they use disk space that no directory walk finds.
enum UnlinkedFiles {
    /// - Parameter directory: only files on this directory's file system count.
    static func bytes(heldBy processes: [ProcessTree.Member], onDiskOf directory: String) -> Int {
        var disk = stat()
        guard stat(directory, &disk) == 0 else { return 0 }
        var sizes: [ino_t: Int] = [:]
        for process in processes {
            for file in openFiles(of: process.number)
            where file.st_nlink == 0 && file.st_dev == disk.st_dev && file.st_mode & S_IFMT == S_IFREG {
                // In units of 512 bytes, whatever the file system's block size.
                sizes[file.st_ino] = Int(file.st_blocks) * 512
            }
        }
        return sizes.values.reduce(0, +)
    }

    private static func openFiles(of process: pid_t) -> [stat] {
        let path = "/proc/\(process)/fd"
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var files: [stat] = []
        while let item = readdir(directory) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) { name in
                String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            if name != ".", name != "..", stat("\(path)/\(name)", &status) == 0 { files.append(status) }
        }
        return files
    }
}
