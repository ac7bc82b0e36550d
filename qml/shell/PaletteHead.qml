// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Words { kind: Theme.CaptionMedium; color: Theme.text2; leftPadding: Theme.spaceM; rightPadding: Theme.spaceM; height: 28; topPadding: Theme.spaceBadge + Theme.leadOf(kind) }
