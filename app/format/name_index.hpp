// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/fuzzy.hpp"
#include <functional>

namespace agentarmy::app {

/// A name that can be found. `kind` is 0..31, the caller's own.
struct NameEntry {
    int kind = 0;
    QString title, beside; ///< `beside` is found too and counts less: the account of a deal, an address
    qint64 atMs = 0; ///< last activity, UTC; 0: unknown
    bool open = false; ///< something is going on: it comes before what is over
    quint64 tie = 0; ///< decides between equals
};

struct NameHit {
    int slot = 0;
    int kind = 0;
    int score = 0; ///< weighed: what the order goes by
    int likeness = 0; ///< of scoreName() alone
};

/// Names prepared for being found as people type. Not thread safe. About 150 bytes a name.
class NameIndex {
public:
    int put(const NameEntry& entry); ///< its slot; slots of names that were taken out are used again
    void replace(int slot, const NameEntry& entry);
    void take(int slot);
    int size() const { return int(m_names.size() - m_free.size()); }

    struct Wanted {
        quint32 kinds = ~quint32(0); ///< bits by kind
        int each = 5; ///< hits per kind
        qint64 nowMs = 0; ///< what recency is measured by
        std::function<bool()> stopped = {}; ///< asked now and then; true: the answer is no longer wanted
    };
    /// The best of each kind, best first. Where a name has all words at starts of its own, names that only have the
    /// letters in order, far apart, are left out. Typos are forgiven only where nothing answers without one. Equals go
    /// by length, text and tie, so the same names give the same order.
    std::vector<NameHit> find(const FuzzyQuery& query, const Wanted& wanted) const;

private:
    struct Name {
        FoldedText folded;
        qint64 atMs = 0;
        quint64 tie = 0;
        int titleLength = 0;
        qint8 kind = -1; ///< negative: free
        bool open = false;
    };
    static Name prepare(const NameEntry& entry);
    std::vector<NameHit> look(const FuzzyQuery& query, const Wanted& wanted, Typos typos) const;
    bool comesBefore(const NameHit& a, const NameHit& b) const;

    std::vector<Name> m_names;
    std::vector<int> m_free;
};

/// The score of a name with what it weighs beside it: short names, those in use and those that are open come first.
/// Never more than a tier: 0..1100.
int weighedScore(int score, size_t length, bool open, qint64 ageMs);

}
