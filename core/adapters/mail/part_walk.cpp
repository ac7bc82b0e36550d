// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/part_walk.hpp"

#include "core/adapters/mail/charset.hpp"
#include "core/adapters/mail/html_text.hpp"
#include "core/adapters/mail/mime_parts.hpp"
#include "core/adapters/mail/report_parts.hpp"
#include "core/adapters/mail/rtf_text.hpp"
#include "core/adapters/mail/tnef.hpp"
#include "core/base/hash.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <optional>

namespace agentarmy::mail {
namespace {
constexpr std::size_t maxHtmlBytes = std::size_t(4) << 20;
constexpr int maxMessageDepth = 8;
constexpr std::size_t maxEncodedMultipart = std::size_t(16) << 20;

bool startsLikeHtml(std::string_view text)
{
    text = trimView(text.substr(0, 200));
    return startsWithNoCase(text, "<!doctype html") || startsWithNoCase(text, "<html");
}

/// The charset that HTML names for itself in its first KiB.
std::string metaCharset(std::string_view html)
{
    const auto head = asciiLower(html.substr(0, 1024));
    const auto at = head.find("charset=");
    if (at == std::string::npos)
        return {};
    std::size_t begin = at + 8;
    while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' '))
        ++begin;
    return head.substr(begin, std::min(head.find_first_of("\"'; />", begin), head.size()) - begin);
}

std::size_t wordBytes(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return !isAsciiSpace(c); }));
}

bool isTnef(const std::string& type, const std::string& name)
{
    return type == "application/ms-tnef" || type == "application/vnd.ms-tnef" || equalsNoCase(name, "winmail.dat");
}

bool isDetachedSignature(const std::string& type)
{
    return type == "application/pgp-signature" || type == "application/pkcs7-signature"
        || type == "application/x-pkcs7-signature";
}
}

void PartWalk::addDefect(std::string text)
{
    auto& defects = m_mail.defects;
    if (defects.size() < 20 && std::find(defects.begin(), defects.end(), text) == defects.end())
        defects.push_back(std::move(text));
}

void PartWalk::addLoss(std::string text)
{
    m_mail.incomplete = true;
    addDefect(std::move(text));
}

void PartWalk::read(const HeaderBlock& message)
{
    auto entity = entityOf(message, "text/plain");
    compose(walk(entity, 0, Place::body, false));
}

PartWalk::Entity PartWalk::entityOf(const HeaderBlock& block, std::string_view defaultType) const
{
    Entity entity;
    entity.body = block.body;
    entity.type.value = defaultType;
    for (const auto& field : block.fields) {
        if (field.name.size() < 10 || !startsWithNoCase(field.name, "content-"))
            continue;
        if (equalsNoCase(field.name, "content-type") && entity.type.parameters.empty()
            && entity.type.value == defaultType) {
            auto type = parseParameterized(field.value);
            if (type.value.empty() || type.value.find('/') == std::string::npos)
                type.value = type.value == "html" ? "text/html" : "text/plain"; // "text", "plain", ""
            entity.type = std::move(type);
        } else if (equalsNoCase(field.name, "content-transfer-encoding")) {
            entity.encoding = transferEncodingFrom(unfolded(field.value));
        } else if (equalsNoCase(field.name, "content-disposition")) {
            entity.disposition = parseParameterized(field.value);
        } else if (equalsNoCase(field.name, "content-id")) {
            entity.hasContentId = !trimView(field.value).empty();
        }
    }
    const auto named = entity.disposition.parameter("filename");
    entity.name = safeFileName(named.empty() ? entity.type.parameter("name") : named);
    return entity;
}

PartWalk::Body PartWalk::walk(const Entity& entity, int depth, Place place, bool inRelated)
{
    if (m_mail.partCount >= m_limits.parts) {
        addLoss("has more than " + std::to_string(m_limits.parts) + " parts; the rest was not read");
        return {};
    }
    ++m_mail.partCount;
    if (depth > m_limits.depth) {
        addLoss("is nested deeper than " + std::to_string(m_limits.depth) + " levels; what is below was not read");
        return {};
    }
    if (entity.type.value.starts_with("multipart/"))
        return walkMultipart(entity, depth, place);
    return leaf(entity, depth, place, inRelated);
}

PartWalk::Body PartWalk::walkMultipart(const Entity& entity, int depth, Place place)
{
    const auto subtype = std::string_view(entity.type.value).substr(10);
    std::string decoded; // an encoded multipart is forbidden, and happens
    auto body = entity.body;
    if (entity.encoding == TransferEncoding::base64 && depth < 3 && body.size() < maxEncodedMultipart
        && body.find("\n--") == std::string_view::npos && !body.starts_with("--")) {
        decoded = decodedBytes(body, entity.encoding, body.size());
        body = decoded;
        addDefect("has an encoded multipart");
    }
    auto boundary = std::string(trimView(entity.type.parameter("boundary")));
    MultipartSplit split;
    if (!boundary.empty() && boundary.size() <= 1000)
        split = splitMultipart(body, boundary, m_limits.parts);
    if (split.parts.empty()) {
        boundary = sniffBoundary(body);
        if (!boundary.empty())
            split = splitMultipart(body, boundary, m_limits.parts);
        addDefect(split.parts.empty() ? "is a multipart without parts" : "names a wrong boundary or none");
    }
    if (split.parts.empty()) { // what is there is the text
        Entity text = entity;
        text.type = {};
        text.type.value = "text/plain";
        return trimView(body).empty() || !decoded.empty() ? Body() : leaf(text, depth, place, false);
    }
    if (!split.hasEnd)
        addLoss("ends before its last part is closed");
    if (split.dropped > 0)
        addLoss("has more than " + std::to_string(m_limits.parts) + " parts; the rest was not read");
    const std::string_view defaultType = subtype == "digest" ? "message/rfc822" : "text/plain";
    std::vector<Body> bodies;
    for (const auto part : split.parts) {
        if (m_mail.partCount >= m_limits.parts) {
            addLoss("has more than " + std::to_string(m_limits.parts) + " parts; the rest was not read");
            break;
        }
        const auto block = scanHeaders(part, 64 * 1024, 200);
        bodies.push_back(walk(entityOf(block, defaultType), depth + 1, place, subtype == "related"));
    }
    if (subtype == "alternative")
        return chooseAlternative(std::move(bodies));
    Body all;
    for (auto& each : bodies)
        std::move(each.begin(), each.end(), std::back_inserter(all));
    return all;
}

PartWalk::Body PartWalk::chooseAlternative(std::vector<Body> bodies)
{
    const auto isHtml = [](const Segment& segment) { return segment.form == BodyForm::html; };
    Body* plain = nullptr;
    Body* html = nullptr;
    std::size_t plainBytes = 0;
    for (auto& body : bodies) {
        if (body.empty())
            continue;
        if (std::any_of(body.begin(), body.end(), isHtml)) {
            html = &body; // later alternatives are richer
            continue;
        }
        std::size_t bytes = 0;
        for (const auto& segment : body)
            bytes += wordBytes(segment.text);
        if (bytes > plainBytes) {
            plain = &body;
            plainBytes = bytes;
        }
    }
    if (!html)
        return plain ? std::move(*plain) : Body();
    if (!plain)
        return std::move(*html);
    // "Your program cannot show HTML": a stub of text beside a long page.
    std::size_t htmlSource = 0;
    for (const auto& segment : *html)
        htmlSource += segment.encoded.size() + segment.text.size();
    if (plainBytes >= 300 || htmlSource < 2000)
        return std::move(*plain);
    std::size_t htmlBytes = 0;
    for (auto& segment : *html) {
        if (segment.form == BodyForm::html)
            decodeHtml(segment);
        auto converted
            = segment.form == BodyForm::html ? htmlToText(segment.text) : HtmlText {segment.text, false, false};
        htmlBytes += wordBytes(converted.text);
    }
    return std::move(htmlBytes > 4 * plainBytes + 200 ? *html : *plain);
}

PartWalk::Body PartWalk::leaf(const Entity& entity, int depth, Place place, bool inRelated)
{
    const auto& type = entity.type.value;
    const bool asFile = entity.disposition.value == "attachment";
    if (isTnef(type, entity.name))
        return tnef(entity, place);
    if (type == "message/delivery-status" || type == "message/global-delivery-status") {
        if (place == Place::body && !m_mail.bounce)
            m_mail.bounce = readDeliveryStatus(decodedBytes(entity.body, entity.encoding, 256 * 1024));
        return {};
    }
    if (type == "message/disposition-notification" || type == "text/rfc822-headers" || isDetachedSignature(type))
        return {};
    if (type == "message/rfc822" || type == "message/global") {
        nestedMessage(entity, depth);
        return {};
    }
    if (type == "text/calendar" || type == "application/ics" || (asFile && entity.name.ends_with(".ics"))) {
        if (place == Place::body)
            calendar(entity);
        if (asFile || type != "text/calendar" || !entity.name.empty())
            attach(entity, false);
        return {};
    }
    const bool isText
        = type.starts_with("text/") && (type == "text/plain" || type == "text/html" || entity.name.empty());
    if (isText && !asFile && place == Place::body && (entity.name.empty() || depth == 0 || inRelated))
        return textLeaf(entity);
    if (isText && place == Place::nested && !asFile && entity.name.empty())
        return {}; // the text of an attached message is part of that attachment
    if (!entity.body.empty() || !entity.name.empty())
        attach(entity, !asFile && type.starts_with("image/") && (entity.hasContentId || inRelated));
    return {};
}

PartWalk::Body PartWalk::textLeaf(const Entity& entity)
{
    Segment segment;
    segment.charset = entity.type.parameter("charset");
    segment.encoding = entity.encoding;
    if (entity.type.value == "text/html" || entity.type.value == "text/xhtml") {
        if (trimView(entity.body.substr(0, 4096)).empty() && trimView(entity.body).empty())
            return {};
        segment.form = BodyForm::html;
        segment.encoded = entity.body;
        return {std::move(segment)};
    }
    bool truncated = false;
    const auto bytes = decodedBytes(entity.body, entity.encoding, m_limits.bodyBytes + 4096, &truncated);
    m_mail.bodyTruncated = m_mail.bodyTruncated || truncated;
    bool guessed = false;
    segment.text = tidyText(decodeCharset(bytes, segment.charset, &guessed));
    if (guessed && !segment.charset.empty())
        addDefect("is not in the character set it names");
    if (segment.text.empty())
        return {};
    if (startsLikeHtml(segment.text)) {
        segment.form = BodyForm::html;
        return {std::move(segment)};
    }
    if (equalsNoCase(entity.type.parameter("format"), "flowed"))
        segment.text = tidyText(unflowed(segment.text, equalsNoCase(entity.type.parameter("delsp"), "yes")));
    return {std::move(segment)};
}

void PartWalk::decodeHtml(Segment& segment)
{
    if (segment.encoded.empty())
        return;
    bool truncated = false;
    const auto bytes = decodedBytes(segment.encoded, segment.encoding, maxHtmlBytes, &truncated);
    m_mail.bodyTruncated = m_mail.bodyTruncated || truncated;
    bool guessed = false;
    const auto charset = segment.charset.empty() ? metaCharset(bytes) : segment.charset;
    segment.text = decodeCharset(bytes, charset, &guessed);
    if (guessed && !charset.empty())
        addDefect("is not in the character set it names");
    segment.encoded = {};
}

std::string PartWalk::asText(Segment& segment)
{
    if (segment.form != BodyForm::html)
        return std::move(segment.text);
    decodeHtml(segment);
    auto text = htmlToText(segment.text, {.inputBytes = maxHtmlBytes, .textBytes = m_limits.bodyBytes});
    m_mail.bodyTruncated = m_mail.bodyTruncated || text.truncated;
    return std::move(text.text);
}

void PartWalk::compose(Body body)
{
    // Outlook sends the same words beside its winmail.dat as plain text.
    const bool hasOwn = std::any_of(body.begin(), body.end(), [](const Segment& segment) { return !segment.isSpare; });
    bool first = true;
    for (auto& segment : body) {
        if (segment.isSpare && hasOwn)
            continue;
        auto text = asText(segment);
        if (text.empty())
            continue;
        if (first) {
            m_mail.bodyForm = segment.form;
            m_mail.isHtmlOnly = segment.form == BodyForm::html;
            m_mail.bodyText = std::move(text);
        } else {
            m_mail.bodyText += "\n\n" + text;
        }
        first = false;
        if (m_mail.bodyText.size() >= m_limits.bodyBytes)
            break;
    }
    if (m_mail.bodyText.size() > m_limits.bodyBytes) {
        m_mail.bodyText.resize(cutAtCodePoint(m_mail.bodyText, m_limits.bodyBytes).size());
        m_mail.bodyTruncated = true;
    }
}

PartWalk::Body PartWalk::tnef(const Entity& entity, Place place)
{
    const auto bytes = decodedBytes(entity.body, entity.encoding, entity.body.size());
    const auto file = readTnef(bytes, m_limits.bodyBytes, m_limits.attachments);
    if (!file) {
        addLoss("has a winmail.dat that cannot be read");
        attachBytes(bytes, entity.name.empty() ? "winmail.dat" : entity.name, "application/ms-tnef", false);
        return {};
    }
    if (file->truncated)
        addLoss("has a winmail.dat that ends too early");
    for (const auto& attachment : file->attachments)
        attachBytes(attachment.bytes, safeFileName(attachment.name), attachment.mediaType, attachment.isInline);
    if (place == Place::nested)
        return {};
    Segment segment;
    segment.isSpare = true;
    if (auto text = tidyText(file->text); !text.empty()) {
        segment.text = std::move(text);
    } else if (!file->html.empty()) {
        segment.form = BodyForm::html;
        segment.text
            = decodeCharset(file->html, file->htmlCharset.empty() ? metaCharset(file->html) : file->htmlCharset);
    } else if (!file->rtf.empty()) {
        auto rtf = rtfToText(file->rtf, m_limits.bodyBytes * 2);
        segment.form = rtf.isHtml ? BodyForm::html : BodyForm::rtf;
        segment.text = rtf.isHtml ? std::move(rtf.text) : tidyText(std::move(rtf.text));
    }
    return segment.text.empty() ? Body() : Body {std::move(segment)};
}

void PartWalk::keepAttachment(MailAttachment attachment)
{
    if (attachment.name.empty())
        attachment.name
            = "part-" + std::to_string(m_mail.attachments.size() + 1) + std::string(extensionOf(attachment.mediaType));
    attachment.mediaType = std::string(cutAtCodePoint(attachment.mediaType, 200));
    m_mail.attachments.push_back(std::move(attachment));
}

void PartWalk::attach(const Entity& entity, bool isInline)
{
    if (m_mail.attachments.size() >= m_limits.attachments) {
        addLoss("has more than " + std::to_string(m_limits.attachments) + " attachments; the rest was not kept");
        return;
    }
    Sha256Stream hash;
    MailAttachment attachment {
        .name = entity.name, .mediaType = entity.type.value, .size = 0, .sha256 = {}, .isInline = isInline};
    decodeTransfer(entity.body, entity.encoding, [&](std::string_view piece) {
        hash.add(piece);
        attachment.size += std::int64_t(piece.size());
        return true;
    });
    attachment.sha256 = hexText(hash.finish());
    keepAttachment(std::move(attachment));
}

void PartWalk::attachBytes(std::string_view bytes, std::string name, std::string mediaType, bool isInline)
{
    if (m_mail.attachments.size() >= m_limits.attachments)
        return;
    keepAttachment({.name = std::move(name),
        .mediaType = mediaType.empty() ? "application/octet-stream" : std::move(mediaType),
        .size = std::int64_t(bytes.size()),
        .sha256 = hexText(sha256(bytes)),
        .isInline = isInline});
}

void PartWalk::nestedMessage(const Entity& entity, int depth)
{
    const auto block = scanHeaders(entity.body, 64 * 1024, 500);
    Entity named = entity;
    if (named.name.empty())
        if (const auto* subject = block.find("Subject"))
            if (auto name = safeFileName(decodedHeader(subject->value)); !name.empty())
                named.name = std::string(cutAtCodePoint(name, 100)) + ".eml";
    if (!(m_mail.bounce && depth > 0)) // the returned mail of a bounce is no file that somebody sent
        attach(named, false);
    if (entity.encoding != TransferEncoding::identity)
        return;
    if (m_messageDepth >= maxMessageDepth) { // each level hashes all that is below
        addLoss("holds mails within mails deeper than " + std::to_string(maxMessageDepth)
            + " levels; what is below was not read");
        return;
    }
    ++m_messageDepth;
    (void)walk(entityOf(block, "text/plain"), depth + 1, Place::nested, false);
    --m_messageDepth;
}

void PartWalk::calendar(const Entity& entity)
{
    if (m_mail.calendar)
        return;
    const auto text
        = decodeCharset(decodedBytes(entity.body, entity.encoding, 256 * 1024), entity.type.parameter("charset"));
    m_mail.calendar = readCalendar(text, entity.type.parameter("method"));
}
}
