#include "CSimdJSON.h"

#include "DuplicateKeys.hpp"
#include "Scalars.hpp"
#include "Workspace.hpp"

#include <cstring>
#include <limits>

namespace strict_json {

namespace {

/// Walks the tokens that simdjson found, once, and writes the tape.
///
/// simdjson's first stage has checked that the bytes are UTF-8, that every string ends, and that strings hold no
/// control characters. It has put a token at every bracket, colon and comma outside strings, and at the first byte of
/// every run of other bytes. All of the grammar is checked here.
class Reader {
public:
    Reader(const Workspace &workspace, size_t count, uint32_t maximum_depth) noexcept
        : input_(workspace.input.get()),
          end_(input_ + count),
          token_(workspace.tokeniser->structural_indexes.get()),
          last_token_(token_ + workspace.tokeniser->n_structural_indexes),
          nodes_(workspace.nodes.get()),
          node_(nodes_),
          text_begin_(workspace.text.get()),
          text_(text_begin_),
          depth_left_(maximum_depth) {}

    strict_json_status read() noexcept {
        strict_json_status status = read_value();
        while (status == STRICT_JSON_ACCEPTED && container_ != none) { status = read_next(); }
        if (status == STRICT_JSON_ACCEPTED && token_ != last_token_) { return STRICT_JSON_MALFORMED; }
        return status;
    }

    size_t node_count() const noexcept { return size_t(node_ - nodes_); }
    size_t text_count() const noexcept { return size_t(text_ - text_begin_); }

private:
    static constexpr uint32_t none = std::numeric_limits<uint32_t>::max();

    const uint8_t *const input_;
    const uint8_t *const end_;
    const uint32_t *token_;
    const uint32_t *const last_token_;
    strict_json_node *const nodes_;
    strict_json_node *node_;
    uint8_t *const text_begin_;
    uint8_t *text_;
    uint32_t depth_left_;
    /// The innermost open object or array. While it is open, its `extent` is the index of the one around it.
    uint32_t container_ = none;

    /// The first byte of the next token, or the zero after the input when there is none.
    const uint8_t *peek() const noexcept { return token_ < last_token_ ? input_ + *token_ : end_; }

    bool take(uint8_t c) noexcept {
        if (*peek() != c) { return false; }
        ++token_;
        return true;
    }

    /// What follows a value inside the open container: its end, or the next element or member.
    strict_json_status read_next() noexcept {
        strict_json_node &container = nodes_[container_];
        const bool is_object = container.kind == STRICT_JSON_OBJECT;
        const bool is_empty = container.count == 0;
        if (take(is_object ? '}' : ']')) { return close(); }
        if (!is_empty && !take(',')) { return STRICT_JSON_MALFORMED; }
        container.count += 1;
        if (is_object && (*peek() != '"' || !read_string() || !take(':'))) { return STRICT_JSON_MALFORMED; }
        return read_value();
    }

    strict_json_status read_value() noexcept {
        switch (*peek()) {
            case '{': return open(STRICT_JSON_OBJECT);
            case '[': return open(STRICT_JSON_ARRAY);
            case '"': return read_string() ? STRICT_JSON_ACCEPTED : STRICT_JSON_MALFORMED;
            case 't': return read_literal("true", 4, STRICT_JSON_TRUE);
            case 'f': return read_literal("false", 5, STRICT_JSON_FALSE);
            case 'n': return read_literal("null", 4, STRICT_JSON_NULL);
            default: return read_number();
        }
    }

    strict_json_status open(strict_json_kind kind) noexcept {
        if (depth_left_ == 0) { return STRICT_JSON_TOO_DEEP; }
        depth_left_ -= 1;
        ++token_;
        const uint32_t index = uint32_t(node_ - nodes_);
        *node_++ = {kind, container_, 0, 0};
        container_ = index;
        return STRICT_JSON_ACCEPTED;
    }

    strict_json_status close() noexcept {
        strict_json_node &container = nodes_[container_];
        container_ = container.extent;
        container.extent = uint32_t(node_ - &container);
        depth_left_ += 1;
        if (container.kind != STRICT_JSON_OBJECT) { return STRICT_JSON_ACCEPTED; }
        return check_names(&container, text_begin_);
    }

    bool read_string() noexcept {
        const uint8_t *const at = input_ + *token_++;
        uint8_t *const begin = text_;
        // Every quote outside a string begins a token, so the last byte before the next token that is not white space
        // is the closing quote, or what stands between the two is wrong.
        const uint8_t *close = peek() - 1;
        while (is_space(*close)) { --close; }
        if (close > at && *close == '"' && copy_plain(at + 1, close, text_)) {
            add(STRICT_JSON_STRING, begin);
            return true;
        }
        const uint8_t *const after = unescape(at + 1, end_, text_);
        if (after == nullptr || !is_blank(after)) { return false; }
        add(STRICT_JSON_STRING, begin);
        return true;
    }

    strict_json_status read_number() noexcept {
        if (token_ == last_token_) { return STRICT_JSON_MALFORMED; }
        const uint8_t *const at = input_ + *token_++;
        const uint8_t *const after = number_end(at);
        if (after == nullptr || !is_blank(after)) { return STRICT_JSON_MALFORMED; }
        uint8_t *const begin = text_;
        std::memcpy(text_, at, size_t(after - at));
        text_ += after - at;
        add(STRICT_JSON_NUMBER, begin);
        return STRICT_JSON_ACCEPTED;
    }

    strict_json_status read_literal(const char *literal, size_t count, strict_json_kind kind) noexcept {
        const uint8_t *const at = input_ + *token_++;
        if (std::memcmp(at, literal, count) != 0 || !is_blank(at + count)) { return STRICT_JSON_MALFORMED; }
        add(kind, text_);
        return STRICT_JSON_ACCEPTED;
    }

    /// Whether nothing but white space lies between the end of a scalar and the next token.
    bool is_blank(const uint8_t *at) const noexcept {
        const uint8_t *const end = peek();
        while (at < end && is_space(*at)) { ++at; }
        return at == end;
    }

    void add(strict_json_kind kind, const uint8_t *begin) noexcept {
        *node_++ = {kind, 1, uint32_t(begin - text_begin_), uint32_t(text_ - begin)};
    }
};

strict_json_status status_of(simdjson::error_code error) noexcept {
    switch (error) {
        case simdjson::SUCCESS: return STRICT_JSON_ACCEPTED;
        case simdjson::UTF8_ERROR: return STRICT_JSON_NOT_UTF8;
        case simdjson::MEMALLOC: return STRICT_JSON_OUT_OF_MEMORY;
        default: return STRICT_JSON_MALFORMED;
    }
}

strict_json_status read(
    Workspace &workspace, const uint8_t *bytes, size_t count, uint32_t maximum_depth, strict_json_tape *tape) noexcept {
    if (count == 0) { return STRICT_JSON_MALFORMED; }
    // Offsets have 32 bits, and so have simdjson's.
    if (count > std::numeric_limits<uint32_t>::max() / 2) { return STRICT_JSON_TOO_LARGE; }
    if (count >= 3 && std::memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) { return STRICT_JSON_BYTE_ORDER_MARK; }
    if (!workspace.reserve(count)) { return STRICT_JSON_OUT_OF_MEMORY; }

    std::memcpy(workspace.input.get(), bytes, count);
    std::memset(workspace.input.get() + count, 0, Workspace::padding);
    const simdjson::error_code error =
        workspace.tokeniser->stage1(workspace.input.get(), count, simdjson::stage1_mode::regular);
    if (error) { return status_of(error); }
    if (!workspace.reserve_tape(workspace.tokeniser->n_structural_indexes, count)) { return STRICT_JSON_OUT_OF_MEMORY; }

    Reader reader(workspace, count, maximum_depth);
    const strict_json_status status = reader.read();
    if (status != STRICT_JSON_ACCEPTED) { return status; }
    strict_json_node *const nodes = workspace.nodes.get();
    strict_json_node *const end = nodes + reader.node_count();
    std::memcpy(static_cast<void *>(end), workspace.text.get(), reader.text_count());
    const size_t node_bytes = reader.node_count() * sizeof(strict_json_node);
    *tape = {nodes, node_bytes + reader.text_count(), node_bytes};
    return STRICT_JSON_ACCEPTED;
}

thread_local Workspace workspace;

}  // namespace

}  // namespace strict_json

strict_json_status strict_json_read(
    const uint8_t *bytes, size_t count, uint32_t maximum_depth, strict_json_tape *tape) {
    return strict_json::read(strict_json::workspace, bytes, count, maximum_depth, tape);
}

void strict_json_done(void) { strict_json::workspace.release_oversized(); }
