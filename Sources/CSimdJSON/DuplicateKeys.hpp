#pragma once

#include "CSimdJSON.h"

namespace strict_json {

/// Looks for two members of one object that have the same name, byte for byte after unescaping.
///
/// - object: an object node, followed by the nodes it contains.
/// - text: what the nodes' offsets refer to, with 8 readable bytes after each name.
///
/// Names come from outside, so nothing here depends on a hash being good: the cost is at most that of a sort.
strict_json_status check_names(const strict_json_node *object, const uint8_t *text) noexcept;

}  // namespace strict_json
