// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/prompt_injection.hpp"
