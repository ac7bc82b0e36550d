// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/organisation_domain.hpp"
#include "core/engine/workspace/people.hpp"

#include <QTest>

using namespace agentarmy;

class CompanyNamesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreComparedWithoutLegalFormAndPunctuation_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* name, const char* key) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(key);
        };
        row("Nordwind", "nordwind");
        row("NORDWIND GmbH & Co. KG", "nordwind");
        row("Nordwind Logistics, Inc.", "nordwind logistics");
        row("Philips B.V.", "philips");
        row("Rossi S.p.A.", "rossi");
        row("M\u00FCller & S\u00F6hne KG", "m\u00FCller s\u00F6hne");
        row("Green-Plus", "green plus");
        row("Gekko & Co", "gekko");
        row("AG", "ag"); // never empty
        row("GmbH & Co. KG", "gmbh");
        row("Inc. Magazine", "inc magazine"); // only at the end
        row("\u65E5\u672C\u8ECA\u8F1B", "\u65E5\u672C\u8ECA\u8F1B");
        row("!!!", "!!!");
        row("", "");
    }
    void namesAreComparedWithoutLegalFormAndPunctuation()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QCOMPARE(QString::fromStdString(companyKey(name.toStdString())), key);
    }

    void anOrganisationHasOneDomain_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("organisation");
        const auto row = [](const char* domain, const char* organisation) {
            QTest::newRow(domain) << QString::fromLatin1(domain) << QString::fromLatin1(organisation);
        };
        row("nordwind.example", "nordwind.example");
        row("mail.nordwind.example", "nordwind.example");
        row("a.b.nordwind.example", "nordwind.example");
        row("acme.co.uk", "acme.co.uk");
        row("sales.acme.co.uk", "acme.co.uk");
        row("acme.com.au", "acme.com.au");
        row("mail.com", "mail.com");
        row("nordwind.onmicrosoft.com", "nordwind.onmicrosoft.com");
        row("localhost", "localhost");
        row("", "");
    }
    void anOrganisationHasOneDomain()
    {
        QFETCH(QString, domain);
        QFETCH(QString, organisation);
        QCOMPARE(QString::fromStdString(organisationDomain(domain.toStdString())), organisation);
    }
};

QTEST_GUILESS_MAIN(CompanyNamesTest)
#include "company_names_test.moc"
