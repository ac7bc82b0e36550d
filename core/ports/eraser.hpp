// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

namespace agentarmy {

/// What leaves a workspace for good beside the bodies of documents, which are rewritten by a transaction before.
struct Erasure {
    std::vector<DocumentKey> valuesOf; ///< documents whose values of the log go
    std::vector<DocumentKey> purge; ///< deleted documents: only their tombstones stay
    std::vector<std::string> attachments; ///< hashes; those that are not there are passed over
    /// Of each other value of the log, of causes, jobs and local values: what stays instead; nothing: all of it. Called
    /// with the store locked: must not call it. Empty: nothing else is rewritten.
    std::function<std::optional<Json>(const Json&)> rewrite;
    /// Whether an attachment that no document names has to go. Empty: none.
    std::function<bool(std::string_view bytes)> concerns;
    std::vector<std::string> localValues; ///< keys of values that go
};
struct ErasureReport {
    int logValues = 0; ///< removed or rewritten
    int files = 0; ///< attachments that went
    int purged = 0;
};

/// Takes things out of a workspace so that no byte of them is left in its files.
class Eraser {
public:
    virtual ~Eraser() = default;
    /// In one transaction. `stopped` before it is committed changes nothing.
    [[nodiscard]] virtual Result<ErasureReport> erase(const Context& context, const Erasure& erasure) = 0;
    /// Writes the files of the workspace anew without what was deleted, and removes the copies that were made before
    /// updates of the program. Can be repeated. `store_busy` if another program reads for too long.
    [[nodiscard]] virtual Result<void> scrub(const Context& context) = 0;
};
}
