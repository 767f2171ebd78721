#pragma once

#include "CSimdJSON.h"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>

namespace strict_json {

/// The buffers of one thread, kept between documents, so that reading a callback allocates nothing.
class Workspace {
public:
    /// Documents up to this many bytes find their buffers ready; what a larger one needed is given back after it.
    static constexpr size_t kept_capacity = 64 * 1024;

    /// Bytes past the end of the input and of the text that may be read and written.
    static constexpr size_t padding = 64;
    static_assert(padding >= simdjson::SIMDJSON_PADDING);

    /// The document, followed by `padding` zeros.
    std::unique_ptr<uint8_t[]> input;
    /// The unescaped strings and number tokens. They are never longer than the document.
    std::unique_ptr<uint8_t[]> text;
    /// One node for each token at most, with room for the text behind them.
    std::unique_ptr<strict_json_node[]> nodes;
    /// simdjson's tokeniser and its list of tokens.
    std::unique_ptr<simdjson::internal::dom_parser_implementation> tokeniser;

    /// Makes room for a document of `count` bytes; false when there is no memory.
    bool reserve(size_t count) noexcept {
        if (count <= capacity_) { return true; }
        release();
        size_t capacity = 1024;
        while (capacity < count) { capacity *= 2; }
        input.reset(new (std::nothrow) uint8_t[capacity + padding]);
        text.reset(new (std::nothrow) uint8_t[capacity + padding]);
        if (!input || !text) { return false; }
        // The depth is that of simdjson's own second stage, which is not used.
        if (simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, tokeniser)) {
            return false;
        }
        capacity_ = capacity;
        return true;
    }

    /// Makes room for `count` nodes and `text_count` bytes of text behind them; false when there is no memory.
    bool reserve_tape(size_t count, size_t text_count) noexcept {
        const size_t needed = count + (text_count + sizeof(strict_json_node) - 1) / sizeof(strict_json_node);
        if (needed <= node_capacity_) { return true; }
        node_capacity_ = 0;
        size_t capacity = 128;
        while (capacity < needed) { capacity *= 2; }
        nodes.reset(new (std::nothrow) strict_json_node[capacity]);
        if (!nodes) { return false; }
        node_capacity_ = capacity;
        return true;
    }

    /// Gives back buffers that are larger than what is kept between documents: of the tape, as much for its nodes as for the
    /// text behind them.
    void release_oversized() noexcept {
        if (capacity_ > kept_capacity || node_capacity_ > 2 * kept_capacity / sizeof(strict_json_node)) { release(); }
    }

private:
    size_t capacity_ = 0;
    size_t node_capacity_ = 0;

    void release() noexcept {
        capacity_ = 0;
        node_capacity_ = 0;
        input.reset();
        text.reset();
        nodes.reset();
        tokeniser.reset();
    }
};

}  // namespace strict_json
