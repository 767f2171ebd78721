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
    Reader(Workspace &workspace, size_t count, uint32_t maximum_depth) noexcept
        : document_(workspace.document()),
          end_(document_ + count),
          has_escapes_(std::memchr(document_, '\\', count) != nullptr),
          token_(workspace.tokeniser->structural_indexes.get()),
          last_token_(token_ + workspace.tokeniser->n_structural_indexes),
          nodes_(workspace.nodes(count)),
          node_(nodes_),
          depth_left_(maximum_depth) {
        // Behind the last token simdjson has room for more. There the zero after the document becomes one, so that
        // nobody has to ask whether there is a token. simdjson puts it there as well, but does not promise to.
        workspace.tokeniser->structural_indexes[workspace.tokeniser->n_structural_indexes] = uint32_t(count);
    }

    strict_json_status read() noexcept {
        for (;;) {
            strict_json_status status = read_value();
            while (status == STRICT_JSON_ACCEPTED && take_end()) { status = close(); }
            if (status != STRICT_JSON_ACCEPTED) { return status; }
            if (container_ == none) { return token_ == last_token_ ? STRICT_JSON_ACCEPTED : STRICT_JSON_MALFORMED; }
            if (!begin_next()) { return STRICT_JSON_MALFORMED; }
        }
    }

    size_t node_count() const noexcept { return size_t(node_ - nodes_); }

private:
    static constexpr uint32_t none = std::numeric_limits<uint32_t>::max();

    uint8_t *const document_;
    const uint8_t *const end_;
    /// Whether there is a backslash anywhere. Few documents have one, and without it no string needs to be looked at.
    const bool has_escapes_;
    const uint32_t *token_;
    const uint32_t *const last_token_;
    strict_json_node *const nodes_;
    strict_json_node *node_;
    uint32_t depth_left_;
    /// The innermost open object or array. While it is open, its `extent` is the index of the one around it.
    uint32_t container_ = none;

    /// The first byte of the next token, or the zero after the document when there is none.
    const uint8_t *peek() const noexcept { return document_ + *token_; }

    bool take(uint8_t c) noexcept {
        if (*peek() != c) { return false; }
        ++token_;
        return true;
    }

    /// The end of the open container, if it is there.
    bool take_end() noexcept {
        return container_ != none && take(nodes_[container_].kind == STRICT_JSON_OBJECT ? '}' : ']');
    }

    /// What stands before the next value of the open container: a comma unless it is the first, and a member's name.
    bool begin_next() noexcept {
        strict_json_node &container = nodes_[container_];
        if (container.count != 0 && !take(',')) { return false; }
        container.count += 1;
        return container.kind != STRICT_JSON_OBJECT || (*peek() == '"' && read_string() && take(':'));
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
        return check_names(&container, document_);
    }

    // This and `read_number` are inlined, so that nobody needs the reader's address and it is kept in registers.
    [[gnu::always_inline]] bool read_string() noexcept {
        uint8_t *const begin = document_ + *token_++ + 1;
        if (has_escapes_) {
            uint8_t *end = nullptr;
            const uint8_t *const after = unescape(begin, end_, end);
            if (after == nullptr || !is_blank(after)) { return false; }
            add(STRICT_JSON_STRING, begin, end);
            return true;
        }
        // Whatever follows the closing quote and is not white space begins a token, so the last byte before the next
        // token that is not white space is that quote.
        const uint8_t *close = peek() - 1;
        while (is_space(*close)) { --close; }
        if (close < begin || *close != '"') { return false; }
        add(STRICT_JSON_STRING, begin, close);
        return true;
    }

    [[gnu::always_inline]] strict_json_status read_number() noexcept {
        const uint8_t *const begin = document_ + *token_++;
        const uint8_t *const end = number_end(begin);
        if (end == nullptr || !is_blank(end)) { return STRICT_JSON_MALFORMED; }
        add(STRICT_JSON_NUMBER, begin, end);
        return STRICT_JSON_ACCEPTED;
    }

    strict_json_status read_literal(const char *literal, size_t count, strict_json_kind kind) noexcept {
        const uint8_t *const begin = document_ + *token_++;
        if (std::memcmp(begin, literal, count) != 0 || !is_blank(begin + count)) { return STRICT_JSON_MALFORMED; }
        add(kind, begin, begin + count);
        return STRICT_JSON_ACCEPTED;
    }

    /// Whether nothing but white space lies between the end of a scalar and the next token.
    bool is_blank(const uint8_t *at) const noexcept {
        const uint8_t *const end = peek();
        while (at < end && is_space(*at)) { ++at; }
        return at == end;
    }

    void add(strict_json_kind kind, const uint8_t *begin, const uint8_t *end) noexcept {
        *node_++ = {kind, 1, uint32_t(begin - document_), uint32_t(end - begin)};
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
    if (!workspace.take(bytes, count)) { return STRICT_JSON_OUT_OF_MEMORY; }

    const simdjson::error_code error =
        workspace.tokeniser->stage1(workspace.document(), count, simdjson::stage1_mode::regular);
    if (error) { return status_of(error); }
    const size_t tokens = workspace.tokeniser->n_structural_indexes;
    if (!workspace.reserve_nodes(count, tokens)) { return STRICT_JSON_OUT_OF_MEMORY; }

    Reader reader(workspace, count, maximum_depth);
    const strict_json_status status = reader.read();
    if (status != STRICT_JSON_ACCEPTED) { return status; }
    const size_t root = Workspace::places(count) * sizeof(strict_json_node);
    const size_t end = root + reader.node_count() * sizeof(strict_json_node);
    *tape = {workspace.document(), end, root};
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
