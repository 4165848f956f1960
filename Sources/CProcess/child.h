#pragma once

#include "cprocess.h"

// Functions that run in a new process before the command does. They may call only async-signal-safe functions: no
// malloc, no stdio.

/// Exits after reporting that `operation` failed with the current `errno`.
_Noreturn void process_fail(int status, const char *operation);

/// Switches this process to the user, in a mount namespace of its own where the user's paths are mounted.
/// - Returns: NULL, or the name of the operation that failed.
const char *process_become(const ProcessUser *user);

/// Starts the command and supervises it; runs in the supervisor. Failures are reported to `status`. `held` is the first
/// of the descriptors to keep open; there are no others after these.
_Noreturn void process_supervise(const ProcessRequest *request, int status, int held);

/// Name (`argv[0]`) of the supervisor, which distinguishes it from the service: both are the same program.
#define PROCESS_SUPERVISOR "lodestone-supervisor"

/// Serializes a request for the supervisor, without its descriptors.
/// - Returns: a file in memory, or -1.
int process_pack(const ProcessRequest *request, pid_t parent);

/// Reads a request written by `process_pack`. The memory that the request points to is never freed.
/// - Returns: NULL, or the name of the operation that failed.
const char *process_unpack(int file, ProcessRequest *request, pid_t *parent);

/// Appends a number in decimal to `text`; returns a pointer to the position after it.
char *process_append_number(char *text, unsigned number);
