#pragma once

#include "cprocess.h"

// Between fork and exec of a program with threads, only async-signal-safe functions may be called: no malloc, no stdio.

/// Gives up, and tells why: `operation` failed with what `errno` is.
_Noreturn void process_fail(int status, const char *operation);

/// Becomes the user, in mounts of its own where the user's paths are shown.
/// - Returns: NULL, or what failed.
const char *process_become(const ProcessUser *user);

/// Starts the command and watches over it, in the process that is to do so. `status` is where a failure is reported,
/// and `held` the first of the descriptors that are kept open; no others follow.
_Noreturn void process_supervise(const ProcessRequest *request, int status, int held);

/// Becomes the requested command, or reports to `status` why not.
_Noreturn void process_execute(const ProcessRequest *request, int status);

/// Appends a number's digits to `text`, and returns what follows them.
char *process_append_number(char *text, unsigned number);
