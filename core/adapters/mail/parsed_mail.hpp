// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/parsed_mail.hpp" // the struct belongs to the port; this name stays for the adapter's own files
