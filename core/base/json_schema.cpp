// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/json_schema.hpp"
