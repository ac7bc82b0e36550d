// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"
#include "core/engine/import/readers/column_mapping.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::readers;

class ColumnMappingTest : public QObject {
    Q_OBJECT

    static std::vector<std::string> split(const std::string& text)
    {
        std::vector<std::string> parts;
        for (const auto part : splitView(text, ','))
            parts.emplace_back(part);
        return parts;
    }
    static MappingRequest request(
        const std::string& headers, const std::vector<std::string>& rows = {}, std::string fileName = {})
    {
        MappingRequest made {
            .headers = split(headers), .sample = {}, .fileName = std::move(fileName), .kind = {}, .corrections = {}};
        for (const auto& row : rows)
            made.sample.push_back(split(row));
        return made;
    }
    static QString shown(const ColumnMapping& mapping, const std::vector<std::string>& headers)
    {
        QStringList list;
        for (const auto& [field, column] : mapping.columns)
            list << QString::fromStdString(field + "=" + headers[column]);
        return QString::fromStdString(std::string(enumText(mapping.kind))) + QStringLiteral(": ")
            + list.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void guessesKindAndFields_data()
    {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<QString>("mapping");
        QTest::newRow("public pipeline")
            << "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"
            << "opportunities: account=account, amount=close_value, closeDate=close_date, createdAt=engage_date, "
               "externalId=opportunity_id, "
               "owner=sales_agent, productLine=product, stage=deal_stage";
        QTest::newRow("public accounts")
            << "account,sector,year_established,revenue,employees,office_location,subsidiary_of"
            << "accounts: accountName=account, companySize=employees, industry=sector, parent=subsidiary_of, "
               "region=office_location";
        QTest::newRow("public teams") << "sales_agent,manager,regional_office"
                                      << "users: manager=manager, name=sales_agent, team=regional_office";
        QTest::newRow("public products") << "product,series,sales_price"
                                         << "products: name=product, price=sales_price, productLine=series";
        QTest::newRow("a dictionary") << "Table,Field,Description"
                                      << "unknown: ";
        QTest::newRow("Salesforce report")
            << "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Probability (%),Close Date,Created "
               "Date,Next Step"
            << "opportunities: account=Account Name, amount=Amount, closeDate=Close Date, createdAt=Created Date, "
               "name=Opportunity Name, "
               "nextStep=Next Step, owner=Opportunity Owner, probability=Probability (%), stage=Stage";
        QTest::newRow("Salesforce export") << "Id,AccountId,Name,StageName,Amount,CloseDate,IsWon,OwnerId"
                                           << "opportunities: accountExternalId=AccountId, amount=Amount, "
                                              "closeDate=CloseDate, externalId=Id, name=Name, stage=StageName";
        QTest::newRow("Salesforce accounts") << "Id,Name,Industry,NumberOfEmployees,Website,BillingCountry,Region__c"
                                             << "accounts: accountName=Name, companySize=NumberOfEmployees, "
                                                "externalId=Id, industry=Industry, region=Region__c, website=Website";
        QTest::newRow("HubSpot deals")
            << "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company"
            << "opportunities: account=Associated Company, amount=Amount, closeDate=Close Date, externalId=Record ID, "
               "name=Deal Name, "
               "owner=Deal owner, stage=Deal Stage";
        QTest::newRow("HubSpot contacts")
            << "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Job Title"
            << "contacts: account=Associated Company, email=Email, externalId=Record ID, firstName=First Name, "
               "lastName=Last Name, "
               "owner=Contact owner, phone=Phone Number, title=Job Title";
        QTest::newRow("HubSpot companies")
            << "Record ID,Company name,Company Domain Name,Industry,Number of Employees,Company owner"
            << "accounts: accountName=Company name, companySize=Number of Employees, domain=Company Domain Name, "
               "externalId=Record ID, "
               "industry=Industry, owner=Company owner";
        QTest::newRow("Pipedrive deals")
            << "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status,Deal - Owner"
            << "opportunities: account=Deal - Organization, amount=Deal - Value, externalId=Deal - ID, name=Deal - "
               "Title, owner=Deal - Owner, "
               "stage=Deal - Stage, status=Deal - Status";
        QTest::newRow("Pipedrive people")
            << "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work"
            << "contacts: account=Person - Organization, contactName=Person - Name, email=Person - Email - Work, "
               "phone=Person - Phone - Work";
        QTest::newRow("Dynamics")
            << "Topic,Potential Customer,Est. Close Date,Est. Revenue,Probability,Owner,Pipeline Phase"
            << "opportunities: account=Potential Customer, amount=Est. Revenue, closeDate=Est. Close Date, name=Topic, "
               "owner=Owner, "
               "probability=Probability, stage=Pipeline Phase";
        QTest::newRow("German deals")
            << "Kunde,Projekt,Phase,Auftragswert,W\u00E4hrung,Abschlussdatum,Vertriebsmitarbeiter,N\u00E4chster Schritt"
            << "opportunities: account=Kunde, amount=Auftragswert, closeDate=Abschlussdatum, currency=W\u00E4hrung, "
               "name=Projekt, "
               "nextStep=N\u00E4chster Schritt, owner=Vertriebsmitarbeiter, stage=Phase";
        QTest::newRow("German contacts") << "Vorname,Nachname,E-Mail,Telefon,Funktion,Firma"
                                         << "contacts: account=Firma, email=E-Mail, firstName=Vorname, "
                                            "lastName=Nachname, phone=Telefon, title=Funktion";
        QTest::newRow("German accounts") << "Firmenname,Branche,Mitarbeiter,Webseite,Ort"
                                         << "accounts: accountName=Firmenname, companySize=Mitarbeiter, "
                                            "industry=Branche, region=Ort, website=Webseite";
        QTest::newRow("our people")
            << "Name,Email,Title,Role,Manager,Phone"
            << "users: email=Email, manager=Manager, name=Name, phone=Phone, role=Role, title=Title";
        QTest::newRow("people") << "Name,Email,Title,Phone,Account"
                                << "contacts: account=Account, contactName=Name, email=Email, phone=Phone, title=Title";
    }
    void guessesKindAndFields()
    {
        QFETCH(QString, headers);
        QFETCH(QString, mapping);
        const auto wanted = request(headers.toStdString());
        const auto guessed = guessMapping(wanted);
        QVERIFY(guessed.has_value());
        QCOMPARE(shown(*guessed, wanted.headers), mapping);
    }
    void contentsDecideWhereHeadersSayNothing()
    {
        const auto wanted = request("Deal,Client,Where is it,Worth,When",
            {"A,Acme,Negotiation,10k,2026-01-02", "B,Acme,Won,20k,2026-01-02", "C,Bob,Lost,5k,2026-01-02"});
        const auto guessed = guessMapping(wanted);
        QCOMPARE(shown(*guessed, wanted.headers),
            QStringLiteral(
                "opportunities: account=Client, amount=Worth, closeDate=When, name=Deal, stage=Where is it"));
    }
    void contentsRefuseAFieldThatTheHeaderPromises()
    {
        const auto wanted
            = request("Deal name,Account,Stage,Amount", {"A,Acme,Won,large", "B,Acme,Won,small", "C,Bob,Lost,?"});
        QVERIFY(!guessMapping(wanted)->columns.contains("amount"));
    }
    void headersNameUnits_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("unit"); // name|currency|scale|order
        const auto row = [](const char* header, const char* unit) {
            QTest::newRow(header) << QString::fromUtf8(header) << QString::fromUtf8(unit);
        };
        row("Amount", "Amount||1|");
        row("Value (EUR)", "Value|EUR|1|");
        row("Amount ($)", "Amount|USD|1|");
        row("Amount [USD]", "Amount|USD|1|");
        row("Umsatz in EUR", "Umsatz|EUR|1|");
        row("deal_value_usd", "deal_value|USD|1|");
        row("Auftragswert (T\u20AC)", "Auftragswert|EUR|1000|");
        row("Revenue (in thousands)", "Revenue||1000|");
        row("Volumen in TEUR", "Volumen|EUR|1000|");
        row("Wert (Mio. EUR)", "Wert|EUR|1000000|");
        row("Close date (MM/DD/YYYY)", "Close date||1|mdy");
        row("Abschluss (TT.MM.JJJJ)", "Abschluss||1|dmy");
        row("Start (YYYY-MM-DD)", "Start||1|");
        row("Revenue (net)", "Revenue||1|");
        row("Close date", "Close date||1|");
        row("Deal owner", "Deal owner||1|");
        row("Address 2", "Address 2||1|");
        row("Plan B", "Plan B||1|");
        row("(Do Not Modify) Opportunity", "(Do Not Modify) Opportunity||1|");
        row("", "||1|");
    }
    void headersNameUnits()
    {
        QFETCH(QString, header);
        QFETCH(QString, unit);
        const auto read = unitOfHeader(header.toStdString());
        QCOMPARE(QString::fromStdString(read.name + '|' + read.currency + '|' + std::to_string(read.scale) + '|'
                     + (read.dateOrder ? std::string(enumText(*read.dateOrder)) : std::string())),
            unit);
    }
    void aPrimaryContactMayBeAnAddress()
    {
        const auto wanted
            = request("Deal name,Account,Stage,Primary contact", {"A,Acme,Won,a@b.de", "B,Acme,Won,c@d.de"});
        QVERIFY(guessMapping(wanted)->columns.contains("contactEmail"));
    }
    void accountsByNumberAreKeysNotNames()
    {
        const auto wanted = request("Deal name,Customer,Stage", {"A,100234,Won", "B,100235,Won", "C,100236,Lost"});
        const auto guessed = guessMapping(wanted);
        QVERIFY(guessed->columns.contains("accountExternalId"));
        QVERIFY(!guessed->columns.contains("account"));
    }
    void theOnlyStatusIsTheStage()
    {
        const auto wanted
            = request("Deal name,Account,Amount,Status", {"A,Acme,1,Won", "B,Acme,2,Lost", "C,Bob,3,Lost"});
        QCOMPARE(guessMapping(wanted)->columns.at("stage"), 3U);
    }
    void correctionsWin()
    {
        auto wanted = request("Deal name,Account,Stage,Reseller,Amount");
        wanted.corrections = {{"account", "reseller"}, {"amount", ""}, {"name", "#2"}};
        const auto guessed = guessMapping(wanted);
        QVERIFY(guessed.has_value());
        QCOMPARE(guessed->columns.at("account"), 3U);
        QCOMPARE(guessed->columns.at("name"), 1U);
        QVERIFY(!guessed->columns.contains("amount"));
        QCOMPARE(guessed->unmapped, (std::vector<std::size_t> {0, 4}));
    }
    void wrongCorrectionsAreErrors()
    {
        auto wanted = request("Deal name,Account,Stage");
        wanted.corrections = {{"colour", "Stage"}};
        QCOMPARE(guessMapping(wanted).error().code, "unknown_field");
        wanted.corrections = {{"stage", "Colour"}};
        QCOMPARE(guessMapping(wanted).error().code, "unknown_column");
    }
    void theSaidKindIsTaken()
    {
        auto wanted = request("Name,Notes");
        QCOMPARE(guessMapping(wanted)->kind, TableKind::unknown);
        wanted.kind = TableKind::accounts;
        QCOMPARE(guessMapping(wanted)->columns.at("accountName"), 0U);
        wanted.kind.reset();
        wanted.fileName = "companies 2026.csv";
        QCOMPARE(guessMapping(wanted)->kind, TableKind::accounts);
    }
    void whatIsMissingIsNamed()
    {
        auto wanted = request("Stage,Amount,Close date,Probability");
        QCOMPARE(guessMapping(wanted)->missing, (std::vector<std::string> {"account"}));
    }
    void theSignatureDependsOnHeadersAlone()
    {
        const std::vector<std::string> one {"Deal Name", "Stage"};
        const std::vector<std::string> same {"deal name", "STAGE"};
        const std::vector<std::string> other {"Stage", "Deal Name"};
        QCOMPARE(headerSignature(one), headerSignature(same));
        QVERIFY(headerSignature(one) != headerSignature(other));
        QCOMPARE(headerSignature(one).size(), 16U);
    }
};

QTEST_APPLESS_MAIN(ColumnMappingTest)
#include "column_mapping_test.moc"
