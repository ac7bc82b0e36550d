// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mailserver/folder_names.hpp"

#include "core/base/text.hpp"

#include <array>

namespace agentarmy::mailserver {
namespace {
int sextet(char c)
{
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? -1 : int(at);
}

/// The UTF-16 between '&' and '-' as UTF-8; false if it is none.
bool decodeShift(std::string_view shifted, std::string& out)
{
    std::uint32_t bits = 0;
    int count = 0;
    std::uint32_t high = 0;
    for (const char c : shifted) {
        const int value = sextet(c);
        if (value < 0)
            return false;
        bits = (bits << 6) | std::uint32_t(value);
        count += 6;
        if (count < 16)
            continue;
        count -= 16;
        const std::uint32_t unit = (bits >> count) & 0xFFFF;
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            if (high == 0)
                return false;
            appendUtf8(out, char32_t(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)));
            high = 0;
        } else {
            appendUtf8(out, char32_t(unit));
        }
    }
    return high == 0;
}

struct NamedRole {
    std::string_view name;
    FolderRole role;
};
// What common mail programs and services call them; compared case-folded.
constexpr std::array byName {NamedRole {"inbox", FolderRole::inbox}, NamedRole {"sent", FolderRole::sent},
    NamedRole {"sent items", FolderRole::sent}, NamedRole {"sent mail", FolderRole::sent},
    NamedRole {"sent messages", FolderRole::sent}, NamedRole {"gesendet", FolderRole::sent},
    NamedRole {"gesendete objekte", FolderRole::sent}, NamedRole {"gesendete elemente", FolderRole::sent},
    NamedRole {"envoy\u00e9s", FolderRole::sent}, NamedRole {"\u00e9l\u00e9ments envoy\u00e9s", FolderRole::sent},
    NamedRole {"enviados", FolderRole::sent}, NamedRole {"elementos enviados", FolderRole::sent},
    NamedRole {"posta inviata", FolderRole::sent}, NamedRole {"inviata", FolderRole::sent},
    NamedRole {"verzonden items", FolderRole::sent}, NamedRole {"drafts", FolderRole::drafts},
    NamedRole {"entw\u00fcrfe", FolderRole::drafts}, NamedRole {"brouillons", FolderRole::drafts},
    NamedRole {"borradores", FolderRole::drafts}, NamedRole {"bozze", FolderRole::drafts},
    NamedRole {"junk", FolderRole::junk}, NamedRole {"junk e-mail", FolderRole::junk},
    NamedRole {"junk-e-mail", FolderRole::junk}, NamedRole {"spam", FolderRole::junk},
    NamedRole {"bulk mail", FolderRole::junk}, NamedRole {"trash", FolderRole::trash},
    NamedRole {"deleted", FolderRole::trash}, NamedRole {"deleted items", FolderRole::trash},
    NamedRole {"deleted messages", FolderRole::trash}, NamedRole {"papierkorb", FolderRole::trash},
    NamedRole {"gel\u00f6schte elemente", FolderRole::trash}, NamedRole {"gel\u00f6schte objekte", FolderRole::trash},
    NamedRole {"corbeille", FolderRole::trash}, NamedRole {"papelera", FolderRole::trash},
    NamedRole {"archive", FolderRole::archive}, NamedRole {"archives", FolderRole::archive},
    NamedRole {"archiv", FolderRole::archive}};
constexpr std::array byAttribute {NamedRole {"sent", FolderRole::sent}, NamedRole {"drafts", FolderRole::drafts},
    NamedRole {"junk", FolderRole::junk}, NamedRole {"trash", FolderRole::trash},
    NamedRole {"archive", FolderRole::archive}, NamedRole {"all", FolderRole::all},
    NamedRole {"inbox", FolderRole::inbox}};

template <class Table> FolderRole look(const Table& table, std::string_view key)
{
    for (const auto& entry : table)
        if (entry.name == key)
            return entry.role;
    return FolderRole::other;
}
}

std::string decodedFolderName(std::string_view encoded)
{
    std::string out;
    for (std::size_t at = 0; at < encoded.size();) {
        if (encoded[at] != '&') {
            out += encoded[at++];
            continue;
        }
        const auto end = encoded.find('-', at);
        if (end == std::string_view::npos)
            return toValidUtf8(encoded);
        if (end == at + 1)
            out += '&';
        else if (!decodeShift(encoded.substr(at + 1, end - at - 1), out))
            return toValidUtf8(encoded);
        at = end + 1;
    }
    return toValidUtf8(out);
}

FolderRole folderRole(const std::vector<std::string>& attributes, std::string_view name)
{
    for (const auto& attribute : attributes) {
        auto key = std::string_view(attribute);
        while (!key.empty() && key.front() == '\\')
            key.remove_prefix(1);
        if (const auto role = look(byAttribute, foldCase(key)); role != FolderRole::other)
            return role;
    }
    return look(byName, foldCase(name));
}
}
