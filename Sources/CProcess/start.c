#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int close_from(int first) {
    return (int)syscall(SYS_close_range, (unsigned)first, UINT_MAX, 0);
}

/// Puts the descriptors in their places, `status` right after them and what is to be held after that, and closes every
/// other.
/// - Returns: where `status` is now, or -1.
static int place_descriptors(const ProcessRequest *request, int status) {
    const int above = request->descriptorCount + 2;
    int sources[request->descriptorCount];
    // Out of the way first: a source may stand where another belongs.
    for (int index = 0; index < request->descriptorCount; index++) {
        sources[index] = fcntl(request->descriptors[index], F_DUPFD, above);
        if (sources[index] < 0) return -1;
    }
    int moved = fcntl(status, F_DUPFD, above);
    if (moved < 0) return -1;
    int held = request->held < 0 ? -1 : fcntl(request->held, F_DUPFD, above);
    for (int index = 0; index < request->descriptorCount; index++)
        if (dup2(sources[index], index) < 0) return -1;
    int placed = dup3(moved, request->descriptorCount, O_CLOEXEC);
    if (placed < 0) return -1;
    if (request->held >= 0 && dup3(held, placed + 1, O_CLOEXEC) < 0) return -1;
    return close_from(placed + (request->held < 0 ? 1 : 2)) < 0 ? -1 : placed;
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
    process_supervise(request, placed, request->held < 0 ? -1 : placed + 1);
}

/// - Returns: whether the child became what it should.
static bool has_started(int status, ProcessFailure *failure) {
    ssize_t count;
    do count = read(status, failure, sizeof *failure);
    while (count < 0 && errno == EINTR);
    return count != sizeof *failure;
}

static pid_t give_up(ProcessFailure *failure, const char *operation) {
    *failure = (ProcessFailure){operation, errno};
    return -1;
}

pid_t process_start(const ProcessRequest *request, ProcessFailure *failure) {
    int status[2];
    if (pipe2(status, O_CLOEXEC) < 0) return give_up(failure, "pipe");
    sigset_t all, before;
    sigfillset(&all);
    // A handler of ours must not run in the child.
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    pid_t process = fork();
    if (process == 0) become_child(request, parent, status[1]);
    if (process < 0) give_up(failure, "fork");
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(status[1]);
    if (process > 0 && !has_started(status[0], failure)) {
        waitpid(process, NULL, 0);
        process = -1;
    }
    close(status[0]);
    return process;
}
