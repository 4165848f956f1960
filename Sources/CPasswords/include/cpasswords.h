// Passwords that are easy to guess, embedded in the binary by the compiler.
#ifndef CPASSWORDS_H
#define CPASSWORDS_H

#include <stdbool.h>
#include <stddef.h>

// Whether a line of the list of common passwords has these bytes, which begin and end with a newline.
bool is_common_password(const char *_Nonnull line, size_t size);

#endif
