// See faultvfs.h. The files themselves are real ones, as the running process sees them. Beside each stands what a disk
// is sure to hold: the bytes as of the last sync, and the changes since.
#include "faultvfs.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_NODES 8
#define MAX_WORLDS 16
#define SECTOR 512

// A change that has not been synced: bytes written at an offset, or a truncation, which has none.
struct change {
    struct change *next;
    int64_t offset;
    int64_t length; // -1 for a truncation
    unsigned char bytes[];
};

struct node {
    char *path; // NULL while unused
    unsigned char *synced;
    int64_t synced_length;
    struct change *first, **last;
    int exists;         // for the process
    int is_name_synced; // whether its directory was synced since it was made
    int is_removal_unsynced;
};

struct world {
    char *directory; // NULL while unused
    struct node nodes[MAX_NODES];
    int fail_kinds, is_off, open_files;
    int64_t fail_in, cut_in, failures, operations;
};

struct file {
    sqlite3_file base;
    struct world *world;
    struct node *node; // NULL for a file without a name
    sqlite3_file *inner;
    int last_errno; // of a write that failed for want of room; 0 for none
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct world worlds[MAX_WORLDS];
static sqlite3_vfs *system_vfs;
static sqlite3_vfs fault_vfs;

static sqlite3_file *inner(sqlite3_file *file) { return ((struct file *)file)->inner; }

static void forget_changes(struct node *node) {
    for (struct change *change = node->first, *next; change; change = next) {
        next = change->next;
        free(change);
    }
    node->first = NULL;
    node->last = &node->first;
}

static void forget_node(struct node *node) {
    forget_changes(node);
    free(node->path);
    free(node->synced);
    memset(node, 0, sizeof *node);
    node->last = &node->first;
}

static void resize(unsigned char **bytes, int64_t *length, int64_t wanted) {
    if (wanted > *length) {
        *bytes = realloc(*bytes, (size_t)wanted);
        memset(*bytes + *length, 0, (size_t)(wanted - *length));
    }
    *length = wanted;
}

static void add_change(struct node *node, int64_t offset, int64_t length, const void *bytes) {
    struct change *change = malloc(sizeof *change + (size_t)(length > 0 ? length : 0));
    change->next = NULL;
    change->offset = offset;
    change->length = length;
    if (length > 0) memcpy(change->bytes, bytes, (size_t)length);
    *node->last = change;
    node->last = &change->next;
}

static void sync_node(struct world *world, struct node *node) {
    for (struct change *change = node->first; change; change = change->next) {
        if (change->length < 0) {
            resize(&node->synced, &node->synced_length, change->offset);
            continue;
        }
        if (change->offset + change->length > node->synced_length)
            resize(&node->synced, &node->synced_length, change->offset + change->length);
        memcpy(node->synced + change->offset, change->bytes, (size_t)change->length);
    }
    forget_changes(node);
    // SQLite syncs the directory too when it first syncs a journal or a write-ahead log that it made.
    if (!node->is_name_synced && !strstr(node->path, "-wal") && !strstr(node->path, "-journal")) return;
    for (int i = 0; i < MAX_NODES; i++) {
        world->nodes[i].is_name_synced = world->nodes[i].exists;
        world->nodes[i].is_removal_unsynced = 0;
    }
}

static struct world *world_of(const char *path) {
    if (!path) return NULL;
    for (int i = 0; i < MAX_WORLDS; i++) {
        if (!worlds[i].directory) continue;
        size_t length = strlen(worlds[i].directory);
        if (!strncmp(path, worlds[i].directory, length) && path[length] == '/') return &worlds[i];
    }
    return NULL;
}

static struct node *node_of(struct world *world, const char *path) {
    struct node *unused = NULL;
    for (int i = 0; i < MAX_NODES; i++) {
        if (!world->nodes[i].path) {
            if (!unused) unused = &world->nodes[i];
        } else if (!strcmp(world->nodes[i].path, path)) {
            return &world->nodes[i];
        }
    }
    if (unused) {
        unused->path = strdup(path);
        unused->last = &unused->first;
    }
    return unused;
}

// Whether an operation of this kind is to fail now. The lock is held.
static int fails(struct world *world, int kind) {
    if (!(world->fail_kinds & kind) || world->fail_in == 0) return 0;
    if (world->fail_in > 1) {
        world->fail_in--;
        return 0;
    }
    if (!(world->fail_kinds & FAULT_LASTS)) world->fail_in = 0;
    world->failures++;
    return 1;
}

// Whether there is no power for a change. The lock is held.
static int is_off(struct world *world) {
    world->operations++;
    if (world->cut_in > 0 && --world->cut_in == 0) world->is_off = 1;
    return world->is_off;
}

static int file_close(sqlite3_file *file) {
    pthread_mutex_lock(&lock);
    ((struct file *)file)->world->open_files--;
    pthread_mutex_unlock(&lock);
    return inner(file)->pMethods->xClose(inner(file));
}

static int file_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset) {
    struct world *world = ((struct file *)file)->world;
    pthread_mutex_lock(&lock);
    int fault = fails(world, FAULT_READ);
    pthread_mutex_unlock(&lock);
    return fault ? SQLITE_IOERR_READ : inner(file)->pMethods->xRead(inner(file), bytes, length, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
    struct world *world = ((struct file *)file)->world;
    struct node *node = ((struct file *)file)->node;
    pthread_mutex_lock(&lock);
    int result = SQLITE_OK;
    if (world->is_off) {
        result = SQLITE_IOERR_WRITE;
    } else if (fails(world, FAULT_WRITE)) {
        // Half of it was written, as a disk that fails or fills up may do.
        int half = length / 2;
        inner(file)->pMethods->xWrite(inner(file), bytes, half, offset);
        if (node) add_change(node, offset, half, bytes);
        result = world->fail_kinds & FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    } else {
        result = inner(file)->pMethods->xWrite(inner(file), bytes, length, offset);
        if (result == SQLITE_OK && node) add_change(node, offset, length, bytes);
        // At a cut it is under way: each of its sectors may reach the disk or not.
        if (node && is_off(world)) result = SQLITE_IOERR_WRITE;
    }
    if (result == SQLITE_IOERR_WRITE && world->fail_kinds & FAULT_QUOTA) ((struct file *)file)->last_errno = EDQUOT;
    pthread_mutex_unlock(&lock);
    return result;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 length) {
    struct world *world = ((struct file *)file)->world;
    struct node *node = ((struct file *)file)->node;
    pthread_mutex_lock(&lock);
    int result = SQLITE_OK;
    if (world->is_off || fails(world, FAULT_TRUNCATE)) {
        result = SQLITE_IOERR_TRUNCATE;
    } else {
        result = inner(file)->pMethods->xTruncate(inner(file), length);
        if (result == SQLITE_OK && node) add_change(node, length, -1, NULL);
        if (node && is_off(world)) result = SQLITE_IOERR_TRUNCATE;
    }
    pthread_mutex_unlock(&lock);
    return result;
}

static int file_sync(sqlite3_file *file, int flags) {
    struct world *world = ((struct file *)file)->world;
    struct node *node = ((struct file *)file)->node;
    (void)flags;
    pthread_mutex_lock(&lock);
    int result = SQLITE_OK;
    if (world->is_off || (node && is_off(world))) {
        result = SQLITE_IOERR_FSYNC;
    } else if (fails(world, FAULT_SYNC)) {
        // The kernel drops what it couldn't write and calls it clean: a later sync finds nothing to do.
        if (node) forget_changes(node);
        result = SQLITE_IOERR_FSYNC;
    } else if (node) {
        sync_node(world, node);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}

static int file_lock(sqlite3_file *file, int level) { return inner(file)->pMethods->xLock(inner(file), level); }

static int file_unlock(sqlite3_file *file, int level) { return inner(file)->pMethods->xUnlock(inner(file), level); }

static int file_check(sqlite3_file *file, int *result) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), result);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    if (operation == SQLITE_FCNTL_LAST_ERRNO && ((struct file *)file)->last_errno) {
        *(int *)argument = ((struct file *)file)->last_errno;
        return SQLITE_OK;
    }
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}

static int file_sector(sqlite3_file *file) { return inner(file)->pMethods->xSectorSize(inner(file)); }

static int file_characteristics(sqlite3_file *file) {
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}

static int file_map(sqlite3_file *file, int page, int size, int extends, void volatile **memory) {
    return inner(file)->pMethods->xShmMap(inner(file), page, size, extends, memory);
}

static int file_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}

static void file_barrier(sqlite3_file *file) { inner(file)->pMethods->xShmBarrier(inner(file)); }

static int file_unmap(sqlite3_file *file, int deletes) {
    return inner(file)->pMethods->xShmUnmap(inner(file), deletes);
}

// Of the second version, without memory-mapped reading and writing.
static const sqlite3_io_methods methods = {
    2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock, file_check,
    file_control, file_sector, file_characteristics, file_map, file_shm_lock, file_barrier, file_unmap, NULL, NULL,
};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    pthread_mutex_lock(&lock);
    struct world *world = world_of(name);
    int fault = world && (world->is_off || fails(world, FAULT_OPEN));
    pthread_mutex_unlock(&lock);
    if (!world) return system_vfs->xOpen(system_vfs, name, file, flags, out);
    struct file *wrapper = (struct file *)file;
    memset(wrapper, 0, sizeof *wrapper);
    if (fault) return SQLITE_CANTOPEN;
    wrapper->inner = (sqlite3_file *)(wrapper + 1);
    wrapper->world = world;
    int result = system_vfs->xOpen(system_vfs, name, wrapper->inner, flags, out);
    if (result != SQLITE_OK) return result;
    pthread_mutex_lock(&lock);
    struct node *node = node_of(world, name);
    if (node && !node->exists) {
        // Where another file of that name was removed, that is done before this one is made.
        forget_changes(node);
        node->synced_length = 0;
        node->exists = 1;
        node->is_name_synced = node->is_removal_unsynced = 0;
    }
    wrapper->node = node;
    world->open_files++;
    wrapper->base.pMethods = &methods;
    pthread_mutex_unlock(&lock);
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int syncs) {
    (void)vfs;
    pthread_mutex_lock(&lock);
    struct world *world = world_of(name);
    int off = world && (world->is_off || is_off(world));
    if (world && !off) {
        struct node *node = node_of(world, name);
        if (node) {
            node->exists = 0;
            node->is_removal_unsynced = !syncs && node->is_name_synced;
        }
    }
    pthread_mutex_unlock(&lock);
    return off ? SQLITE_IOERR_DELETE : system_vfs->xDelete(system_vfs, name, syncs);
}

int fault_register(void) {
    system_vfs = sqlite3_vfs_find(NULL);
    if (!system_vfs) return SQLITE_ERROR;
    fault_vfs = *system_vfs;
    fault_vfs.zName = "fault";
    fault_vfs.pNext = NULL;
    fault_vfs.szOsFile = (int)sizeof(struct file) + system_vfs->szOsFile;
    fault_vfs.xOpen = vfs_open;
    fault_vfs.xDelete = vfs_delete;
    return sqlite3_vfs_register(&fault_vfs, 1);
}

// Reads the file as synced, if it is there.
static void load(struct world *world, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", world->directory, name);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status;
    struct node *node = node_of(world, path);
    if (node && fstat(descriptor, &status) == 0) {
        resize(&node->synced, &node->synced_length, status.st_size);
        if (pread(descriptor, node->synced, (size_t)status.st_size, 0) != status.st_size) node->synced_length = 0;
        node->exists = node->is_name_synced = 1;
    }
    close(descriptor);
}

int fault_follow(const char *directory) {
    pthread_mutex_lock(&lock);
    int handle = -1;
    for (int i = 0; i < MAX_WORLDS && handle < 0; i++)
        if (!worlds[i].directory) handle = i;
    if (handle >= 0) {
        memset(&worlds[handle], 0, sizeof worlds[handle]);
        worlds[handle].directory = strdup(directory);
        load(&worlds[handle], "lodestone.sqlite");
        load(&worlds[handle], "lodestone.sqlite-wal");
    }
    pthread_mutex_unlock(&lock);
    return handle;
}

void fault_fail(int handle, int kinds, int64_t n) {
    pthread_mutex_lock(&lock);
    worlds[handle].fail_kinds = kinds;
    worlds[handle].fail_in = n;
    pthread_mutex_unlock(&lock);
}

void fault_cut(int handle, int64_t n) {
    pthread_mutex_lock(&lock);
    worlds[handle].cut_in = n;
    worlds[handle].is_off = 0;
    worlds[handle].operations = 0;
    pthread_mutex_unlock(&lock);
}

int64_t fault_failures(int handle) {
    pthread_mutex_lock(&lock);
    int64_t failures = worlds[handle].failures;
    pthread_mutex_unlock(&lock);
    return failures;
}

int64_t fault_operations(int handle) {
    pthread_mutex_lock(&lock);
    int64_t operations = worlds[handle].operations;
    pthread_mutex_unlock(&lock);
    return operations;
}

int fault_open_files(int handle) {
    pthread_mutex_lock(&lock);
    int files = worlds[handle].open_files;
    pthread_mutex_unlock(&lock);
    return files;
}

static uint64_t next(uint64_t *seed) {
    uint64_t mixed = (*seed += 0x9E3779B97F4A7C15u);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

// Writes what may be left of one file. `odds` of 256 changes reach the disk.
static int write_survivor(struct node *node, const char *path, uint64_t *seed, unsigned odds) {
    int64_t length = node->synced_length;
    unsigned char *bytes = malloc((size_t)length + 1);
    if (length) memcpy(bytes, node->synced, (size_t)length);
    for (struct change *change = node->first; change; change = change->next) {
        if (change->length < 0) {
            if ((next(seed) & 255) < odds) resize(&bytes, &length, change->offset);
            continue;
        }
        int64_t end = change->offset + change->length;
        for (int64_t from = change->offset, to; from < end; from = to) {
            to = (from / SECTOR + 1) * SECTOR;
            if (to > end) to = end;
            if ((next(seed) & 255) >= odds) continue;
            if (to > length) resize(&bytes, &length, to);
            memcpy(bytes + from, change->bytes + (from - change->offset), (size_t)(to - from));
        }
    }
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    int result = descriptor >= 0 && write(descriptor, bytes, (size_t)length) == length ? 0 : -1;
    if (descriptor >= 0) close(descriptor);
    free(bytes);
    return result;
}

int fault_survivors(int handle, const char *directory, uint64_t seed) {
    pthread_mutex_lock(&lock);
    struct world *world = &worlds[handle];
    // Nothing, little, half, most and all of what was not synced.
    static const unsigned choices[] = {0, 16, 128, 240, 256};
    unsigned odds = choices[next(&seed) % 5];
    int result = 0;
    for (int i = 0; i < MAX_NODES && result == 0; i++) {
        struct node *node = &world->nodes[i];
        if (!node->path || strstr(node->path, "-shm")) continue;
        int is_there = node->exists ? node->is_name_synced || (next(&seed) & 1)
                                    : node->is_removal_unsynced && (next(&seed) & 1);
        if (!is_there) continue;
        char path[4096];
        snprintf(path, sizeof path, "%s%s", directory, node->path + strlen(world->directory));
        result = write_survivor(node, path, &seed, odds);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

void fault_forget(int handle) {
    pthread_mutex_lock(&lock);
    for (int i = 0; i < MAX_NODES; i++) forget_node(&worlds[handle].nodes[i]);
    free(worlds[handle].directory);
    worlds[handle].directory = NULL;
    pthread_mutex_unlock(&lock);
}
