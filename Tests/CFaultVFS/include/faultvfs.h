// A file system for SQLite, for tests: it stands before the system's own and can lose what was not synced, or fail.
#ifndef FAULTVFS_H
#define FAULTVFS_H

#include <stdint.h>

// The operations that can fail.
enum fault_kind {
    FAULT_READ = 1,
    FAULT_WRITE = 2,
    FAULT_SYNC = 4,
    FAULT_OPEN = 8,
    FAULT_TRUNCATE = 16,
    FAULT_FULL = 32, // with FAULT_WRITE: the disk is full
    FAULT_LASTS = 64, // every later operation of the kind fails too
    FAULT_QUOTA = 128 // with FAULT_WRITE: the process's user may take no more of the disk
};

// Registers the file system as the default one. Files outside the directories that are followed go straight through.
int fault_register(void);

// Follows the files of a directory from now on; what they hold counts as synced. Returns a handle, or -1 when too many
// directories are followed.
int fault_follow(const char *directory);

// Lets the n-th operation of these kinds from now on fail, counted from 1; 0 lets none fail.
void fault_fail(int handle, int kinds, int64_t n);

// Switches the power off at the n-th write, sync, truncation or deletion from now on; 0 switches it on again.
void fault_cut(int handle, int64_t n);

// How many operations failed, and how many there were that a cut could have been at.
int64_t fault_failures(int handle);
int64_t fault_operations(int handle);

// How many of its files are open.
int fault_open_files(int handle);

// Writes to another directory what a disk may hold now: what was synced, and of the rest each sector or not, as the seed
// has it. Returns 0 when it could.
int fault_survivors(int handle, const char *directory, uint64_t seed);

// Follows the directory no more and forgets all about it. Its files must be closed.
void fault_forget(int handle);

#endif
