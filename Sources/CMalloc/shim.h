#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Sets how many bytes each heap of the C library keeps free at its end before it gives them back to the system. Answers
/// 1 when it is set: other libraries than glibc have no such setting.
static inline int keep_freed_bytes(int count) {
#ifdef __GLIBC__
    return mallopt(M_TRIM_THRESHOLD, count);
#else
    (void)count;
    return 0;
#endif
}
