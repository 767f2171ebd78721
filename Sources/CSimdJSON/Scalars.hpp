#pragma once

#include <cstdint>

namespace strict_json {

/// RFC 8259, section 2: the four characters that count as white space.
inline bool is_space(uint8_t c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// RFC 8259, section 6. Returns the end of the number that begins at `at`, or null when none does.
const uint8_t *number_end(const uint8_t *at) noexcept;

/// RFC 8259, section 7. Unescapes the string whose first byte after the opening quote is at `at`, up to its closing
/// quote, and moves `text` past what it wrote: up to 7 bytes more than the string may be overwritten.
///
/// Returns the byte after the closing quote, or null when the string breaks the grammar, holds half a surrogate pair,
/// or does not end before `end`. The bytes up to `end` must be UTF-8 already, with 8 readable bytes after them.
const uint8_t *unescape(const uint8_t *at, const uint8_t *end, uint8_t *&text) noexcept;

}  // namespace strict_json
