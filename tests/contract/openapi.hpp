// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

namespace agentarmy::tests {

/// A published contract, against which requests and answers are checked.
class OpenApi {
public:
    explicit OpenApi(const std::string& file); ///< in tests/contract/contracts

    /// What is wrong with a request's body for "POST /v1/messages"; empty: nothing. Properties that the contract does
    /// not know are wrong, too.
    [[nodiscard]] std::string requestProblem(const std::string& path, const Json& body) const;
    /// What is wrong with an answer of that status; empty: nothing, or the contract says nothing of it.
    [[nodiscard]] std::string responseProblem(const std::string& path, int status, const Json& body) const;

private:
    [[nodiscard]] std::string problem(const Json& value, const Json& schema, const std::string& at) const;
    [[nodiscard]] const Json& resolved(const Json& schema) const;
    [[nodiscard]] bool declares(const Json& schema, const std::string& property) const;

    Json m_document;
};
}
