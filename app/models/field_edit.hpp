// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/source/workspace_source.hpp"

namespace agentarmy::app {

/// What a person typed into a field of a deal, read.
struct ReadEdit {
    FieldEdit edit;
    QString said; ///< what was done, for the toast; empty: the field has this value already
};
/// `field`: "name", "closeDate", "estimatedValue" as text; "ownerId" by id. None: it cannot be read.
std::optional<ReadEdit> readFieldEdit(const DealCard& card, const QString& field, const QString& text,
    const WorkspaceSource& source, const Formats& formats);
/// The value as a field shows it for editing.
QString fieldEditText(const DealCard& card, const QString& field, const Formats& formats);

}
