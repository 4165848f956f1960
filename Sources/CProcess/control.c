#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int process_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC);
}

int process_memory(void) {
    return memfd_create("lodestone", MFD_CLOEXEC);
}

int process_descriptor(pid_t process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}

int process_signal(int process_descriptor, int signal) {
    return (int)syscall(SYS_pidfd_send_signal, process_descriptor, signal, NULL, 0);
}

/// Calls the system calls directly: unlike the library's functions they change only the calling thread. Only the real
/// user and group change, not the privileges.
static int be_user(uid_t user, gid_t group) {
    const int same = -1;
    if (syscall(SYS_setresgid, group, same, same) < 0) return -1;
    return (int)syscall(SYS_setresuid, user, same, same);
}

int process_limit_count(pid_t process, uint64_t count, uid_t user) {
    const struct rlimit limit = {count, count};
    if (user == 0) return prlimit(process, RLIMIT_NPROC, &limit, NULL);
    const uid_t own = getuid();
    const gid_t own_group = getgid();
    int result = be_user(user, user);
    if (result == 0) result = prlimit(process, RLIMIT_NPROC, &limit, NULL);
    int error = errno;
    if (be_user(own, own_group) < 0) abort();
    errno = error;
    return result;
}

ssize_t process_write(int descriptor, const void *bytes, size_t count) {
    sigset_t pipe, before;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    ssize_t written = write(descriptor, bytes, count);
    int error = errno;
    if (written < 0 && error == EPIPE) {
        const struct timespec now = {0, 0};
        sigtimedwait(&pipe, NULL, &now);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return written;
}
