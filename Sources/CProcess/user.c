#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Direct system calls: older libraries lack some of them, and the functions that change the user apply to all threads.

static int open_file_of(pid_t process, const char *name, int flags) {
    char path[64];
    stpcpy(process_append_number(stpcpy(path, "/proc/"), (unsigned)process), name);
    return open(path, flags | O_CLOEXEC);
}

static int write_map(pid_t process, const char *name, unsigned inside, unsigned outside) {
    char text[64];
    char *end = process_append_number(stpcpy(process_append_number(text, inside), " "), outside);
    end = stpcpy(end, " 1");
    int file = open_file_of(process, name, O_WRONLY);
    if (file < 0) return -1;
    ssize_t written = write(file, text, (size_t)(end - text));
    close(file);
    return written < 0 ? -1 : 0;
}

/// A user namespace that maps the owner to the user: the form in which mounts accept a mapping.
static int open_mapping(const struct stat *owner, uid_t user) {
    pid_t holder = (pid_t)syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, NULL, NULL, NULL, NULL);
    if (holder < 0) return -1;
    if (holder == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;) pause();
    }
    int mapping = -1;
    if (write_map(holder, "/uid_map", owner->st_uid, user) == 0
        && write_map(holder, "/gid_map", owner->st_gid, user) == 0)
        mapping = open_file_of(holder, "/ns/user", O_RDONLY);
    int error = errno;
    kill(holder, SIGKILL);
    waitpid(holder, NULL, 0);
    errno = error;
    return mapping;
}

/// Makes the owner's files belong to the user in a mount (mount_setattr(2), "ID-mapped mounts").
static const char *hand_over(int tree, const struct stat *owner, uid_t user) {
    if (owner->st_uid == user) return NULL;
    int mapping = open_mapping(owner, user);
    if (mapping < 0) return "clone";
    struct mount_attr attributes;
    memset(&attributes, 0, sizeof attributes);
    attributes.attr_set = MOUNT_ATTR_IDMAP;
    attributes.userns_fd = (uint64_t)mapping;
    long result = syscall(SYS_mount_setattr, tree, "", AT_EMPTY_PATH, &attributes, sizeof attributes);
    int error = errno;
    close(mapping);
    errno = error;
    return result < 0 ? "mount_setattr" : NULL;
}

/// Attaches a mount at its path below PROCESS_STAGE.
static const char *show(int tree, unsigned place, const ProcessUser *user, bool isOwned) {
    struct stat owner;
    if (fstat(tree, &owner) < 0) return "stat";
    const char *failure = hand_over(tree, &owner, user->number);
    if (failure && isOwned) return failure;
    char path[64];
    *process_append_number(stpcpy(path, PROCESS_STAGE "/"), place) = 0;
    if (S_ISDIR(owner.st_mode) ? mkdir(path, 0700) < 0 : mknod(path, S_IFREG | 0600, 0) < 0) return "mkdir";
    if (syscall(SYS_move_mount, tree, "", AT_FDCWD, path, MOVE_MOUNT_F_EMPTY_PATH) < 0) return "move_mount";
    return NULL;
}

static const char *show_all(const ProcessUser *user) {
    int count = 0;
    while (user->paths[count]) count++;
    int trees[count + 1];
    // All of them before PROCESS_STAGE is mounted, which may hide some.
    for (int index = 0; index < count; index++) {
        trees[index] = (int)syscall(
            SYS_open_tree, AT_FDCWD, user->paths[index], OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
        if (trees[index] < 0) return "open_tree";
    }
    const unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
    if (syscall(SYS_mount, "tmpfs", PROCESS_STAGE, "tmpfs", flags, "mode=755,size=1m") < 0) return "mount";
    for (int index = 0; index < count; index++) {
        const char *failure = show(trees[index], (unsigned)index, user, index < user->ownedCount);
        if (failure) return failure;
        close(trees[index]);
    }
    return NULL;
}

const char *process_become(const ProcessUser *user) {
    if (unshare(CLONE_NEWNS) < 0) return "unshare";
    if (syscall(SYS_mount, NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0) return "mount";
    const char *failure = show_all(user);
    if (failure) return failure;
    // Opening /dev/stdout opens the pipe anew, which only its owner may do.
    for (int descriptor = 0; descriptor < 3; descriptor++)
        if (fchown(descriptor, user->number, user->number) < 0) return "fchown";
    if (syscall(SYS_setgroups, 0, NULL) < 0) return "setgroups";
    if (syscall(SYS_setresgid, user->number, user->number, user->number) < 0) return "setresgid";
    if (syscall(SYS_setresuid, user->number, user->number, user->number) < 0) return "setresuid";
    return NULL;
}
