#pragma once

#include "CSimdJSON.h"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace strict_json {

/// The buffers of one thread, kept between documents, so that reading a callback allocates nothing.
class Workspace {
public:
    /// Documents up to this many bytes find their buffers ready, unless they are little but tokens; what a larger one
    /// needed is given back after it.
    static constexpr size_t kept_capacity = 64 * 1024;

    /// Zeros past the end of the document, which may be read.
    static constexpr size_t padding = 64;
    static_assert(padding >= simdjson::SIMDJSON_PADDING);

    /// simdjson's tokeniser and its list of tokens.
    std::unique_ptr<simdjson::internal::dom_parser_implementation> tokeniser;

    /// The document, followed by zeros up to its nodes: `padding` or a few more.
    uint8_t *document() noexcept { return reinterpret_cast<uint8_t *>(tape_.get()); }

    /// How many nodes' places a document of `count` bytes takes up on the tape, with its padding.
    static constexpr size_t places(size_t count) noexcept {
        return (count + padding + sizeof(strict_json_node) - 1) / sizeof(strict_json_node);
    }

    /// The nodes behind a document of `count` bytes.
    strict_json_node *nodes(size_t count) noexcept { return tape_.get() + places(count); }

    /// Takes a document, without its nodes; false when there is no memory.
    bool take(const uint8_t *bytes, size_t count) noexcept {
        if (!reserve(count)) { return false; }
        std::memcpy(document(), bytes, count);
        std::memset(document() + count, 0, places(count) * sizeof(strict_json_node) - count);
        return true;
    }

    /// Makes room for `node_count` nodes behind the document of `count` bytes, which stays; false when there is no
    /// memory.
    bool reserve_nodes(size_t count, size_t node_count) noexcept {
        const size_t needed = places(count) + node_count;
        if (needed <= tape_capacity_) { return true; }
        const Tape smaller = std::move(tape_);
        if (!reserve_tape(needed)) { return false; }
        std::memcpy(document(), smaller.get(), places(count) * sizeof(strict_json_node));
        return true;
    }

    /// Gives back buffers that are larger than what is kept between documents: as much for the nodes as for the
    /// document.
    void release_oversized() noexcept {
        if (capacity_ > kept_capacity || tape_capacity_ > 2 * places(kept_capacity)) { release(); }
    }

private:
    using Tape = std::unique_ptr<strict_json_node[]>;

    /// The bytes of a document that the tokeniser has room for.
    size_t capacity_ = 0;
    size_t tape_capacity_ = 0;
    Tape tape_;

    bool reserve(size_t count) noexcept {
        if (count > capacity_) {
            release();
            size_t capacity = 1024;
            while (capacity < count) { capacity *= 2; }
            // The depth is that of simdjson's own second stage, which is not used.
            if (simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, tokeniser)) {
                return false;
            }
            capacity_ = capacity;
        }
        return places(count) <= tape_capacity_ || reserve_tape(places(count));
    }

    bool reserve_tape(size_t needed) noexcept {
        tape_capacity_ = 0;
        size_t capacity = 256;
        while (capacity < needed) { capacity *= 2; }
        tape_.reset(new (std::nothrow) strict_json_node[capacity]);
        if (!tape_) { return false; }
        tape_capacity_ = capacity;
        return true;
    }

    void release() noexcept {
        capacity_ = 0;
        tape_capacity_ = 0;
        tape_.reset();
        tokeniser.reset();
    }
};

}  // namespace strict_json
