#pragma once

#include <fts.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

/// What is to be started, and how. Strings are absolute paths or NULL-terminated lists.
typedef struct {
    const char *_Nonnull path;
    char *_Nullable const *_Nonnull arguments;
    char *_Nullable const *_Nonnull environment;
    const char *_Nullable directory;
    /// The caller's descriptors that become 0, 1, 2 and so on; the child has no other.
    const int *_Nonnull descriptors;
    int descriptorCount;
    /// RLIMIT_FSIZE in bytes.
    uint64_t fileSize;
    int niceness;
    /// Runs it under a small process of ours that ends whatever it leaves behind. That process writes
    /// `{"child-pid": N}` to descriptor 3, which the command doesn't get, and takes SIGTERM for "end everything".
    bool isSupervised;
} ProcessRequest;

/// Starts a process in a session of its own, with default signals and no descriptors but the given ones.
///
/// It is sent SIGKILL, or when supervised SIGTERM, once the *thread* that called this ends.
/// - Returns: its id, or a negated `errno`.
pid_t process_start(const ProcessRequest *_Nonnull request);

/// Starts the command and watches over it, in the process that is to do so. `status` is where a failure is reported.
_Noreturn void process_supervise(const ProcessRequest *_Nonnull request, int status);

/// Becomes the requested command; returns only when that fails.
void process_execute(const ProcessRequest *_Nonnull request);

/// `pipe2(2)` with both ends closed on exec.
int process_pipe(int ends[_Nonnull 2]);

/// A file in memory, closed on exec.
int process_memory(void);

int process_descriptor(pid_t process);
int process_signal(int process_descriptor, int signal);
int process_limit_count(pid_t process, uint64_t count);

/// `write(2)` that answers EPIPE without a signal.
ssize_t process_write(int descriptor, const void *_Nonnull bytes, size_t count);

/// What a file that fts came to takes of the disk. Here because Swift sees `struct stat` in a module or another, by the
/// order in which they are built.
static inline int64_t process_disk_bytes(const FTSENT *_Nonnull entry) {
    // In units of 512 bytes, whatever the file system's own.
    return entry->fts_statp ? (int64_t)entry->fts_statp->st_blocks * 512 : 0;
}
