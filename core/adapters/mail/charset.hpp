// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy::mail {

/// Bytes in a declared charset as valid UTF-8 without NUL. The declaration is believed only as far as the bytes agree
/// with it: text that claims UTF-8 and is not is read as Windows-1252; text that claims Latin-1 and is UTF-8 is read as
/// UTF-8; a charset that is missing or unknown is guessed from the bytes. `guessed` is set if the declaration was not
/// followed.
[[nodiscard]] std::string decodeCharset(std::string_view bytes, std::string_view declared, bool* guessed = nullptr);
}
