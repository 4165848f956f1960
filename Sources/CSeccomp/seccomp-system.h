#include <seccomp.h>

// Headers with further constants that the rules use.
#include <linux/netlink.h>
#include <linux/sched.h>
#include <sys/ptrace.h>
