#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int close_from(int first) {
    return (int)syscall(SYS_close_range, (unsigned)first, UINT_MAX, 0);
}

/// Puts the descriptors in their places, `status` right after them and those to be held after that, and closes every
/// other.
/// - Returns: where `status` is now, or -1.
static int place_descriptors(const ProcessRequest *request, int status) {
    const int above = request->descriptorCount + 1 + request->heldCount;
    int sources[request->descriptorCount];
    int held[request->heldCount + 1];
    // Out of the way first: a source may stand where another belongs.
    for (int index = 0; index < request->descriptorCount; index++) {
        sources[index] = fcntl(request->descriptors[index], F_DUPFD, above);
        if (sources[index] < 0) return -1;
    }
    int moved = fcntl(status, F_DUPFD, above);
    if (moved < 0) return -1;
    for (int index = 0; index < request->heldCount; index++) {
        held[index] = fcntl(request->held[index], F_DUPFD, above);
        if (held[index] < 0) return -1;
    }
    for (int index = 0; index < request->descriptorCount; index++)
        if (dup2(sources[index], index) < 0) return -1;
    int placed = dup3(moved, request->descriptorCount, O_CLOEXEC);
    if (placed < 0) return -1;
    for (int index = 0; index < request->heldCount; index++)
        if (dup3(held[index], placed + 1 + index, O_CLOEXEC) < 0) return -1;
    return close_from(placed + 1 + request->heldCount) < 0 ? -1 : placed;
}

static void reset_signals(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; number++) sigaction(number, &action, NULL);
}

static void set_limits(const ProcessRequest *request) {
    const struct rlimit file_size = {request->fileSize, request->fileSize};
    const struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_FSIZE, &file_size);
    setrlimit(RLIMIT_CORE, &no_core);
    setpriority(PRIO_PROCESS, 0, request->niceness);
    // When memory runs out the kernel is to end this, not the server.
    int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (score >= 0) {
        (void)!write(score, "500", 3);
        close(score);
    }
}

_Noreturn void process_fail(int status, const char *operation) {
    // The text is at the same place in the process that forked this one.
    const ProcessFailure failure = {operation, errno};
    (void)!write(status, &failure, sizeof failure);
    _exit(127);
}

_Noreturn void process_execute(const ProcessRequest *request, int status) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (chdir(request->directory) < 0) process_fail(status, "chdir");
    execve(request->path, request->arguments, request->environment);
    process_fail(status, "execve");
}

static _Noreturn void become_child(const ProcessRequest *request, pid_t parent, int status) {
    int placed = place_descriptors(request, status);
    if (placed < 0) process_fail(status, "dup");
    reset_signals();
    setsid();
    set_limits(request);
    if (request->user.number != 0) {
        const char *failure = process_become(&request->user);
        if (failure) process_fail(placed, failure);
    }
    // Not earlier: with the user the kernel changes this too.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);
    process_supervise(request, placed, placed + 1);
}

static bool give_up(ProcessFailure *failure, const char *operation, int code) {
    *failure = (ProcessFailure){operation, code};
    return false;
}

pid_t process_start(const ProcessRequest *request, int *status, ProcessFailure *failure) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) {
        give_up(failure, "pipe", errno);
        return -1;
    }
    sigset_t all, before;
    sigfillset(&all);
    // A handler of ours must not run in the child.
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    pid_t process = fork();
    if (process == 0) become_child(request, parent, ends[1]);
    if (process < 0) give_up(failure, "fork", errno);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
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
    // The child's end is closed once it became what it should.
    return count != sizeof *failure;
}

int64_t process_file_size(int descriptor) {
    struct stat file;
    return fstat(descriptor, &file) < 0 ? 0 : file.st_size;
}
