#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace strict_json {

/// RFC 8259, section 2: the four characters that count as white space.
inline bool is_space(uint8_t c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

inline bool is_digit(uint8_t c) noexcept { return c >= '0' && c <= '9'; }

/// The value of the four hexadecimal digits at `at`, or -1.
inline int32_t hexadecimal4(const uint8_t *at) noexcept {
    int32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const uint8_t c = at[i];
        int32_t digit;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else if (c >= 'a' && c <= 'f') {
            digit = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = c - 'A' + 10;
        } else {
            return -1;
        }
        value = value << 4 | digit;
    }
    return value;
}

inline uint8_t *encode(uint32_t scalar, uint8_t *text) noexcept {
    if (scalar < 0x80) {
        *text++ = uint8_t(scalar);
    } else if (scalar < 0x800) {
        *text++ = uint8_t(0xC0 | scalar >> 6);
        *text++ = uint8_t(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        *text++ = uint8_t(0xE0 | scalar >> 12);
        *text++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
        *text++ = uint8_t(0x80 | (scalar & 0x3F));
    } else {
        *text++ = uint8_t(0xF0 | scalar >> 18);
        *text++ = uint8_t(0x80 | (scalar >> 12 & 0x3F));
        *text++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
        *text++ = uint8_t(0x80 | (scalar & 0x3F));
    }
    return text;
}

/// Writes the scalar whose `\u` escape has its digits at `at`, and returns the byte after the escape, or null.
inline const uint8_t *unescape_unicode(const uint8_t *at, const uint8_t *end, uint8_t *&text) noexcept {
    if (end - at < 4) { return nullptr; }
    const int32_t unit = hexadecimal4(at);
    if (unit < 0) { return nullptr; }
    at += 4;
    uint32_t scalar = uint32_t(unit);
    if (scalar >= 0xD800 && scalar <= 0xDFFF) {
        if (scalar >= 0xDC00 || end - at < 6 || at[0] != '\\' || at[1] != 'u') { return nullptr; }
        const int32_t low = hexadecimal4(at + 2);
        if (low < 0xDC00 || low > 0xDFFF) { return nullptr; }
        scalar = 0x10000 + ((scalar - 0xD800) << 10) + (uint32_t(low) - 0xDC00);
        at += 6;
    }
    text = encode(scalar, text);
    return at;
}

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the lowest byte of a word is the first in memory");

/// The high bit of each byte of `word` that is `"`, `\` or a control character. Bits above the lowest one set may be
/// wrong, as a borrow can run into them; the lowest is exact.
inline uint64_t special_bytes(uint64_t word) noexcept {
    constexpr uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    const uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
    return (((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((word - ones * 0x20) & ~word)) & highs;
}

/// RFC 8259, section 6. Returns the end of the number that begins at `at`, or null when none does.
inline const uint8_t *number_end(const uint8_t *at) noexcept {
    if (*at == '-') { ++at; }
    if (*at == '0') {
        ++at;
    } else if (is_digit(*at)) {
        while (is_digit(*at)) { ++at; }
    } else {
        return nullptr;
    }
    if (*at == '.') {
        ++at;
        if (!is_digit(*at)) { return nullptr; }
        while (is_digit(*at)) { ++at; }
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        if (*at == '+' || *at == '-') { ++at; }
        if (!is_digit(*at)) { return nullptr; }
        while (is_digit(*at)) { ++at; }
    }
    return at;
}

/// RFC 8259, section 7. Unescapes, where it stands, the string whose first byte after the opening quote is at `text`,
/// up to its closing quote, and sets `text_end` to the end of what is left of it.
///
/// Returns the byte after the closing quote, or null when the string breaks the grammar, holds half a surrogate pair,
/// or does not end before `end`. The bytes up to `end` must be UTF-8 already, with 8 zeros after them.
inline const uint8_t *unescape(uint8_t *text, const uint8_t *end, uint8_t *&text_end) noexcept {
    const uint8_t *at = text;
    // Never ahead of `at`: no escape is shorter than what it stands for.
    uint8_t *out = text;
    while (at < end) {
        // Eight bytes at a time while nothing is special.
        uint64_t word;
        std::memcpy(&word, at, sizeof word);
        const uint64_t special = special_bytes(word);
        const int plain = special == 0 ? int(sizeof word) : __builtin_ctzll(special) / 8;
        if (out != at) { std::memcpy(out, &word, size_t(plain)); }
        at += plain;
        out += plain;
        if (special == 0) { continue; }
        if (at >= end) { return nullptr; }
        if (*at == '"') {
            text_end = out;
            return at + 1;
        }
        if (*at != '\\' || end - at < 2) { return nullptr; }
        const uint8_t escape = at[1];
        at += 2;
        switch (escape) {
            case '"': *out++ = '"'; break;
            case '\\': *out++ = '\\'; break;
            case '/': *out++ = '/'; break;
            case 'b': *out++ = '\b'; break;
            case 'f': *out++ = '\f'; break;
            case 'n': *out++ = '\n'; break;
            case 'r': *out++ = '\r'; break;
            case 't': *out++ = '\t'; break;
            case 'u':
                at = unescape_unicode(at, end, out);
                if (at == nullptr) { return nullptr; }
                break;
            default: return nullptr;
        }
    }
    return nullptr;
}

}  // namespace strict_json
