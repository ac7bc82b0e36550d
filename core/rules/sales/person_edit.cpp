// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/person_edit.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/completeness.hpp"

#include <algorithm>

namespace agentarmy::sales {
namespace {
constexpr std::size_t maxAlternatives = 5;

std::vector<std::string> partsOf(const std::string& value)
{
    std::vector<std::string> parts;
    for (const auto part : splitView(value, value.find(';') != std::string::npos ? ';' : ','))
        if (auto item = collapseSpaces(part); !item.empty())
            parts.push_back(std::move(item));
    return parts;
}

void clearValue(Signal& signal)
{
    signal.range.reset();
    signal.contact.reset();
    signal.role.reset();
    signal.description.reset();
    signal.items.clear();
}

void setValue(Dimension dimension, Signal& signal, const std::string& value)
{
    switch (dimension) {
    case Dimension::budget:
        signal.range = value;
        break;
    case Dimension::authority:
    case Dimension::economicBuyer:
    case Dimension::champion:
        signal.contact = value;
        break;
    case Dimension::decisionCriteria:
        signal.items = partsOf(value);
        break;
    case Dimension::need:
    case Dimension::timeline:
    case Dimension::metrics:
    case Dimension::decisionProcess:
    case Dimension::pain:
        signal.description = value;
        break;
    }
}

void keepAside(Signal& signal, const std::string& lost, const std::string& inForce)
{
    auto& list = signal.alternatives;
    std::erase(list, inForce);
    if (!lost.empty() && lost != inForce && std::find(list.begin(), list.end(), lost) == list.end())
        list.push_back(lost);
    if (list.size() > maxAlternatives)
        list.erase(list.begin(), list.end() - maxAlternatives);
}

void lockIt(Signal& signal)
{
    signal.identified = signal.locked = true;
    signal.contested = false;
    signal.confidence = 1;
}
}

Result<Signal> editedByPerson(Dimension dimension, Signal signal, PointEdit edit, std::string_view value)
{
    const auto before = valueText(dimension, signal);
    switch (edit) {
    case PointEdit::set: {
        const auto text = collapseSpaces(value);
        if (text.empty() || text.size() > longestPointValue)
            return fail(invalidField("value", "1..500 bytes"));
        if (text != before) {
            clearValue(signal);
            setValue(dimension, signal, text);
            keepAside(signal, before, valueText(dimension, signal));
        }
        lockIt(signal);
        break;
    }
    case PointEdit::lock:
        if (before.empty())
            return fail(invalidField("value", "something that is known"));
        lockIt(signal);
        break;
    case PointEdit::unlock:
        signal.locked = false;
        break;
    case PointEdit::reject:
        clearValue(signal);
        keepAside(signal, before, {});
        signal.identified = signal.locked = signal.contested = false;
        signal.confidence = 0;
        break;
    }
    return signal;
}
}
