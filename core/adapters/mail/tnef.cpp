// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/tnef.hpp"

#include "core/adapters/mail/charset.hpp"
#include "core/base/text.hpp"

#include <array>
#include <cstdint>
#include <map>

namespace agentarmy::mail {
namespace {
/// Reads little-endian numbers and blocks; beyond the end it gives zeros and remembers that.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    std::uint32_t number(std::size_t count)
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value |= std::uint32_t(byte()) << (8 * i);
        return value;
    }
    std::string_view block(std::size_t size)
    {
        if (size > left()) {
            m_failed = true;
            size = left();
        }
        const auto taken = m_bytes.substr(m_at, size);
        m_at += size;
        return taken;
    }
    std::size_t left() const { return m_bytes.size() - m_at; }
    bool failed() const { return m_failed; }

private:
    std::uint8_t byte()
    {
        if (m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

struct Property {
    std::uint16_t type = 0;
    std::string_view value;
};
using Properties = std::map<std::uint16_t, Property>;

constexpr std::uint16_t typeString8 = 0x1E, typeUnicode = 0x1F, typeObject = 0x0D, typeBinary = 0x102;

std::size_t fixedSize(std::uint16_t type)
{
    switch (type) {
    case 0x02:
    case 0x03:
    case 0x04:
    case 0x0A:
    case 0x0B:
        return 4;
    case 0x05:
    case 0x06:
    case 0x07:
    case 0x14:
    case 0x40:
        return 8;
    case 0x48:
        return 16;
    default:
        return 0;
    }
}

std::size_t padded(std::size_t size) { return (size + 3) & ~std::size_t(3); }

Properties readProperties(std::string_view bytes)
{
    Properties properties;
    ByteReader in(bytes);
    const auto count = in.number(4);
    for (std::uint32_t i = 0; i < count && !in.failed() && in.left() >= 4; ++i) {
        const auto type = std::uint16_t(in.number(2));
        const auto id = std::uint16_t(in.number(2));
        if (id >= 0x8000) { // named: a GUID, then a number or a name
            (void)in.block(16);
            if (in.number(4) == 0)
                (void)in.number(4);
            else
                (void)in.block(padded(in.number(4)));
        }
        const auto base = std::uint16_t(type & 0x0FFF);
        const bool variable = base == typeString8 || base == typeUnicode || base == typeObject || base == typeBinary;
        const bool many = (type & 0x1000) != 0;
        const auto size = fixedSize(base);
        if (!variable && size == 0) // an unknown type has an unknown length
            break;
        const auto values = variable || many ? in.number(4) : 1;
        for (std::uint32_t k = 0; k < values && !in.failed(); ++k) {
            std::string_view value;
            if (variable) {
                const auto length = in.number(4);
                value = in.block(padded(length)).substr(0, length);
            } else {
                value = in.block(size);
            }
            if (k == 0)
                properties.try_emplace(id, Property {base, value});
        }
    }
    return properties;
}

std::string untilNul(std::string text)
{
    text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

std::string propertyText(
    const Properties& properties, std::uint16_t id, const std::string& codepage, std::size_t maxBytes)
{
    const auto found = properties.find(id);
    if (found == properties.end())
        return {};
    const auto value = found->second.value.substr(0, maxBytes * 2);
    if (found->second.type == typeUnicode) {
        std::string out;
        if (!convertToUtf8(value.substr(0, value.size() / 2 * 2), "utf-16le", out))
            return {};
        return std::string(cutAtCodePoint(out, maxBytes));
    }
    if (found->second.type != typeString8)
        return {};
    return std::string(cutAtCodePoint(decodeCharset(untilNul(std::string(value)), codepage), maxBytes));
}

std::string_view propertyBytes(const Properties& properties, std::uint16_t id)
{
    const auto found = properties.find(id);
    if (found == properties.end())
        return {};
    auto value = found->second.value;
    if (found->second.type == typeObject)
        value.remove_prefix(std::min(value.size(), std::size_t(16))); // the interface id
    return value;
}

std::uint32_t propertyNumber(const Properties& properties, std::uint16_t id)
{
    const auto found = properties.find(id);
    return found == properties.end() ? 0 : ByteReader(found->second.value).number(4);
}

std::string codepageName(std::uint32_t number)
{
    switch (number) {
    case 0:
        return {};
    case 65001:
        return "utf-8";
    case 1200:
        return "utf-16le";
    case 20127:
        return "us-ascii";
    case 28591:
        return "iso-8859-1";
    case 932:
        return "shift_jis";
    case 936:
        return "gbk";
    case 949:
        return "euc-kr";
    case 950:
        return "big5";
    case 50220:
    case 50221:
    case 50222:
        return "iso-2022-jp";
    case 54936:
        return "gb18030";
    default:
        return number < 100000 ? "windows-" + std::to_string(number) : std::string();
    }
}

enum Attribute : std::uint16_t {
    body = 0x800C,
    attachData = 0x800F,
    attachTitle = 0x8010,
    attachRenderData = 0x9002,
    mapiProperties = 0x9003,
    attachment = 0x9005,
    oemCodepage = 0x9007
};
}

std::string unpackRtf(std::string_view packed, std::size_t maxBytes)
{
    static constexpr std::string_view preset
        = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
          "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
          "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
    static_assert(preset.size() == 207);
    ByteReader in(packed);
    (void)in.number(4);
    const std::size_t rawSize = std::min<std::size_t>(in.number(4), maxBytes);
    const auto kind = in.number(4);
    (void)in.number(4); // a checksum, which senders get wrong
    if (kind == 0x414C454D) // "MELA": not packed
        return std::string(in.block(std::min(rawSize, in.left())));
    if (kind != 0x75465A4C) // "LZFu"
        return {};
    std::array<char, 4096> window {};
    std::copy(preset.begin(), preset.end(), window.begin());
    std::size_t write = preset.size();
    std::string out;
    const auto put = [&](char c) {
        out += c;
        window[write] = c;
        write = (write + 1) % window.size();
    };
    while (out.size() < rawSize && in.left() > 0) {
        auto control = in.number(1);
        for (int bit = 0; bit < 8 && out.size() < rawSize && in.left() > 0; ++bit, control >>= 1) {
            if ((control & 1) == 0) {
                put(char(in.number(1)));
                continue;
            }
            const auto high = in.number(1);
            const auto low = in.number(1);
            std::size_t from = (high << 4) | (low >> 4);
            const std::size_t length = (low & 15) + 2;
            if (from == write) // the end mark
                return out;
            for (std::size_t i = 0; i < length && out.size() < rawSize; ++i, from = (from + 1) % window.size())
                put(window[from]);
        }
    }
    return out;
}

std::optional<TnefFile> readTnef(std::string_view bytes, std::size_t maxTextBytes, std::size_t maxAttachments)
{
    ByteReader in(bytes);
    if (in.number(4) != 0x223E9F78)
        return std::nullopt;
    (void)in.number(2);
    TnefFile file;
    std::string codepage;
    TnefAttachment current;
    bool inAttachment = false;
    const auto keepAttachment = [&] {
        if (inAttachment && !current.bytes.empty() && file.attachments.size() < maxAttachments)
            file.attachments.push_back(std::move(current));
        current = {};
        inAttachment = false;
    };
    while (in.left() >= 11 && !in.failed()) {
        (void)in.number(1); // level
        const auto id = std::uint16_t(in.number(4) & 0xFFFF);
        const auto value = in.block(in.number(4));
        if (!in.failed())
            (void)in.number(2); // checksum
        switch (id) {
        case oemCodepage:
            codepage = codepageName(ByteReader(value).number(4));
            break;
        case body:
            file.text = decodeCharset(untilNul(std::string(value.substr(0, maxTextBytes))), codepage);
            break;
        case mapiProperties: {
            const auto properties = readProperties(value);
            if (auto text = propertyText(properties, 0x1000, codepage, maxTextBytes); !text.empty())
                file.text = std::move(text);
            file.html = std::string(propertyBytes(properties, 0x1013).substr(0, maxTextBytes * 4));
            file.htmlCharset = codepageName(propertyNumber(properties, 0x3FDE));
            file.rtf = unpackRtf(propertyBytes(properties, 0x1009), maxTextBytes * 4);
            break;
        }
        case attachRenderData:
            keepAttachment();
            inAttachment = true;
            break;
        case attachTitle:
            inAttachment = true;
            if (current.name.empty())
                current.name = decodeCharset(untilNul(std::string(value.substr(0, 1000))), codepage);
            break;
        case attachData:
            inAttachment = true;
            current.bytes = value;
            break;
        case attachment: {
            inAttachment = true;
            const auto properties = readProperties(value);
            for (const std::uint16_t name : {0x3707, 0x3704, 0x3001})
                if (auto text = propertyText(properties, name, codepage, 1000); !text.empty()) {
                    current.name = std::move(text);
                    break;
                }
            current.mediaType = asciiLower(propertyText(properties, 0x370E, codepage, 200));
            current.isInline = propertyNumber(properties, 0x7FFE) != 0;
            if (current.bytes.empty())
                current.bytes = propertyBytes(properties, 0x3701);
            break;
        }
        default:
            break;
        }
    }
    keepAttachment();
    file.truncated = in.failed();
    return file;
}
}
