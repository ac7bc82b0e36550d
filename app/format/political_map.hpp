// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_view.hpp"

namespace agentarmy::app {

/// Where somebody stands on the map: influence to the right, decision power upwards, both 0..1.
struct MapPlace {
    QString id;
    double x = 0, y = 0;
};

/// Places at their scores (0..10), shifted apart where they would cover each other: no two nearer than `apart` in units
/// of the height, on a map `aspect` times as wide as high; the more powerful keep their place. At most 40 people; the
/// rest is left out. The same people give the same map. Pure.
std::vector<MapPlace> placePeople(const std::vector<PersonView>& people, double aspect = 1.4, double apart = 0.13);

/// What is missing among the people of a deal, in sentences; empty: nothing.
QStringList mapGaps(const std::vector<PersonView>& people, QDate today);

}
