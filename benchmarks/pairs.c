// Times requests over one connection: microseconds from the first byte sent to the last received.
//
//   pairs PORT COUNT TIMED [BEFORE]   the files hold requests as they are sent; BEFORE goes out, untimed, before each
//
// In BEFORE the six characters @@@@@@ become a number that differs each time.

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int connection;
static char buffer[1 << 20];

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static char *load(const char *path, long *size) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(1); }
    char *text = calloc(1, 1 << 20);
    *size = fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    return text;
}

static void exchange(const char *request, long size) {
    for (long sent = 0; sent < size;) {
        long count = write(connection, request + sent, size - sent);
        if (count <= 0) { perror("write"); exit(1); }
        sent += count;
    }
    long received = 0, whole = -1;
    while (whole < 0 || received < whole) {
        long count = read(connection, buffer + received, sizeof buffer - 1 - received);
        if (count <= 0) { perror("read"); exit(1); }
        received += count;
        buffer[received] = 0;
        char *body = whole < 0 ? strstr(buffer, "\r\n\r\n") : 0;
        if (body) {
            char *length = strcasestr(buffer, "\r\ncontent-length:");
            if (!length || strncmp(buffer, "HTTP/1.1 2", 10)) { fprintf(stderr, "%.300s\n", buffer); exit(1); }
            whole = body + 4 - buffer + atol(length + 17);
        }
    }
}

int main(int count, char **words) {
    if (count < 4) return 2;
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(atoi(words[1])) };
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    connection = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(connection, (struct sockaddr *)&address, sizeof address)) { perror("connect"); return 1; }
    long timed_size, before_size = 0;
    char *timed = load(words[3], &timed_size);
    char *before = count > 4 ? load(words[4], &before_size) : 0;
    char *mark = before ? strstr(before, "@@@@@@") : 0;
    for (int pass = 0; pass < atoi(words[2]); pass++) {
        if (before) {
            if (mark) {
                char number[8];
                snprintf(number, sizeof number, "%06d", pass % 1000000);
                memcpy(mark, number, 6);
            }
            exchange(before, before_size);
        }
        double start = now();
        exchange(timed, timed_size);
        printf("%.1f\n", now() - start);
    }
    return 0;
}
