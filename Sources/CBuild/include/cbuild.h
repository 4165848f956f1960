// What the build knows about itself.
#ifndef CBUILD_H
#define CBUILD_H

// The commit that the program was built from, as `git describe` names it; empty if unknown.
const char *build_commit(void);

#endif
