#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node of the tape stands for.
enum strict_json_kind {
    STRICT_JSON_OBJECT,
    STRICT_JSON_ARRAY,
    STRICT_JSON_STRING,
    STRICT_JSON_NUMBER,
    STRICT_JSON_TRUE,
    STRICT_JSON_FALSE,
    STRICT_JSON_NULL,
};

/// One value, in document order. A member of an object is two nodes: its name, a string, and then its value.
struct strict_json_node {
    /// One of `strict_json_kind`.
    uint32_t kind;
    /// The nodes this value takes up: itself and all that it contains.
    uint32_t extent;
    /// Strings and numbers: where their bytes begin on the tape.
    uint32_t offset;
    /// Strings and numbers: the count of their bytes. Objects and arrays: the count of their members or elements.
    uint32_t count;
};

enum strict_json_status {
    STRICT_JSON_ACCEPTED,
    STRICT_JSON_MALFORMED,
    STRICT_JSON_NOT_UTF8,
    STRICT_JSON_BYTE_ORDER_MARK,
    STRICT_JSON_TOO_DEEP,
    STRICT_JSON_TOO_LARGE,
    STRICT_JSON_DUPLICATE_KEY,
    STRICT_JSON_OUT_OF_MEMORY,
};

/// A document that was read. It lies in buffers of the calling thread, and lasts until that thread's next call here.
struct strict_json_tape {
    /// The document, in which strings are unescaped where they stand; zeros; and then the nodes in document order.
    const void *bytes;
    /// The bytes of all that.
    size_t count;
    /// Where the nodes begin: at a multiple of a node's size.
    size_t root;
};

/// Reads one JSON text (RFC 8259) whole.
///
/// - bytes: `count` bytes; may be null when there are none.
/// - maximum_depth: how many objects and arrays may contain one another; 0 admits only a lone scalar.
/// - tape: set when, and only when, the answer is `STRICT_JSON_ACCEPTED`.
///
/// Throws nothing, and keeps no reference to `bytes`.
enum strict_json_status strict_json_read(
    const uint8_t *bytes, size_t count, uint32_t maximum_depth, struct strict_json_tape *tape);

/// Whether two runs of `count` bytes are the same; either may be null when there are none.
static inline bool strict_json_same_bytes(const uint8_t *left, const uint8_t *right, size_t count) {
    return count == 0 || memcmp(left, right, count) == 0;
}

/// Where on the tape the value of the member `name`, of `count` bytes, of the object at `object` is; 0 without one.
///
/// - tape: one that `strict_json_read` wrote, or a copy that is aligned for its nodes.
/// - object: where the node of an object is. An array is taken for one.
static inline size_t strict_json_member(const uint8_t *tape, size_t object, const uint8_t *name, size_t count) {
    const struct strict_json_node *const node = (const struct strict_json_node *)(tape + object);
    const struct strict_json_node *member = node + 1;
    for (uint32_t i = 0; i < node->count; ++i) {
        const struct strict_json_node *const value = member + 1;
        // Most names differ in length already.
        if (member->count == count && strict_json_same_bytes(tape + member->offset, name, count)) {
            return (size_t)((const uint8_t *)value - tape);
        }
        member = value + value->extent;
    }
    return 0;
}

/// Gives back what a large document made the calling thread's buffers grow to. Ends the life of the tape.
void strict_json_done(void);

#ifdef __cplusplus
}
#endif
