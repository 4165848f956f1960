#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// Where a ProcessUser's paths are shown, numbered from 0: `/tmp/0` and so on.
#define PROCESS_STAGE "/tmp"

/// Who runs a command in the place of a caller that is root, without any right that root has.
typedef struct {
    /// The user's number, and that of the only group; 0 for the caller itself, and then the rest is nothing.
    uid_t number;
    /// What the user is to reach, wherever that is. Its owner's files are the user's own there, and what the user makes
    /// there is its owner's: nothing on the disk belongs to the user.
    char *_Nullable const *_Nonnull paths;
    /// How many of the paths, the first ones, must not be shown otherwise. The others may, for instance where a file
    /// system can't do that: then the user reads there what everybody may.
    int ownedCount;
} ProcessUser;

/// What is to be started, and how. Strings are absolute paths or NULL-terminated lists.
typedef struct {
    const char *_Nonnull path;
    char *_Nullable const *_Nonnull arguments;
    char *_Nullable const *_Nonnull environment;
    const char *_Nonnull directory;
    /// The caller's descriptors that become 0, 1, 2 and so on; the command has no other.
    const int *_Nonnull descriptors;
    int descriptorCount;
    /// RLIMIT_FSIZE in bytes.
    uint64_t fileSize;
    int niceness;
    ProcessUser user;
    /// Descriptors of the caller's that stay open until the last process has ended, and that the command doesn't get.
    const int *_Nonnull held;
    int heldCount;
    /// Whether `{"child-pid": N}` is written to descriptor 3, which the command then doesn't get.
    bool isReported;
} ProcessRequest;

/// What the kernel refused, if it did.
typedef struct {
    char operation[28];
    int code;
} ProcessFailure;

/// Starts a command with default signals, no descriptors but the given ones, and a session and a session keyring of its
/// own, under a process of ours that ends whatever the command leaves behind.
///
/// That process is this program, executed anew, which becomes the supervisor before anything else of it runs: it has
/// nothing of the caller's memory. It ends everything on SIGTERM, which it also gets once the *thread* that called this
/// ends. This returns before it is known whether the command can be started: `process_await_start` tells.
/// - Parameter status: becomes the descriptor to ask that with.
/// - Returns: that process's id, or -1 and why in `failure`. It ends like the command, after everything else has.
pid_t process_start(
    const ProcessRequest *_Nonnull request, int *_Nonnull status, ProcessFailure *_Nonnull failure);

/// A failure of `operation` with `code`.
ProcessFailure process_failure(const char *_Nonnull operation, int code);

/// What was refused; empty when nothing was.
static inline const char *_Nonnull process_failed_operation(const ProcessFailure *_Nonnull failure) {
    return failure->operation;
}

/// Waits until a command was started.
/// - Returns: whether it was; if not, why is in `failure`, with ETIMEDOUT after so many milliseconds.
bool process_await_start(int status, int milliseconds, ProcessFailure *_Nonnull failure);

/// Waits until something can be read from a descriptor, or its other end is closed.
/// - Returns: `false` after so many milliseconds.
bool process_await_input(int descriptor, int milliseconds);

/// The size in bytes of the file that a descriptor is of; 0 when that can't be told.
int64_t process_file_size(int descriptor);

/// `pipe2(2)` with both ends closed on exec.
int process_pipe(int ends[_Nonnull 2]);

/// A file in memory, closed on exec.
int process_memory(void);

int process_descriptor(pid_t process);
int process_signal(int process_descriptor, int signal);

/// Sets RLIMIT_NPROC of another process.
/// - Parameter user: the process's, when that isn't the caller's; else 0. Everybody may do this to their own processes;
///   root, where it hasn't all of root's capabilities, not to others'.
int process_limit_count(pid_t process, uint64_t count, uid_t user);

/// How many sockets `process_listen_inside` makes at most.
#define PROCESS_LISTENING_MAXIMUM 16

/// Makes sockets that listen on 127.0.0.1 in the network of another process, such as a sandbox's that has no other
/// network. They stay there whoever accepts on them.
/// - Parameters:
///   - user: who made that network, when that isn't the caller; else 0.
///   - descriptors: become the sockets, one for each port, closed on exec.
/// - Returns: whether they were made; if not, why is in `failure`.
bool process_listen_inside(
    pid_t process, uid_t user, const uint16_t *_Nonnull ports, int count, int *_Nonnull descriptors,
    ProcessFailure *_Nonnull failure);

/// `write(2)` that answers EPIPE without a signal.
ssize_t process_write(int descriptor, const void *_Nonnull bytes, size_t count);

typedef struct {
    int64_t bytes;
    int64_t files;
    bool isHidden;
} DirectoryUsage;

/// Counts what is in directories without following a link or entering another file system.
/// - Parameters:
///   - directories: a NULL-terminated list of paths.
///   - file_limit: ends the count when there are more files.
///   - goes_on: is asked now and then, with `context`, whether to go on counting.
DirectoryUsage directory_usage(
    char *_Nullable const *_Nonnull directories, int64_t file_limit, bool (*_Nonnull goes_on)(const void *_Nonnull),
    const void *_Nonnull context);
