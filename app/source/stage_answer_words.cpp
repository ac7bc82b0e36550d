// SPDX-License-Identifier: AGPL-3.0-or-later
// What the rules say about a move, in words for the board.
#include "app/format/rule_words.hpp"
#include "app/source/engine_views.hpp"
#include <QCoreApplication>
#include <cmath>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("StageAnswer", words); }

QString percent(double share) { return QString::number(std::lround(share * 100)); }

ProofLine lineOf(const StageProof& proof)
{
    const double required = proof.required.value_or(0), actual = proof.actual.value_or(0);
    if (proof.code == "min_bant_completion")
        return {tr("BANT %1 %").arg(percent(actual)), tr("needs %1").arg(percent(required)), proof.met};
    if (proof.code == "min_meddic_completion")
        return {tr("MEDDIC %1 %").arg(percent(actual)), tr("needs %1").arg(percent(required)), proof.met};
    if (proof.code == "min_interactions") {
        const auto count = int(actual);
        return {count == 1 ? tr("1 exchange") : tr("%1 exchanges").arg(count), tr("needs %1").arg(int(required)),
            proof.met};
    }
    if (proof.code == "no_requirements")
        return {tr("This stage has no rule"), tr("no rule"), proof.met};
    auto name = text(proof.code);
    name.remove(QStringLiteral("_identified"));
    name.replace(u'_', u' ');
    name = ruleWords(name);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return {name, proof.met ? tr("proven") : tr("not proven"), proof.met};
}

QString forbiddenText(const std::string& code)
{
    if (code == "reopen_not_allowed")
        return tr("Only a manager can open a closed deal again");
    if (code == "invalid_stage_transition")
        return tr("A closed deal goes back to negotiation only");
    return tr("This move is not allowed");
}

}

StageAnswer toAnswer(Stage stage, Stage here, const MoveAnswer& answer)
{
    StageAnswer view;
    view.stage = stage;
    if (stage == here) {
        view.kind = StageAnswer::Kind::Same;
        return view;
    }
    switch (answer.kind) {
    case MoveAnswer::Kind::allowed:
        view.kind = StageAnswer::Kind::Allowed;
        break;
    case MoveAnswer::Kind::needsInput:
        view.kind = StageAnswer::Kind::NeedsInput;
        break;
    case MoveAnswer::Kind::forbidden:
        view.kind = StageAnswer::Kind::Forbidden;
        view.message = forbiddenText(answer.code);
        break;
    }
    const auto needs
        = [&](const char* field) { return std::ranges::find(answer.fields, field) != answer.fields.end(); };
    view.needsOverride = needs("override");
    view.needsReason = needs("reason");
    view.needsLostReason = needs("lostReason");
    view.needsClosedValue = needs("closedValue");
    if (!answer.warnings.empty())
        for (const auto& proof : answer.proofs) {
            view.proof.push_back(lineOf(proof));
            view.missing += !proof.met;
        }
    return view;
}

}
