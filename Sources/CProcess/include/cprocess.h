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
    /// The caller's descriptors that become 0, 1, 2 and so on; the child has no other.
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
    const char *_Nullable operation;
    int code;
} ProcessFailure;

/// Starts a command with default signals and no descriptors but the given ones, in a session of its own, under a process
/// of ours that ends whatever the command leaves behind.
///
/// That process ends everything on SIGTERM, which it also gets once the *thread* that called this ends. This returns
/// before it is known whether the command can be started: `process_await_start` tells.
/// - Parameter status: becomes the descriptor to ask that with.
/// - Returns: that process's id, or -1 and why in `failure`. It ends like the command, after everything else has.
pid_t process_start(
    const ProcessRequest *_Nonnull request, int *_Nonnull status, ProcessFailure *_Nonnull failure);

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
