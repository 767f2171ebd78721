#include "DuplicateKeys.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

namespace strict_json {

namespace {

/// Objects with at most this many members are checked without an allocation.
constexpr uint32_t few = 32;

/// A member's name, with its length and its last bytes folded into a digest. Names that begin alike are common
/// (`request_type`, `request_status`).
struct Name {
    const uint8_t *bytes;
    uint32_t count;
    uint32_t digest;

    bool operator==(const Name &other) const noexcept {
        return digest == other.digest && count == other.count && std::memcmp(bytes, other.bytes, count) == 0;
    }

    bool operator<(const Name &other) const noexcept {
        if (digest != other.digest) { return digest < other.digest; }
        if (count != other.count) { return count < other.count; }
        return std::memcmp(bytes, other.bytes, count) < 0;
    }
};

Name name_of(const strict_json_node &node, const uint8_t *text) noexcept {
    const uint8_t *const bytes = text + node.offset;
    uint64_t tail;
    if (node.count >= sizeof tail) {
        std::memcpy(&tail, bytes + node.count - sizeof tail, sizeof tail);
    } else {
        std::memcpy(&tail, bytes, sizeof tail);
        tail &= (uint64_t(1) << 8 * node.count) - 1;
    }
    tail = (tail ^ node.count) * 0x9E3779B97F4A7C15;
    return {bytes, node.count, uint32_t(tail >> 32)};
}

/// Calls `use` with the index and the name of each member.
template <typename Use>
void for_each_name(const strict_json_node *object, const uint8_t *text, Use use) noexcept {
    const strict_json_node *node = object + 1;
    for (uint32_t i = 0; i < object->count; ++i) {
        use(i, name_of(*node, text));
        const strict_json_node *const value = node + 1;
        node = value + value->extent;
    }
}

/// Puts each name in a table with open addressing. Should all fall on one place, `few` keeps the cost small.
bool few_repeat(const strict_json_node *object, const uint8_t *text) noexcept {
    static_assert(few < 64, "the table has room for every name, and a place left over");
    Name names[few];
    // Which name, counted from 1, is in which place.
    uint8_t places[64] = {};
    bool repeats = false;
    for_each_name(object, text, [&](uint32_t i, const Name &name) {
        uint32_t place = name.digest >> 26;
        while (places[place] != 0) {
            repeats |= names[places[place] - 1] == name;
            place = (place + 1) % 64;
        }
        places[place] = uint8_t(i + 1);
        names[i] = name;
    });
    return repeats;
}

}  // namespace

strict_json_status check_names(const strict_json_node *object, const uint8_t *text) noexcept {
    const uint32_t count = object->count;
    if (count < 2) { return STRICT_JSON_ACCEPTED; }
    if (count <= few) { return few_repeat(object, text) ? STRICT_JSON_DUPLICATE_KEY : STRICT_JSON_ACCEPTED; }

    const std::unique_ptr<Name[]> names(new (std::nothrow) Name[count]);
    if (!names) { return STRICT_JSON_OUT_OF_MEMORY; }
    Name *const begin = names.get(), *const end = begin + count;
    for_each_name(object, text, [begin](uint32_t i, const Name &name) { begin[i] = name; });
    std::sort(begin, end);
    return std::adjacent_find(begin, end) == end ? STRICT_JSON_ACCEPTED : STRICT_JSON_DUPLICATE_KEY;
}

}  // namespace strict_json
