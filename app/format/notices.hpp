// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

namespace agentarmy::app {

/// What the desktop can be told about.
enum class NoticeKind { Approval, Escalated, Insight, Imported, Due, Outbox };
constexpr int noticeKinds = 6;

/// Where a click on a notice leads: a page of the rail, "deal" or "conversation", and the record there.
struct NoticePlace {
    QString page, id;
    bool operator==(const NoticePlace&) const = default;
};

/// Something there is to tell. As long as it holds it is named again and again; it is told once.
struct Happening {
    NoticeKind kind = NoticeKind::Approval;
    QString key; ///< the same for the same thing, for ever
    QString who; ///< a short name: of a company or a person
    QString details; ///< what it is about, in the words of others
    NoticePlace place;
};

struct NoticeSettings {
    std::array<bool, noticeKinds> on {true, true, true, true, true, true};
    bool quiet = false; ///< nothing between quietFrom and quietTo, which may lie beyond midnight
    QTime quietFrom {19, 0}, quietTo {8, 0};
    bool details = true; ///< false: nothing of what customers wrote
    QDateTime pausedUntil; ///< invalid, or past: not paused
    bool operator==(const NoticeSettings&) const = default;
};

/// What somebody sees now. `ids` are the records that the page shows beside its own list.
struct NoticeView {
    bool inFront = false;
    QString page;
    QStringList ids;
};

/// What was told so far; kept from one run to the next.
struct ToldNotices {
    static constexpr int most = 5000;
    bool begun = false; ///< false: the first look, which tells nothing of what was there before
    QHash<QString, QDateTime> keys; ///< and when
    std::array<QDateTime, noticeKinds> last;
};

struct Notice {
    NoticeKind kind = NoticeKind::Approval;
    QString title, body; ///< plain text, as people read it
    NoticePlace place;
    bool operator==(const Notice&) const = default;
};

struct NoticeDecision {
    std::vector<Notice> notices; ///< at most one of a kind
    ToldNotices told; ///< from now on
    QDateTime again; ///< when to decide anew because something is held back; invalid: nothing is
};

/// At most one notice of a kind in so long.
constexpr std::chrono::minutes noticePause {5};

/// Decides what to tell of `happened` at `now` (local time). What the window shows in front, what is of a kind that is
/// off, and all of the first look counts as told. During quiet hours, a pause and shortly after a notice of the same
/// kind it waits, and is then told in one.
[[nodiscard]] NoticeDecision decideNotices(const std::vector<Happening>& happened, ToldNotices told,
    const NoticeSettings& settings, const QDateTime& now, const NoticeView& view);

/// The end of the quiet hours that `now` lies in; invalid: it lies in none. Equal times are no hours at all.
[[nodiscard]] QDateTime quietUntil(const NoticeSettings& settings, const QDateTime& now);

/// For a server that reads body text as markup: nothing in `text` is.
[[nodiscard]] QString escapedMarkup(const QString& text);

}
