// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/undo_log.hpp"
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace agentarmy::app {

/// Archived and deleted deals, and the way back for each.
class PutAwayModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    /// Maps with id, name, account, note, deleted; newest first.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    PutAwayModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);
    QVariantList rows() const;
    bool loading() const { return m_loading; }
    QString problem() const { return m_problem; }
    Q_INVOKABLE void load();
    Q_INVOKABLE void restore(const QString& dealId);

Q_SIGNALS:
    void changed();

private:
    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    std::vector<PutAwayView> m_rows;
    QString m_problem;
    bool m_loading = false;
};

}
