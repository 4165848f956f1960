#include <seccomp.h>

// What the rules name besides.
#include <linux/netlink.h>
#include <linux/sched.h>
#include <sys/ptrace.h>
