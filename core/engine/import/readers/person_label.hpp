// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy::readers {

/// A person as programs write one into a cell or beside what was said.
struct PersonLabel {
    std::string name; ///< "Jonas Brandt", also of "Brandt, Jonas"; "" if only an address is given
    std::string address; ///< lower case; "" if none is given
    std::string company; ///< of "Jonas Brandt (Nordwind)" and "Jonas Brandt | Nordwind"; "" if none is given
};

/// Reads "Jonas Brandt", "jonas@x.example", "Jonas Brandt <jonas@x.example>", "Jonas Brandt (jonas@x.example)",
/// "Brandt, Jonas", "Jonas Brandt (Nordwind)". What stands in brackets and is no company ("Guest", "he/him") is
/// dropped.
[[nodiscard]] PersonLabel readPersonLabel(std::string_view label);
}
