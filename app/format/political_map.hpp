// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_view.hpp"

namespace agentarmy::app {

/// Where somebody stands on the map, in pixels from its upper left: influence to the right, decision power upwards.
struct MapPlace {
    QString id;
    double x = 0, y = 0;
};

/// What one person takes up: a circle with a name below.
constexpr double placeWidth = 104, placeHeight = 58;

/// Places at their scores (0..10) on a map of this size, shifted apart where two would cover each other; the more
/// powerful keep their place. Who finds no room is left out. The same people give the same map. Pure.
std::vector<MapPlace> placePeople(const std::vector<PersonView>& people, double width, double height);

/// What is missing among the people of a deal, in sentences; empty: nothing.
QStringList mapGaps(const std::vector<PersonView>& people, QDate today);

}
