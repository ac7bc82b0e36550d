// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/draft_review.hpp"
#include "core/rules/sales/local_draft.hpp"
#include "core/rules/text/scan.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
constexpr std::string_view inbound = "We lose two days a month retyping orders. How could a pilot look?";

LocalDraftInput answer(const PersonaAxes& voice)
{
    LocalDraftInput input;
    input.stage = DealStage::discovery;
    input.contactName = "Ana Weber";
    input.ourName = "Lena Hartmann";
    input.ourCompany = "Meridianflow";
    input.accountName = "Nordwind";
    input.subject = "Orders";
    input.lastInboundText = inbound;
    input.voice = voice;
    return input;
}
std::string body(const PersonaAxes& voice) { return draftLocally(answer(voice)).body; }
/// One of the three bands.
double band(int number) { return 0.1 + 0.4 * (number % 3); }
/// What the review finds in the draft.
std::string codesOf(const LocalDraftInput& input)
{
    const auto draft = draftLocally(input);
    DraftReviewInput review;
    review.subject = draft.subject;
    review.body = draft.body;
    review.persona = input.persona;
    review.channel = input.channel;
    review.isReply = !input.lastInboundText.empty();
    review.contactName = std::string(input.contactName);
    review.grounds = std::string(input.lastInboundText);
    std::string codes;
    for (const auto& finding : reviewDraft(review))
        codes += finding.code + ' ';
    return codes;
}
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
}

class VoiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inTheMiddleTheReaderDecides()
    {
        auto input = answer({});
        QVERIFY(draftLocally(input).body.starts_with("Hello Ana,\n"));
        input.persona = PersonaType::cSuite;
        QVERIFY(draftLocally(input).body.starts_with("Dear Ana Weber,\n"));
        QVERIFY(draftLocally(input).body.ends_with("Kind regards,\nLena Hartmann"));
    }
    void formalityGreetsAndCloses()
    {
        const auto casual = body({0.1, 0.5, 0.5, 0.5});
        QVERIFY(casual.starts_with("Hey Ana,\n") && casual.ends_with("Cheers,\nLena Hartmann"));
        const auto formal = body({0.9, 0.5, 0.5, 0.5});
        QVERIFY(formal.starts_with("Dear Ana Weber,\n") && formal.ends_with("Kind regards,\nLena Hartmann"));
        auto nobody = answer({0.9, 0.5, 0.5, 0.5});
        nobody.contactName = {};
        QVERIFY(draftLocally(nobody).body.starts_with("Dear Sir or Madam,\n"));
        nobody.voice.formalCasual = 0.1;
        QVERIFY(draftLocally(nobody).body.starts_with("Hey there,\n"));
        nobody.language = "de";
        nobody.voice.formalCasual = 0.9;
        QVERIFY(draftLocally(nobody).body.starts_with("Sehr geehrte Damen und Herren,\n"));
    }
    void detailMakesItLonger()
    {
        const auto brief = body({0.5, 0.1, 0.5, 0.5});
        const auto usual = body({});
        const auto full = body({0.5, 0.9, 0.5, 0.5});
        QVERIFY(text::words(brief).size() < text::words(usual).size());
        QVERIFY(text::words(usual).size() < text::words(full).size());
        auto first = answer({0.5, 0.1, 0.5, 0.5});
        first.lastInboundText = {}; // outreach keeps one sentence of what it is about
        QVERIFY(text::words(draftLocally(first).body).size() > 15);
    }
    void initiativeOffersOrWaits()
    {
        QVERIFY(holds(body({0.5, 0.5, 0.5, 0.9}), "propose a time"));
        QVERIFY(holds(body({0.5, 0.5, 0.5, 0.1}), "wait to hear from you"));
        QVERIFY(!holds(body({}), "propose a time") && !holds(body({}), "wait to hear"));
        auto chat = answer({0.5, 0.5, 0.5, 0.9});
        chat.channel = Channel::chat;
        QVERIFY(holds(draftLocally(chat).body, "propose a time"));
    }
    void depthNamesTheTechnical()
    {
        QVERIFY(holds(body({0.5, 0.5, 0.9, 0.5}), "technical details"));
        QVERIFY(holds(body({0.5, 0.5, 0.1, 0.5}), "than about features"));
    }
    void everyVoiceKeepsTheRulesOfADraft()
    {
        for (const auto reader : {PersonaType::ic, PersonaType::manager, PersonaType::cSuite})
            for (const auto stage :
                {DealStage::prospecting, DealStage::discovery, DealStage::negotiation, DealStage::stalled})
                for (const auto channel : {Channel::email, Channel::chat})
                    for (const auto language : {"en", "de"})
                        for (const auto said : {inbound, std::string_view()}) {
                            auto input = answer({});
                            input.persona = reader;
                            input.stage = stage;
                            input.channel = channel;
                            input.language = language;
                            input.lastInboundText = said;
                            const auto usual = codesOf(input); // where the reader alone decides
                            for (int voice = 0; voice < 81; ++voice) {
                                input.voice = {band(voice), band(voice / 3), band(voice / 9), band(voice / 27)};
                                const auto found = codesOf(input);
                                QVERIFY2(found == usual, (found + ":\n" + draftLocally(input).body).c_str());
                            }
                        }
    }
};

QTEST_APPLESS_MAIN(VoiceTest)
#include "voice_test.moc"
