// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

namespace agentarmy::app {

/// Who looks, whose company it is, and where the data lies.
struct SettingsView {
    QString name, email;
    QString company, currency, timeZone;
    QStringList domains, addresses, products;
    QString folder;
};

/// One setting as a person typed it: "name", "email", "company", "currency", "timeZone"; of "domains", "addresses" and
/// "products" the parts stand between commas.
struct SettingEdit {
    QString field, text;
};

/// What was looked over, in a line each.
struct DoctorView {
    bool sound = true;
    QStringList counts; ///< "120 deals"
    QStringList findings;
};

}
