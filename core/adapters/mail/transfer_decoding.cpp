// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/transfer_decoding.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <gmime/gmime-encodings.h>

namespace agentarmy::mail {
namespace {
GMimeContentEncoding gmimeEncoding(TransferEncoding encoding)
{
    switch (encoding) {
    case TransferEncoding::base64:
        return GMIME_CONTENT_ENCODING_BASE64;
    case TransferEncoding::quotedPrintable:
        return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    case TransferEncoding::uuencode:
        return GMIME_CONTENT_ENCODING_UUENCODE;
    case TransferEncoding::identity:
        break;
    }
    return GMIME_CONTENT_ENCODING_BINARY;
}
}

TransferEncoding transferEncodingFrom(std::string_view value)
{
    auto text = trimView(value);
    text = trimView(text.substr(0, text.find_first_of(";(")));
    if (text.size() > 1 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    if (equalsNoCase(text, "base64"))
        return TransferEncoding::base64;
    if (equalsNoCase(text, "quoted-printable") || equalsNoCase(text, "quoted_printable") || equalsNoCase(text, "qp"))
        return TransferEncoding::quotedPrintable;
    if (equalsNoCase(text, "x-uuencode") || equalsNoCase(text, "uuencode") || equalsNoCase(text, "x-uue"))
        return TransferEncoding::uuencode;
    return TransferEncoding::identity;
}

void decodeTransfer(
    std::string_view encoded, TransferEncoding encoding, const std::function<bool(std::string_view)>& sink)
{
    constexpr std::size_t step = 48 * 1024;
    if (encoding == TransferEncoding::identity) {
        for (std::size_t at = 0; at < encoded.size(); at += step)
            if (!sink(encoded.substr(at, step)))
                return;
        return;
    }
    if (encoding == TransferEncoding::uuencode) { // gmime decodes what stands between "begin 644 name" and "end"
        const auto begin = encoded.find("begin ");
        if (begin == std::string_view::npos)
            return;
        encoded.remove_prefix(std::min(encoded.find('\n', begin), encoded.size() - 1) + 1);
        encoded = encoded.substr(0, encoded.find("\nend"));
    }
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, gmimeEncoding(encoding));
    std::string out;
    for (std::size_t at = 0; at < encoded.size(); at += step) {
        const auto piece = encoded.substr(at, step);
        out.resize(g_mime_encoding_outlen(&state, piece.size()));
        const auto written = g_mime_encoding_step(&state, piece.data(), piece.size(), out.data());
        if (written > 0 && !sink(std::string_view(out).substr(0, written)))
            return;
    }
    out.resize(g_mime_encoding_outlen(&state, 0) + 8);
    const auto written = g_mime_encoding_flush(&state, "", 0, out.data());
    if (written > 0)
        (void)sink(std::string_view(out).substr(0, written));
}

std::string decodedBytes(std::string_view encoded, TransferEncoding encoding, std::size_t maxBytes, bool* truncated)
{
    std::string out;
    bool more = false;
    decodeTransfer(encoded, encoding, [&](std::string_view piece) {
        const auto room = maxBytes - out.size();
        out += piece.substr(0, room);
        more = piece.size() > room;
        return !more;
    });
    if (truncated)
        *truncated = more;
    return out;
}
}
