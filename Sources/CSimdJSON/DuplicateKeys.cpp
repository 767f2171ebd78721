#include "DuplicateKeys.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

namespace strict_json {

namespace {

/// Objects with at most this many members are checked pair by pair, without an allocation.
constexpr uint32_t few = 24;

/// A member's name, with its length and its last eight bytes or fewer folded into one word, as names that begin alike
/// are common (`request_type`, `request_status`).
struct Name {
    uint64_t digest;
    const uint8_t *bytes;
    uint32_t count;
};

Name name_of(const strict_json_node *node, const uint8_t *text) noexcept {
    Name name{0, text + node->offset, node->count};
    if (name.count >= 8) {
        std::memcpy(&name.digest, name.bytes + name.count - 8, 8);
    } else {
        std::memcpy(&name.digest, name.bytes, 8);
        name.digest &= (uint64_t(1) << 8 * name.count) - 1;
    }
    name.digest ^= uint64_t(name.count) << 56;
    return name;
}

bool equal(const Name &a, const Name &b) noexcept {
    return a.digest == b.digest && a.count == b.count && std::memcmp(a.bytes, b.bytes, a.count) == 0;
}

bool precedes(const Name &a, const Name &b) noexcept {
    if (a.digest != b.digest) { return a.digest < b.digest; }
    if (a.count != b.count) { return a.count < b.count; }
    return std::memcmp(a.bytes, b.bytes, a.count) < 0;
}

void collect(const strict_json_node *object, const uint8_t *text, Name *names) noexcept {
    const strict_json_node *node = object + 1;
    for (uint32_t i = 0; i < object->count; ++i) {
        names[i] = name_of(node, text);
        const strict_json_node *value = node + 1;
        node = value + value->extent;
    }
}

}  // namespace

strict_json_status check_names(const strict_json_node *object, const uint8_t *text) noexcept {
    const uint32_t count = object->count;
    if (count < 2) { return STRICT_JSON_ACCEPTED; }

    if (count <= few) {
        Name names[few];
        collect(object, text, names);
        for (uint32_t i = 1; i < count; ++i) {
            for (uint32_t j = 0; j < i; ++j) {
                if (equal(names[i], names[j])) { return STRICT_JSON_DUPLICATE_KEY; }
            }
        }
        return STRICT_JSON_ACCEPTED;
    }

    const std::unique_ptr<Name[]> names(new (std::nothrow) Name[count]);
    if (!names) { return STRICT_JSON_OUT_OF_MEMORY; }
    Name *const begin = names.get(), *const end = begin + count;
    collect(object, text, begin);
    std::sort(begin, end, precedes);
    return std::adjacent_find(begin, end, equal) == end ? STRICT_JSON_ACCEPTED : STRICT_JSON_DUPLICATE_KEY;
}

}  // namespace strict_json
