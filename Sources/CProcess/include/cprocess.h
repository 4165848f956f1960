#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// Directory where the paths of a ProcessUser are mounted, numbered from 0: `/tmp/0` and so on.
#define PROCESS_STAGE "/tmp"

/// The unprivileged user that runs a command when the caller is root.
typedef struct {
    /// uid and gid to run as. 0 = stay the calling user; the other fields are then ignored.
    uid_t number;
    /// Paths that the user may reach. In the user's mounts, files of each path's owner belong to the user, and files
    /// that the user creates belong to that owner on disk.
    char *_Nullable const *_Nonnull paths;
    /// How many of the paths, from the first, must be mounted in this way. For the others it is optional, since not
    /// every file system supports it: the user can then read only files that everybody can read.
    int ownedCount;
} ProcessUser;

/// A command to start. Strings are absolute paths, lists are NULL-terminated.
typedef struct {
    const char *_Nonnull path;
    char *_Nullable const *_Nonnull arguments;
    char *_Nullable const *_Nonnull environment;
    const char *_Nonnull directory;
    /// The caller's descriptors that become 0, 1, 2 and so on; the command gets no others.
    const int *_Nonnull descriptors;
    int descriptorCount;
    /// Maximum size of a file in bytes (RLIMIT_FSIZE).
    uint64_t fileSize;
    int niceness;
    ProcessUser user;
    /// The caller's descriptors to keep open until the last process has ended; the command does not get them.
    const int *_Nonnull held;
    int heldCount;
    /// Whether to write `{"child-pid": N}` to descriptor 3, which the command then does not get.
    bool isReported;
} ProcessRequest;

/// A failed operation with its `errno`; `code` is 0 if nothing failed.
typedef struct {
    char operation[28];
    int code;
} ProcessFailure;

/// Starts a command with default signals, only the given descriptors, and a session and session keyring of its own,
/// under a supervisor that kills all processes that the command leaves behind.
///
/// The supervisor is this program, executed anew; it starts before any other code of the program, and none of the
/// caller's memory is in it. It kills everything on SIGTERM, which it also gets when the *thread* that called this
/// function ends. This function returns before it is known whether the command can start: see `process_await_start`.
/// - Parameter status: set to the descriptor to pass to `process_await_start`.
/// - Returns: the supervisor's process id, or -1 with the reason in `failure`. The supervisor exits with the command's
///   status, after all other processes have ended.
pid_t process_start(
    const ProcessRequest *_Nonnull request, int *_Nonnull status, ProcessFailure *_Nonnull failure);

/// A failure of `operation` with the error `code`.
ProcessFailure process_failure(const char *_Nonnull operation, int code);

/// The name of the failed operation; empty if nothing failed.
static inline const char *_Nonnull process_failed_operation(const ProcessFailure *_Nonnull failure) {
    return failure->operation;
}

/// Waits until the command has started.
/// - Returns: whether it has; if not, the reason is in `failure`, with ETIMEDOUT after `milliseconds`.
bool process_await_start(int status, int milliseconds, ProcessFailure *_Nonnull failure);

/// Waits until a descriptor can be read, or its other end is closed.
/// - Returns: `false` after `milliseconds`; -1 means no timeout.
bool process_await_input(int descriptor, int milliseconds);

/// The size in bytes of an open file; 0 if it cannot be determined.
int64_t process_file_size(int descriptor);

/// `pipe2(2)` with both ends closed on exec.
int process_pipe(int ends[_Nonnull 2]);

/// A new file in memory (memfd_create(2)), closed on exec.
int process_memory(void);

int process_descriptor(pid_t process);
int process_signal(int process_descriptor, int signal);

/// Sets RLIMIT_NPROC of another process.
/// - Parameter user: the process's user if it is not the caller's, else 0. Every user may do this to their own
///   processes; root without all its capabilities may not do it to others'.
int process_limit_count(pid_t process, uint64_t count, uid_t user);

/// Maximum number of sockets that `process_listen_inside` makes.
#define PROCESS_LISTENING_MAXIMUM 16

/// Creates sockets that listen on 127.0.0.1 in another process's network namespace, such as a sandbox's. They belong to
/// that namespace, whichever process accepts connections on them.
/// - Parameters:
///   - user: the user that created the namespace if it is not the caller, else 0.
///   - descriptors: set to the sockets, one for each port, closed on exec.
/// - Returns: whether they were created; if not, the reason is in `failure`.
bool process_listen_inside(
    pid_t process, uid_t user, const uint16_t *_Nonnull ports, int count, int *_Nonnull descriptors,
    ProcessFailure *_Nonnull failure);

/// `write(2)` that returns EPIPE without raising SIGPIPE.
ssize_t process_write(int descriptor, const void *_Nonnull bytes, size_t count);

typedef struct {
    int64_t bytes;
    int64_t files;
    bool isHidden;
} DirectoryUsage;

/// Measures directories without following links or entering other file systems.
/// - Parameters:
///   - directories: a NULL-terminated list of paths.
///   - file_limit: the walk stops when there are more files.
///   - goes_on: called with `context` every 256 entries; the walk stops when it returns `false`.
DirectoryUsage directory_usage(
    char *_Nullable const *_Nonnull directories, int64_t file_limit, bool (*_Nonnull goes_on)(const void *_Nonnull),
    const void *_Nonnull context);
