#define _GNU_SOURCE
#include "child.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/nsfs.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// A socket belongs to the network namespace in which it was created, whichever process holds it. So a short-lived
// process enters the namespace, creates the sockets, and passes them to the caller.

/// Enters the network namespace of a process. First enters the user namespace that owns it, in which its creator has
/// all capabilities.
static const char *enter_network(pid_t process) {
    char path[64];
    stpcpy(process_append_number(stpcpy(path, "/proc/"), (unsigned)process), "/ns/net");
    int network = open(path, O_RDONLY | O_CLOEXEC);
    if (network < 0) return "open of the network";
    int owner = ioctl(network, NS_GET_USERNS);
    if (owner < 0) return "NS_GET_USERNS";
    if (setns(owner, CLONE_NEWUSER) < 0) return "setns to the user's";
    if (setns(network, CLONE_NEWNET) < 0) return "setns to the network";
    return NULL;
}

static const char *listen_at(uint16_t port, int *descriptor) {
    *descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (*descriptor < 0) return "socket";
    const struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(*descriptor, (const struct sockaddr *)&address, sizeof address) < 0) return "bind";
    return listen(*descriptor, 128) < 0 ? "listen" : NULL;
}

static const char *make_all(pid_t process, uid_t user, const uint16_t *ports, int count, int *descriptors) {
    // Direct system calls: the library's functions change the user of all threads, but only one of them exists here.
    if (user != 0 && syscall(SYS_setresgid, user, user, user) < 0) return "setresgid";
    if (user != 0 && syscall(SYS_setresuid, user, user, user) < 0) return "setresuid";
    const char *failure = enter_network(process);
    for (int index = 0; !failure && index < count; index++) failure = listen_at(ports[index], &descriptors[index]);
    return failure;
}

static struct msghdr message(struct iovec *content, void *control, size_t length) {
    return (struct msghdr){.msg_iov = content, .msg_iovlen = 1, .msg_control = control, .msg_controllen = length};
}

static _Noreturn void answer(int channel, pid_t process, uid_t user, const uint16_t *ports, int count) {
    int descriptors[PROCESS_LISTENING_MAXIMUM];
    const char *operation = make_all(process, user, ports, count, descriptors);
    // On success, the descriptors are sent with the message.
    ProcessFailure failure = process_failure(operation ? operation : "", operation ? errno : 0);
    struct iovec content = {&failure, sizeof failure};
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof descriptors)] = {0};
    const size_t bytes = sizeof(int) * (size_t)count;
    struct msghdr header = message(&content, operation ? NULL : control, operation ? 0 : CMSG_SPACE(bytes));
    if (!operation) {
        struct cmsghdr *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(bytes);
        memcpy(CMSG_DATA(rights), descriptors, bytes);
    }
    _exit(sendmsg(channel, &header, MSG_NOSIGNAL) < 0);
}

/// - Returns: whether the descriptors were received.
static bool take(int channel, int count, int *descriptors, ProcessFailure *failure) {
    struct iovec content = {failure, sizeof *failure};
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int) * PROCESS_LISTENING_MAXIMUM)];
    struct msghdr header = message(&content, control, sizeof control);
    ssize_t length;
    do length = recvmsg(channel, &header, MSG_CMSG_CLOEXEC);
    while (length < 0 && errno == EINTR);
    if (length != sizeof *failure) {
        *failure = process_failure("recvmsg", length < 0 ? errno : EPIPE);
        return false;
    }
    const struct cmsghdr *rights = CMSG_FIRSTHDR(&header);
    const size_t bytes = sizeof(int) * (size_t)count;
    if (failure->code != 0 || !rights || rights->cmsg_len != CMSG_LEN(bytes)) return false;
    memcpy(descriptors, CMSG_DATA(rights), bytes);
    return true;
}

bool process_listen_inside(
    pid_t process, uid_t user, const uint16_t *ports, int count, int *descriptors, ProcessFailure *failure) {
    int ends[2];
    if (count < 1 || count > PROCESS_LISTENING_MAXIMUM) {
        *failure = process_failure("listen", EINVAL);
        return false;
    }
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) {
        *failure = process_failure("socketpair", errno);
        return false;
    }
    sigset_t all, before;
    sigfillset(&all);
    // The caller's signal handlers must not run in the new process.
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = fork();
    if (child == 0) answer(ends[1], process, user, ports, count);
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(ends[1]);
    bool result = child > 0 && take(ends[0], count, descriptors, failure);
    if (child < 0) *failure = process_failure("fork", error);
    close(ends[0]);
    while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
    return result;
}
