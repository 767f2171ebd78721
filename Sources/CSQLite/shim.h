#include <sqlite3.h>

/// Keeps SQLite from counting its memory. Answers `SQLITE_OK`, or `SQLITE_MISUSE` when the process uses it already.
///
/// Written in C, as the function takes a list of arguments that varies.
static inline int sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Fills a place of a statement with a text, of which SQLite makes a copy.
static inline int sqlite_bind_copied_text(sqlite3_stmt *statement, int place, const unsigned char *bytes, int count) {
    return sqlite3_bind_text(statement, place, (const char *)bytes, count, SQLITE_TRANSIENT);
}

/// Fills a place of a statement with bytes, of which SQLite makes a copy.
static inline int sqlite_bind_copied_blob(sqlite3_stmt *statement, int place, const unsigned char *bytes, int count) {
    return sqlite3_bind_blob(statement, place, bytes, count, SQLITE_TRANSIENT);
}
