#pragma once

#include "cprocess.h"

// What runs in a new process of ours before the command does. Only async-signal-safe functions may be called here: no
// malloc, no stdio.

/// Gives up, and tells why: `operation` failed with what `errno` is.
_Noreturn void process_fail(int status, const char *operation);

/// Becomes the user, in mounts of its own where the user's paths are shown.
/// - Returns: NULL, or what failed.
const char *process_become(const ProcessUser *user);

/// Starts the command and watches over it, in the process that is to do so. `status` is where a failure is reported,
/// and `held` the first of the descriptors that are kept open; no others follow.
_Noreturn void process_supervise(const ProcessRequest *request, int status, int held);

/// What the executed supervisor has as its name, which it is told from the service by.
#define PROCESS_SUPERVISOR "lodestone-supervisor"

/// Writes a request so that another program can read it, without its descriptors.
/// - Returns: a file in memory, or -1.
int process_pack(const ProcessRequest *request, pid_t parent);

/// Reads what `process_pack` wrote. What the request points to stays until the process ends.
/// - Returns: NULL, or what failed.
const char *process_unpack(int file, ProcessRequest *request, pid_t *parent);

/// Appends a number's digits to `text`, and returns what follows them.
char *process_append_number(char *text, unsigned number);
