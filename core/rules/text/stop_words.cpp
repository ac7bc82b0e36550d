// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/stop_words.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::text {

bool isStopWord(std::string_view folded)
{
    static constexpr std::array<std::string_view, 150> stops = {"a", "about", "aber", "after", "again", "all", "als",
        "also", "am", "an", "and", "any", "are", "as", "at", "auch", "auf", "aus", "be", "because", "been", "bei",
        "bin", "bis", "but", "by", "can", "could", "da", "damit", "dann", "das", "dass", "dazu", "dem", "den", "der",
        "des", "did", "die", "dies", "do", "does", "doch", "du", "durch", "ein", "eine", "einen", "einer", "er", "es",
        "ever", "every", "fuer", "for", "from", "get", "had", "haben", "has", "hat", "have", "he", "her", "here", "his",
        "how", "i", "ich", "if", "ihr", "ihre", "im", "in", "into", "is", "ist", "it", "its", "ja", "just", "kann",
        "like", "made", "man", "me", "mehr", "mit", "more", "much", "must", "my", "nach", "need", "nicht", "no", "noch",
        "not", "now", "nur", "of", "oder", "off", "on", "one", "only", "or", "our", "out", "over", "schon", "sehr",
        "she", "should", "sie", "sind", "so", "some", "that", "the", "their", "them", "then", "there", "they", "this",
        "to", "too", "um", "und", "uns", "unser", "unsere", "us", "very", "vom", "von", "war", "was", "we", "wenn",
        "were", "what", "when", "which", "who", "wie"};
    static constexpr std::array<std::string_view, 24> more
        = {"will", "wir", "with", "wollen", "would", "you", "your", "zu", "zum", "zur", "brauchen", "want", "looking",
            "look", "suchen", "muss", "muessen", "please", "bitte", "thanks", "danke", "really", "today", "heute"};
    return std::find(stops.begin(), stops.end(), folded) != stops.end()
        || std::find(more.begin(), more.end(), folded) != more.end() || folded.starts_with('\'');
}
}
