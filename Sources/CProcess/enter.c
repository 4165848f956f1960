#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/keyctl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// The entry point of the supervisor, which is this same program under another name.

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
    // When memory runs out, the kernel should kill this process, not the server.
    int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (score >= 0) {
        (void)!write(score, "500", 3);
        close(score);
    }
}

/// Leaves the server's session keyring, which can hold keys such as those of an encrypted directory or of Kerberos. If
/// the kernel has no keyrings, or a container forbids them to this process, the command has no access to them either.
static bool leave_keyring(void) {
    return syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, NULL) >= 0 || errno == ENOSYS || errno == EPERM;
}

/// - Parameter status: the descriptor after the command's; the packed request comes next, then the ones to hold.
static _Noreturn void supervise(int status) {
    fcntl(status, F_SETFD, FD_CLOEXEC);
    prctl(PR_SET_DUMPABLE, 0);
    ProcessRequest request;
    pid_t parent;
    const char *failure = process_unpack(status + 1, &request, &parent);
    if (failure) process_fail(status, failure);
    close(status + 1);
    const int held = status + 2;
    for (int index = 0; index < request.heldCount; index++) fcntl(held + index, F_SETFD, FD_CLOEXEC);
    reset_signals();
    setsid();
    set_limits(&request);
    if (request.user.number != 0) {
        failure = process_become(&request.user);
        if (failure) process_fail(status, failure);
    }
    // Not earlier: the keyring belongs to the new user.
    if (!leave_keyring()) process_fail(status, "keyctl");
    // Not earlier: changing the user resets this setting.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);
    process_supervise(&request, status, held);
}

/// Becomes the supervisor if the program was started under its name. Runs before everything else in the program, so
/// that no part of the service starts and the memory of its libraries is not touched.
static void enter(int count, char **arguments, char **environment) {
    (void)environment;
    if (count != 2 || strcmp(arguments[0], PROCESS_SUPERVISOR) != 0) return;
    supervise(atoi(arguments[1]));
}

__attribute__((section(".preinit_array"), used)) static void (*entrance)(int, char **, char **) = enter;
