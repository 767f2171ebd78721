#include <sqlite3.h>

/// Keeps SQLite from counting its memory. Answers `SQLITE_OK`, or `SQLITE_MISUSE` when the process uses it already.
///
/// Written in C, as the function takes a list of arguments that varies.
static inline int sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// What a place of a statement is filled with.
struct sqlite_filling {
    enum { sqlite_filling_null, sqlite_filling_integer, sqlite_filling_text, sqlite_filling_blob } kind;
    /// The integer; of a text or a blob, the number of its bytes.
    long long number;
};

/// Fills the places of a statement, from the first one on. The bytes of texts and blobs stand one behind the other; whether
/// they are copied is for `lifetime` to say.
static inline int sqlite_fill(
    sqlite3_stmt *statement, const struct sqlite_filling *fillings, int count, const unsigned char *bytes,
    sqlite3_destructor_type lifetime
) {
    int code = SQLITE_OK;
    for (int place = 1; place <= count && code == SQLITE_OK; place++) {
        const long long number = fillings[place - 1].number;
        switch (fillings[place - 1].kind) {
        case sqlite_filling_null:
            code = sqlite3_bind_null(statement, place);
            break;
        case sqlite_filling_integer:
            code = sqlite3_bind_int64(statement, place, number);
            break;
        case sqlite_filling_text:
            code = sqlite3_bind_text64(statement, place, (const char *)bytes, number, lifetime, SQLITE_UTF8);
            bytes += number;
            break;
        case sqlite_filling_blob:
            code = sqlite3_bind_blob64(statement, place, bytes, number, lifetime);
            bytes += number;
            break;
        }
    }
    return code;
}

/// Fills a statement with copies of the bytes. They stay until it is filled again.
static inline int sqlite_fill_with_copies(
    sqlite3_stmt *statement, const struct sqlite_filling *fillings, int count, const unsigned char *bytes
) {
    return sqlite_fill(statement, fillings, count, bytes, SQLITE_TRANSIENT);
}

/// Fills a statement, executes it to its end, and empties it: the bytes are not copied, and nothing refers to them
/// afterwards. Answers `SQLITE_DONE`, or what went wrong.
static inline int sqlite_execute(
    sqlite3_stmt *statement, const struct sqlite_filling *fillings, int count, const unsigned char *bytes
) {
    int code = sqlite_fill(statement, fillings, count, bytes, SQLITE_STATIC);
    if (code == SQLITE_OK) {
        do code = sqlite3_step(statement);
        while (code == SQLITE_ROW);
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return code;
}
