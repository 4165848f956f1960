#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Arguments for a new process that becomes the supervisor. Until it executes that, it shares the caller's memory while
/// the calling thread waits: a large server's memory is not copied.
typedef struct {
    const ProcessRequest *request;
    int status;
    int packed;
    char *arguments[3];
    char *environment[2];
} Start;

static int close_from(int first) {
    return (int)syscall(SYS_close_range, (unsigned)first, UINT_MAX, 0);
}

/// Moves the descriptors to their numbers: the command's, then `status`, the packed request, and the ones to hold.
/// Closes all others.
static int place_descriptors(const Start *start) {
    const ProcessRequest *request = start->request;
    const int count = request->descriptorCount + 2 + request->heldCount;
    int sources[count];
    for (int index = 0; index < count; index++) {
        const int past = index - request->descriptorCount;
        const int source = past < 0 ? request->descriptors[index]
            : past == 0             ? start->status
            : past == 1             ? start->packed
                                    : request->held[past - 2];
        // First to numbers above all of them: a source may have the number of another one's destination.
        sources[index] = fcntl(source, F_DUPFD, count);
        if (sources[index] < 0) return -1;
    }
    for (int index = 0; index < count; index++)
        if (dup2(sources[index], index) < 0) return -1;
    return close_from(count);
}

/// Runs in the new process.
static int become_supervisor(void *argument) {
    const Start *start = argument;
    // The original descriptor, to report a failure before the descriptors are in place.
    int status = start->status;
    if (place_descriptors(start) < 0) process_fail(status, "dup");
    execve("/proc/self/exe", start->arguments, start->environment);
    process_fail(start->request->descriptorCount, "execve of the supervisor");
}

ProcessFailure process_failure(const char *operation, int code) {
    ProcessFailure failure = {"", code};
    strncpy(failure.operation, operation, sizeof failure.operation - 1);
    return failure;
}

_Noreturn void process_fail(int status, const char *operation) {
    const ProcessFailure failure = process_failure(operation, errno);
    (void)!write(status, &failure, sizeof failure);
    _exit(127);
}

static bool give_up(ProcessFailure *failure, const char *operation, int code) {
    *failure = process_failure(operation, code);
    return false;
}

/// The service's LD_LIBRARY_PATH setting if it has one: the supervisor needs the same libraries.
static char *library_path(void) {
    for (char **variable = environ; *variable; variable++)
        if (strncmp(*variable, "LD_LIBRARY_PATH=", 16) == 0) return *variable;
    return NULL;
}

static pid_t start_supervisor(Start *start, ProcessFailure *failure) {
    const size_t size = 256 << 10;
    char *stack = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) {
        give_up(failure, "mmap", errno);
        return -1;
    }
    sigset_t all, before;
    sigfillset(&all);
    // The caller's signal handlers must not run in the new process.
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t process = clone(become_supervisor, stack + size, CLONE_VM | CLONE_VFORK | SIGCHLD, start);
    if (process < 0) give_up(failure, "clone", errno);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    munmap(stack, size);
    return process;
}

pid_t process_start(const ProcessRequest *request, int *status, ProcessFailure *failure) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) {
        give_up(failure, "pipe", errno);
        return -1;
    }
    char place[16] = "";
    *process_append_number(place, (unsigned)request->descriptorCount) = 0;
    Start start = {
        request, ends[1], process_pack(request, getpid()), {PROCESS_SUPERVISOR, place, NULL}, {library_path(), NULL}};
    pid_t process = -1;
    if (start.packed < 0) give_up(failure, "memfd_create", errno);
    else process = start_supervisor(&start, failure);
    if (start.packed >= 0) close(start.packed);
    close(ends[1]);
    if (process < 0) close(ends[0]);
    else *status = ends[0];
    return process;
}

bool process_await_input(int descriptor, int milliseconds) {
    struct pollfd input = {descriptor, POLLIN, 0};
    int count;
    do count = poll(&input, 1, milliseconds);
    while (count < 0 && errno == EINTR);
    return count != 0;
}

bool process_await_start(int status, int milliseconds, ProcessFailure *failure) {
    if (!process_await_input(status, milliseconds)) return give_up(failure, "start", ETIMEDOUT);
    ssize_t count;
    do count = read(status, failure, sizeof *failure);
    while (count < 0 && errno == EINTR);
    // The other end closes without a message once the command is executed.
    return count != sizeof *failure;
}

int64_t process_file_size(int descriptor) {
    struct stat file;
    return fstat(descriptor, &file) < 0 ? 0 : file.st_size;
}
