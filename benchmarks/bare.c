// What the machine can do without a service: a bare loop over the rows of a list, and a bare loop of durable commits.
//
//   bare read DATABASE SQL COUNT     microseconds that one pass over the query's rows takes, COUNT times
//   bare write FILE SECONDS          one-row transactions with synchronous=FULL a second

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void check(int code, sqlite3 *database) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(1);
}

static void read_rows(const char *path, const char *sql, int count) {
    sqlite3 *database;
    sqlite3_stmt *statement;
    check(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, 0), database);
    check(sqlite3_prepare_v2(database, sql, -1, &statement, 0), database);
    long bytes = 0;
    for (int pass = 0; pass < count; pass++) {
        double start = now();
        int code;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(statement); column++) {
                sqlite3_column_text(statement, column);
                bytes += sqlite3_column_bytes(statement, column);
            }
        }
        check(code, database);
        sqlite3_reset(statement);
        printf("%.1f\n", (now() - start) * 1e6);
    }
    fprintf(stderr, "%ld bytes read\n", bytes);
}

static void write_rows(const char *path, double seconds) {
    sqlite3 *database;
    sqlite3_stmt *statement;
    check(sqlite3_open(path, &database), database);
    check(sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY, text TEXT)", 0, 0, 0), database);
    check(sqlite3_prepare_v2(database, "INSERT INTO line (text) VALUES (?)", -1, &statement, 0), database);
    char text[512];
    memset(text, 'x', sizeof text);
    sqlite3_bind_text(statement, 1, text, sizeof text, SQLITE_STATIC);
    double start = now();
    int count = 0;
    while (now() - start < seconds) {
        check(sqlite3_step(statement), database);
        sqlite3_reset(statement);
        count++;
    }
    printf("%.1f\n", count / (now() - start));
}

int main(int count, char **words) {
    if (count == 5 && !strcmp(words[1], "read")) read_rows(words[2], words[3], atoi(words[4]));
    else if (count == 4 && !strcmp(words[1], "write")) write_rows(words[2], atof(words[3]));
    else return 2;
    return 0;
}
