// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/realtime/transcript_import.hpp"
