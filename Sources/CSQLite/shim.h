#include <sqlite3.h>

/// Keeps SQLite from counting its memory. Answers `SQLITE_OK`, or `SQLITE_MISUSE` when the process uses it already.
///
/// Written in C, as the function takes a list of arguments that varies.
static inline int sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
