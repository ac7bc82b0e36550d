// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/mail/mime_headers.hpp"
#include "core/adapters/mail/parsed_mail.hpp"
#include "core/adapters/mail/transfer_decoding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::mail {

/// Walks the parts of one mail and fills body, attachments, calendar, bounce and defects of `mail`.
class PartWalk {
public:
    PartWalk(const MailLimits& limits, ParsedMail& mail)
        : m_limits(limits)
        , m_mail(mail)
    {
    }
    void read(const HeaderBlock& message);
    void addDefect(std::string text);
    void addLoss(std::string text); ///< a defect by which something of the mail was not read

private:
    /// One entity: its type, how it is encoded, what it is called.
    struct Entity {
        ParameterizedValue type;
        ParameterizedValue disposition;
        TransferEncoding encoding = TransferEncoding::identity;
        std::string name;
        bool hasContentId = false;
        std::string_view body;
    };
    /// A piece of the body. HTML is turned into text only if it is chosen.
    struct Segment {
        BodyForm form = BodyForm::plain;
        std::string text; ///< plain; for HTML the source in UTF-8 once decoded
        std::string_view encoded; ///< HTML not decoded yet
        TransferEncoding encoding = TransferEncoding::identity;
        std::string charset;
        bool isSpare = false; ///< used only if there is no other text
    };
    using Body = std::vector<Segment>;
    enum class Place { body, nested }; ///< nested: in an attached message; only its files are of interest

    [[nodiscard]] Entity entityOf(const HeaderBlock& block, std::string_view defaultType) const;
    [[nodiscard]] Body walk(const Entity& entity, int depth, Place place, bool inRelated);
    [[nodiscard]] Body walkMultipart(const Entity& entity, int depth, Place place);
    [[nodiscard]] Body leaf(const Entity& entity, int depth, Place place, bool inRelated);
    [[nodiscard]] Body textLeaf(const Entity& entity);
    [[nodiscard]] Body chooseAlternative(std::vector<Body> bodies);
    [[nodiscard]] Body tnef(const Entity& entity, Place place);
    void attach(const Entity& entity, bool isInline);
    void keepAttachment(MailAttachment attachment);
    void attachBytes(std::string_view bytes, std::string name, std::string mediaType, bool isInline);
    void nestedMessage(const Entity& entity, int depth);
    void calendar(const Entity& entity);
    void decodeHtml(Segment& segment);
    [[nodiscard]] std::string asText(Segment& segment);
    void compose(Body body);

    const MailLimits& m_limits;
    ParsedMail& m_mail;
    int m_messageDepth = 0; ///< attached messages that the walk is in
};
}
