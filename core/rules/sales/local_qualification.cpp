// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/local_qualification.hpp"

namespace agentarmy::sales {

Extraction qualifyLocally(const LocalReading&) { return {}; }
}
