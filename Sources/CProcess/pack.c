#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/// Header of a packed request. The strings follow it, each with its terminator: the path, the directory, and the three
/// lists.
typedef struct {
    ProcessRequest request;
    pid_t parent;
    int argumentCount, environmentCount, pathCount;
} Header;

static int count(char *const *list) {
    int count = 0;
    while (list[count]) count++;
    return count;
}

static bool write_all(int file, const void *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = (const char *)bytes + written;
        length -= (size_t)written;
    }
    return true;
}

static bool write_list(int file, char *const *list) {
    for (; *list; list++)
        if (!write_all(file, *list, strlen(*list) + 1)) return false;
    return true;
}

int process_pack(const ProcessRequest *request, pid_t parent) {
    int file = process_memory();
    if (file < 0) return -1;
    const Header header = {
        *request, parent, count(request->arguments), count(request->environment), count(request->user.paths)};
    if (write_all(file, &header, sizeof header) && write_all(file, request->path, strlen(request->path) + 1)
        && write_all(file, request->directory, strlen(request->directory) + 1) && write_list(file, request->arguments)
        && write_list(file, request->environment) && write_list(file, request->user.paths))
        return file;
    int error = errno;
    close(file);
    errno = error;
    return -1;
}

static char *next(char **text) {
    char *string = *text;
    *text += strlen(string) + 1;
    return string;
}

static char **next_list(char **text, int count, char ***room) {
    char **list = *room;
    for (int index = 0; index < count; index++) list[index] = next(text);
    list[count] = NULL;
    *room += count + 1;
    return list;
}

const char *process_unpack(int file, ProcessRequest *request, pid_t *parent) {
    struct stat size;
    if (fstat(file, &size) < 0) return "fstat";
    Header *header = mmap(NULL, (size_t)size.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    if (header == MAP_FAILED) return "mmap";
    size_t pointers = (size_t)(header->argumentCount + header->environmentCount + header->pathCount + 3);
    char **room = mmap(
        NULL, pointers * sizeof *room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) return "mmap";
    char *text = (char *)(header + 1);
    *request = header->request;
    *parent = header->parent;
    request->path = next(&text);
    request->directory = next(&text);
    request->arguments = next_list(&text, header->argumentCount, &room);
    request->environment = next_list(&text, header->environmentCount, &room);
    request->user.paths = next_list(&text, header->pathCount, &room);
    return NULL;
}
