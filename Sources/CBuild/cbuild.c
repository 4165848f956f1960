#include "cbuild.h"

#define TEXT(name) #name
#define TEXT_OF(macro) TEXT(macro)

const char *build_commit(void) {
#ifdef LODESTONE_COMMIT
    return TEXT_OF(LODESTONE_COMMIT);
#else
    return "";
#endif
}
