/// The dashboard's files, which the compiler puts into the binary as they are.

typedef struct {
    /// The folder and name, such as `Scripts/times.js`.
    const char *_Nonnull path;
    /// Its UTF-8 text.
    const char *_Nonnull text;
} Asset;

/// The asset at an index from 0; none after the last.
const Asset *_Nullable asset_at(int index);
