// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/fuzzy.hpp"
#include "app/models/accounts_model.hpp"
#include "app/models/approvals_model.hpp"
#include "app/models/compose_model.hpp"
#include "app/models/conversation_models.hpp"
#include "app/models/deal_board_model.hpp"
#include "app/models/deal_detail_model.hpp"
#include "app/models/insights_model.hpp"
#include "app/models/palette_actions.hpp"
#include "app/models/saved_views_model.hpp"
#include "app/models/settings_model.hpp"
#include <QElapsedTimer>

namespace agentarmy::app {

/// One line below the search field.
struct PaletteRow {
    QString id; ///< unique in the list: kind and record
    QString group; ///< what stands above the first of them
    QString kind; ///< "deal", "account", "person", "conversation", "meeting", "task", "draft", "alert", "message",
                  ///< "action", "retry", "everywhere", "clear"
    QString recordId; ///< of an action its id
    QString title, titleHtml, note, snippetHtml, iconName, reason;
    QStringList keys;
    QString dealId, conversationId, sourceId;
    int begin = 0, end = 0;
    bool heads = false; ///< its group begins here
    int place = 0, of = 0; ///< in its group, from 1
    bool operator==(const PaletteRow&) const = default;
};
using PaletteListModel = RoleListModel<PaletteRow>;

constexpr int paletteNamesEach = 5; ///< names of each kind that are shown beside others

/// What the search field offers. Names come first, from memory; what is said in messages and meetings follows below
/// them, so that nothing moves under the chosen row. A row is chosen by its id and stays chosen while answers arrive.
class PaletteModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int current READ current NOTIFY currentChanged) ///< row; negative: none
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed) ///< an answer is waited for
    Q_PROPERTY(QString summary READ summary NOTIFY changed) ///< "5 of 41,208 records in 6 ms"
    Q_PROPERTY(QString hint READ hint NOTIFY changed) ///< what was searched where nothing was found; else empty
public:
    struct Parts {
        DealBoardModel& board;
        DealDetailModel& deal;
        ConversationModel& conversation;
        ApprovalsModel& approvals;
        InsightsModel& insights;
        SavedViewsModel& views;
        SettingsModel& settings;
        UndoLog& undo;
    };
    PaletteModel(WorkspaceSource& source, const Parts& parts, const Formats& formats, QObject* parent = nullptr);

    QAbstractItemModel* rows() const { return m_rows.get(); }
    QString text() const { return m_text; }
    void setText(const QString& text);
    int current() const { return m_rows->rowOf(m_current); }
    int count() const { return m_rows->rowCount(); }
    bool busy() const { return m_namesWanted || m_textsWanted; }
    QString summary() const;
    QString hint() const { return m_hint; }

    /// Reads the names once, so that the first key finds them ready.
    Q_INVOKABLE void prepare();
    /// Opens it: `context` is a map with page, pages, sections (maps with id, name or text, icon), layout, dark.
    Q_INVOKABLE void start(const QVariantMap& context);
    Q_INVOKABLE void step(int by); ///< over the ends: stays there
    Q_INVOKABLE void select(int row);
    /// Does what the row says, or the current one where it is negative; chosen() follows unless it cannot be done.
    /// While the answer to what was typed is on its way it is waited for.
    Q_INVOKABLE void choose(int row = -1);
    /// Approves what waits for a yes about this deal.
    Q_INVOKABLE void approve(const QString& dealId);
    /// Of a person of the opened deal; empty: nobody of it.
    Q_INVOKABLE QString nameOf(const QString& personId) const;
    /// The rows that were chosen last, as text to be kept; what cannot be read is left out.
    QString remembered() const;
    void setRemembered(const QString& text);

Q_SIGNALS:
    void textChanged();
    void currentChanged();
    void changed();
    /// `target`: a map with dealId, conversationId, sourceId, begin, end.
    void chosen(const QString& kind, const QString& id, const QVariantMap& target);

private:
    struct Asked { ///< what was typed, taken apart
        QString words;
        QChar prefix; ///< '>', '@', '#', or null
        FuzzyQuery query;
    };
    static Asked readTyped(const QString& text);
    PaletteContext contextNow() const;
    PaletteDeal dealOf(const QString& dealId) const;
    void ask();
    void askTexts();
    void arrange();
    void selectFirst();
    void addNames(std::vector<PaletteRow>& rows) const;
    void addMemory(std::vector<PaletteRow>& rows) const;
    void addActions(std::vector<PaletteRow>& rows) const;
    void addRecent(std::vector<PaletteRow>& rows) const;
    void addTexts(std::vector<PaletteRow>& rows) const;
    PaletteRow rowOf(const FoundView& found, bool byText) const;
    PaletteRow rowOf(const PaletteAction& action, const QString& group) const;
    void remember(const PaletteRow& row);

    WorkspaceSource& m_source;
    Parts m_parts;
    const Formats& m_formats;
    std::unique_ptr<PaletteListModel> m_rows;
    std::vector<PaletteRow> m_recent; ///< newest first
    std::vector<PaletteAction> m_actions;
    PaletteContext m_context;
    QVariantMap m_given; ///< the context as it came
    QString m_text, m_current, m_hint, m_namesProblem, m_textsProblem;
    Asked m_asked;
    std::vector<FoundView> m_names, m_texts;
    QTimer m_textsSoon, m_slow;
    QElapsedTimer m_clock;
    int m_looked = 0, m_tookMs = -1, m_round = 0;
    bool m_namesWanted = false, m_textsWanted = false;
    bool m_moved = false; ///< a person chose the row
    bool m_chooseThen = false; ///< Enter came before the answer
};

}
