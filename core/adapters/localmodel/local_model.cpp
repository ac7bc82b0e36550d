// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/localmodel/local_model.hpp"

#include "core/rules/deals/local_detection.hpp"
#include "core/rules/deals/local_stakeholders.hpp"
#include "core/rules/sales/local_draft.hpp"
#include "core/rules/sales/local_qualification.hpp"

namespace agentarmy::localmodel {
namespace {
std::vector<deals::SpokenPiece> piecesOf(const std::vector<SpokenText>& turns)
{
    std::vector<deals::SpokenPiece> pieces;
    pieces.reserve(turns.size());
    for (const auto& turn : turns)
        pieces.push_back({turn.text, turn.ours, turn.speaker, turn.contactId});
    return pieces;
}
}

Result<Extraction> LocalModel::qualify(const Context&, const QualificationRequest& request)
{
    return sales::qualifyLocally({.text = request.text,
        .contactName = request.contactName,
        .before = request.before,
        .existing = request.existing});
}

Result<OpportunitySignals> LocalModel::detectOpportunity(const Context&, const DetectionRequest& request)
{
    const auto pieces = piecesOf(request.turns);
    return deals::detectLocally(pieces, request.at, request.products, request.currency, request.known);
}

Result<std::vector<StakeholderReading>> LocalModel::mapStakeholders(const Context&, const StakeholderRequest& request)
{
    const auto pieces = piecesOf(request.turns);
    return deals::mapStakeholdersLocally(pieces, request.people);
}

Result<std::vector<NextAction>> LocalModel::nextActions(const Context&, const ConversationState&)
{
    return std::vector<NextAction> {};
}

Result<DraftAnswer> LocalModel::draft(const Context&, const DraftRequest& request)
{
    sales::LocalDraftInput input;
    input.channel = request.channel;
    input.persona = request.persona;
    input.stage = request.stage;
    input.contactName = request.contactName;
    input.ourName = request.ourName;
    input.ourCompany = request.ourCompany;
    input.accountName = request.accountName;
    input.lastInboundText = request.lastInboundText;
    input.subject = request.subject;
    input.qualification = request.qualification;
    input.language = request.language;
    input.question = request.question;
    input.voice = request.voice;
    auto draft = sales::draftLocally(input);
    DraftAnswer answer;
    answer.subject = std::move(draft.subject);
    answer.body = std::move(draft.body);
    answer.confidence = draft.confidence;
    answer.questionsAsked = draft.questionsAsked;
    answer.questionsAnswered = draft.questionsAnswered;
    return answer;
}
}
