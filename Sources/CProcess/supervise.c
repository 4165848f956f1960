#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const int report = 3;

char *process_append_number(char *text, unsigned number) {
    if (number >= 10) text = process_append_number(text, number / 10);
    *text = (char)('0' + number % 10);
    return text + 1;
}

static void append_children_path(char *path, unsigned self) {
    strcpy(path, "/proc/self/task/");
    strcpy(process_append_number(path + strlen(path), self), "/children");
}

static void write_report(pid_t process) {
    char text[64] = "{\"child-pid\": ";
    char *end = process_append_number(text + strlen(text), (unsigned)process);
    *end++ = '}';
    (void)!write(report, text, (size_t)(end - text));
    close(report);
}

/// Kills the current children; their own children then become this process's.
/// - Returns: how many there were, or -1 when the kernel does not list them.
static int end_children(void) {
    char path[64], text[4096];
    append_children_path(path, (unsigned)getpid());
    int list = open(path, O_RDONLY | O_CLOEXEC);
    if (list < 0) return -1;
    int count = 0;
    pid_t number = 0;
    for (ssize_t length; (length = read(list, text, sizeof text)) > 0;) {
        for (ssize_t index = 0; index < length; index++) {
            if (text[index] != ' ') {
                number = number * 10 + (text[index] - '0');
            } else {
                kill(number, SIGKILL);
                number = 0;
                count++;
            }
        }
    }
    close(list);
    return count;
}

/// Returns when no process is left; `status` is set to the main one's exit status.
static void end_everything(pid_t main, int *status) {
    for (;;) {
        int count = end_children();
        if (count < 0) kill(-main, SIGKILL);
        int ended;
        // If no process was killed there is none to wait for, except one that became a child just now.
        pid_t process = waitpid(-1, &ended, count == 0 ? WNOHANG : 0);
        if (process < 0 && errno == ECHILD) return;
        if (process == main) *status = ended;
        if (process == 0) sched_yield();
    }
}

static _Noreturn void end_like(int status) {
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

static _Noreturn void execute(const ProcessRequest *request, int status) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (chdir(request->directory) < 0) process_fail(status, "chdir");
    execve(request->path, request->arguments, request->environment);
    process_fail(status, "execve");
}

static pid_t start_main(const ProcessRequest *request, int status) {
    pid_t supervisor = getpid();
    pid_t main = fork();
    if (main != 0) return main;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != supervisor) _exit(1);
    if (request->isReported) close(report);
    setsid();
    execute(request, status);
}

/// Closes these descriptors, so that this process delays neither the end of the command's output nor the start.
static void close_all_before(int held) {
    syscall(SYS_close_range, 0U, (unsigned)held - 1, 0);
}

void process_supervise(const ProcessRequest *request, int status, int held) {
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGCHLD);
    sigaddset(&awaited, SIGTERM);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    pid_t main = start_main(request, status);
    if (main < 0) process_fail(status, "fork");
    prctl(PR_SET_NAME, "sandbox");
    if (request->isReported) write_report(main);
    close_all_before(held);
    for (;;) {
        int ended = SIGKILL;
        bool isOver = sigwaitinfo(&awaited, NULL) == SIGTERM;
        for (pid_t process; (process = waitpid(-1, &ended, WNOHANG)) > 0;) {
            if (process != main) continue;
            int ignored;
            end_everything(main, &ignored);
            end_like(ended);
        }
        if (!isOver) continue;
        ended = SIGKILL;
        kill(-main, SIGKILL);
        end_everything(main, &ended);
        end_like(ended);
    }
}
