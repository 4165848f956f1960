/// The dashboard's files, embedded in the binary by the compiler.

typedef struct {
    /// The folder and name, such as `Scripts/times.js`.
    const char *_Nonnull path;
    /// The content; a text ends with NUL.
    const char *_Nonnull bytes;
    /// The size of an image in bytes; 0 for a text.
    int size;
} Asset;

/// The asset at an index from 0; null after the last.
const Asset *_Nullable asset_at(int index);
