/// The dashboard's files, which the compiler puts into the binary as they are.

typedef struct {
    /// The folder and name, such as `Scripts/times.js`.
    const char *_Nonnull path;
    /// Its bytes; those of a text end with NUL.
    const char *_Nonnull bytes;
    /// Of an image how many there are; 0 of a text.
    int size;
} Asset;

/// The asset at an index from 0; none after the last.
const Asset *_Nullable asset_at(int index);
