// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/column_names.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <map>

namespace agentarmy::readers {
namespace {
struct FieldNames {
    std::string_view field;
    double weight; ///< for the kind, if a column has this field
    std::string_view
        names; ///< keys, the clearest first; "|" before those that also mean other things: they weigh a third
};

// Salesforce, HubSpot, Pipedrive, Dynamics, Zoho in their English and German exports, and what people write themselves.
constexpr FieldNames accountNames[] = {
    {"accountName", 3,
        "accountname companyname organizationname organisationname firmenname unternehmensname firma unternehmen "
        "company organization organisation "
        "account customername kundenname kunde customer client clientname businessname legalname | name bezeichnung "
        "title"},
    {"industry", 4,
        "industry sector branche industrie vertical industrysector industryname businesssector wirtschaftszweig | "
        "segment market"},
    {"companySize", 3,
        "companysize employees numberofemployees noofemployees employeecount headcount mitarbeiter mitarbeiterzahl "
        "anzahlmitarbeiter "
        "anzahldermitarbeiter employeerange employeesize staff size groesse gr\xC3\xB6\xC3\x9F\x65 gr\xC3\xB6sse"},
    {"website", 3,
        "website websiteurl webseite webpage homepage web url www internet internetseite internetadresse "
        "companywebsite"},
    {"region", 1.5,
        "region salesregion territory area gebiet vertriebsgebiet geography geo officelocation countryregion location "
        "standort land "
        "country billingcountry hqcountry headquarters | state billingstate city ort"},
    {"owner", 0.5,
        "owner accountowner companyowner ownername ownerfullname accountmanager accountexecutive salesrep salesagent "
        "responsible betreuer kundenbetreuer "
        "inhaber besitzer zustaendig zust\xC3\xA4ndig verantwortlich owneremail assignedto keyaccountmanager"},
    {"externalId", 0.5,
        "externalid accountid recordidcompany recordidaccount companyid organizationid customerid recordid crmid "
        "kundennummer kundennr customernumber "
        "accountnumber id nummer"},
    {"domain", 3, "domain companydomain companydomainname emaildomain maildomain domainname domaene dom\xC3\xA4ne"},
    {"createdAt", 0.3,
        "createdat createdate createddate created createdon creationdate erstelltam erstellt angelegtam anlagedatum "
        "erstellungsdatum"},
    {"phone", 0.3, "phone phonenumber mainphone telephone telefon telefonnummer tel"},
    {"description", 0.2, "description notes note comment comments beschreibung notiz notizen bemerkung"},
    {"parent", 2,
        "parent parentaccount parentcompany subsidiaryof parentaccountname muttergesellschaft konzern tochtervon"},
};

constexpr FieldNames contactNames[] = {
    {"contactName", 3,
        "contactname fullname contactfullname personname displayname ansprechpartner kontaktname kontakt contact "
        "person | name"},
    {"firstName", 3, "firstname givenname forename vorname first fname rufname"},
    {"lastName", 3, "lastname surname familyname nachname familienname last lname zuname"},
    {"email", 3,
        "email emailaddress mail mailaddress workemail primaryemail businessemail emailwork personemailwork "
        "emailadresse mailadresse "
        "geschaeftlicheemail gesch\xC3\xA4\x66tlicheemail email1 emailaddress1 emailprivate personemailother"},
    {"title", 3,
        "jobtitle title position role jobrole function funktion stelle berufsbezeichnung jobposition rolle titel "
        "jobbezeichnung"},
    {"phone", 2,
        "phone phonenumber workphone businessphone officephone directphone directdial phonework personphonework "
        "telephone telefon telefonnummer "
        "telefongesch\xC3\xA4\x66tlich tel phone1 mainphone rufnummer festnetz"},
    {"mobile", 2,
        "mobile mobilephone mobilephonenumber cell cellphone mobiltelefon mobil handy handynummer mobilnummer "
        "phonemobile personphonemobile"},
    {"account", 1.5,
        "accountname account companyname company organization organisation organizationname associatedcompany "
        "primaryassociatedcompany employer firma firmenname "
        "unternehmen kunde customer client organisationname personorganization parentcustomer"},
    {"accountExternalId", 0.5,
        "accountid companyid organizationid associatedcompanyid primaryassociatedcompanyid associatedcompanyids "
        "accountnameid relatedaccountid personorganizationid kundennummer customerid"},
    {"owner", 0.5,
        "owner contactowner ownername accountowner salesrep salesagent responsible betreuer inhaber besitzer "
        "zustaendig zust\xC3\xA4ndig verantwortlich assignedto owneremail"},
    {"externalId", 0.5, "externalid contactid personid recordidcontact recordid crmid id kontaktid"},
    {"optedOut", 3,
        "optedout optout emailoptout unsubscribed unsubscribedfromallemail hasoptedoutofemail donotemail donotcontact "
        "doesnotwantemail newsletterabgemeldet "
        "abgemeldet werbesperre keinemail keinemails donotbulkemail"},
    {"createdAt", 0.3,
        "createdat createdate createddate created createdon creationdate erstelltam erstellt angelegtam "
        "erstellungsdatum"},
    {"timeZone", 1, "timezone zeitzone tz"},
    {"language", 1, "language preferredlanguage sprache korrespondenzsprache lang"},
    {"notes", 0.2, "notes note description comment comments notiz notizen bemerkung beschreibung"},
};

constexpr FieldNames opportunityNames[] = {
    {"name", 2,
        "opportunityname dealname opportunity dealtitle deal topic potentialname verkaufschance verkaufschancenname "
        "oppname opportunitytitle thema chance "
        "projektname project projectname projekt auftragsname gesch\xC3\xA4\x66t | name title subject betreff titel "
        "bezeichnung"},
    {"account", 1,
        "accountname account companyname company organization organisation organizationname customername customer "
        "client clientname potentialcustomer potentialcustomername potenziellerkunde potentiellerkunde "
        "associatedcompany primaryassociatedcompany primarycompany kunde kundenname firma firmenname unternehmen "
        "organisationname dealorganization interessent"},
    {"accountExternalId", 0.5,
        "accountid companyid organizationid customerid associatedcompanyid associatedcompanyids "
        "primaryassociatedcompanyid accountnameid relatedaccountid dealorganizationid kundennummer kundennr"},
    {"productLine", 1,
        "productline product productname products productfamily produkt produktlinie produktname productinterest "
        "solution offering service leistung loesung l\xC3\xB6sung"},
    {"stage", 5,
        "stage dealstage stagename salesstage opportunitystage pipelinestage pipelinephase phase verkaufsphase "
        "vertriebsphase dealphase salesphase stufe "
        "opportunityphase funnelstage currentstage"},
    {"status", 1, "status dealstatus opportunitystatus state statecode statuscode statusreason"},
    {"amount", 3,
        "amount dealamount dealvalue closevalue opportunityamount value dealsize estimatedvalue estvalue estrevenue "
        "estimatedrevenue expectedrevenue expectedvalue totalvalue "
        "total gesamtbetrag nettobetrag gesamtwert betrag wert auftragswert volumen umsatz auftragsvolumen dealwert "
        "gesch\xC3\xA4tzterumsatz "
        "gesch\xC3\xA4tzterwert summe contractvalue acv arr tcv salesvalue "
        "amountincompanycurrency revenue price"},
    {"closedValue", 0.5,
        "closedvalue actualrevenue actualvalue wonamount closedamount tats\xC3\xA4\x63hlicherumsatz "
        "tatsaechlicherumsatz "
        "istumsatz"},
    {"currency", 0.5,
        "currency currencycode amountcurrency currencyisocode dealcurrency currencyofvalue w\xC3\xA4hrung waehrung whg "
        "transactioncurrency"},
    {"closeDate", 3,
        "closedate closingdate expectedclosedate estimatedclosedate estclosedate expectedclose dealclosedate "
        "targetclosedate forecastclosedate abschlussdatum "
        "erwartetesabschlussdatum gesch\xC3\xA4tztesabschlussdatum voraussichtlichesabschlussdatum abschlussam "
        "abschluss abschlussgeplant geplanterabschluss planabschluss erwarteterabschluss schlusstermin duedate"},
    {"createdAt", 0.5,
        "createdat createdate createddate created createdon creationdate engagedate dealcreated dealcreatedate "
        "opendate opened startdate erstelltam erstellt angelegtam angelegt "
        "anlagedatum erstellungsdatum erstelldatum addtime"},
    {"closedAt", 1.5,
        "closedat closeddate closedon dealclosedon actualclosedate wontime losttime closetime dealclosedtime wonat "
        "lostat "
        "geschlossenam abgeschlossenam tatsaechlichesabschlussdatum "
        "tats\xC3\xA4\x63hlichesabschlussdatum"},
    {"owner", 1,
        "owner opportunityowner dealowner ownername ownerfullname salesagent salesrep salesrepresentative salesperson "
        "accountexecutive accountmanager rep agent seller "
        "assignedto responsible vertriebler betreuer verkaeufer verk\xC3\xA4ufer inhaber besitzer zustaendig "
        "zust\xC3\xA4ndig "
        "verantwortlich verantwortlicher vertriebsmitarbeiter owneremail owneralias"},
    {"probability", 3,
        "probability dealprobability winprobability probabilitypercent wahrscheinlichkeit abschlusswahrscheinlichkeit "
        "gewinnwahrscheinlichkeit winrate likelihood chanceinprozent"},
    {"lostReason", 3,
        "lostreason lossreason closedlostreason reasonlost reasonforloss reasonforlosss verlustgrund absagegrund grund "
        "closelostreason reason"},
    {"nextStep", 2,
        "nextstep nextsteps nextaction n\xC3\xA4\x63hsterschritt naechsterschritt n\xC3\xA4\x63hsteschritte "
        "nextactivity nextactivitysubject"},
    {"stageEnteredAt", 1.5,
        "stageentered stageenteredat stageentereddate laststagechangedate laststagechange stagechangedate "
        "datestageentered dateenteredcurrentstage dateenteredstage "
        "phaseseit instageseit stagesince lastmodifiedstage"},
    {"lastActivityAt", 1,
        "lastactivity lastactivitydate lastactivityat lastcontacted lastcontactdate letzteaktivit\xC3\xA4t "
        "letzteraktivitaet letzterkontakt lastactivitytime"},
    {"externalId", 1,
        "externalid opportunityid dealid oppid recordidopportunity recordiddeal recordid crmid potentialid id "
        "chancenid "
        "donotmodifyopportunity nichtbearbeitenverkaufschance"},
    {"contactEmail", 1, "contactemail primarycontactemail contactemailaddress personemail ansprechpartneremail"},
    {"contact", 1,
        "contactname contact primarycontact primarycontactname associatedcontact associatedcontacts contactperson "
        "person personname ansprechpartner kontakt kontaktname dealcontactperson"},
    {"description", 0.2, "description notes note comment comments beschreibung notiz notizen bemerkung"},
};

constexpr FieldNames userNames[] = {
    {"name", 2,
        "username salesagent salesrep salesrepresentative salesperson agentname repname employeename fullname "
        "mitarbeitername verk\xC3\xA4ufer agent rep employee user mitarbeiter | name displayname"},
    {"firstName", 1, "firstname givenname vorname"},
    {"lastName", 1, "lastname surname familyname nachname"},
    {"email", 1, "email emailaddress mail username workemail emailadresse mailadresse login"},
    {"role", 3, "role userrole rolle profile userprofile permissionset usertype funktion"},
    {"manager", 4,
        "manager managername manageremail reportsto teamlead teamleader supervisor vorgesetzter vorgesetzte leiter "
        "teamleiter vertriebsleiter boss"},
    {"team", 2, "team teamname salesteam regionaloffice office group department abteilung region gruppe bereich"},
    {"title", 1, "title jobtitle position"},
    {"phone", 0.5, "phone phonenumber mobile telefon mobil"},
    {"externalId", 0.5, "externalid userid employeeid id"},
};

constexpr FieldNames productNames[] = {
    {"name", 2, "productname product produkt produktname artikel artikelbezeichnung item itemname | name"},
    {"productLine", 3, "series productline productfamily produktlinie category kategorie"},
    {"price", 4, "salesprice listprice unitprice price preis listenpreis verkaufspreis einzelpreis retailprice"},
    {"externalId", 2, "sku productcode productid artikelnummer itemnumber"},
};

std::span<const FieldNames> namesOf(TableKind kind)
{
    switch (kind) {
    case TableKind::accounts:
        return accountNames;
    case TableKind::contacts:
        return contactNames;
    case TableKind::opportunities:
        return opportunityNames;
    case TableKind::users:
        return userNames;
    case TableKind::products:
        return productNames;
    case TableKind::unknown:
        break;
    }
    return {};
}

using Index = std::map<std::string, FieldMatch, std::less<>>;

Index makeIndex(TableKind kind)
{
    Index index;
    for (const auto& [field, weight, names] : namesOf(kind)) {
        bool weak = false;
        int rank = 0;
        for (const auto name : splitView(names, ' ')) {
            if (name == "|") {
                weak = true;
                rank += 100;
                continue;
            }
            index.try_emplace(std::string(name), FieldMatch {field, rank++, weak ? weight / 3 : weight});
        }
    }
    return index;
}

const Index& indexOf(TableKind kind)
{
    static const Index indexes[]
        = {makeIndex(TableKind::unknown), makeIndex(TableKind::accounts), makeIndex(TableKind::contacts),
            makeIndex(TableKind::opportunities), makeIndex(TableKind::users), makeIndex(TableKind::products)};
    return indexes[std::size_t(kind)];
}

/// Words that exports put before every header of a table ("Deal - Title", "Organization - Name").
std::vector<std::string_view> prefixesOf(TableKind kind)
{
    switch (kind) {
    case TableKind::accounts:
        return {"organization", "organisation", "company", "account", "customer", "kunden", "firmen", "unternehmens"};
    case TableKind::contacts:
        return {"person", "contact", "kontakt", "people"};
    case TableKind::opportunities:
        return {"opportunity", "deal", "opp", "potential", "verkaufschancen", "verkaufschance"};
    case TableKind::users:
        return {"user", "employee", "agent", "rep", "mitarbeiter"};
    case TableKind::products:
        return {"product", "produkt", "item"};
    case TableKind::unknown:
        break;
    }
    return {};
}
}

std::string headerKey(std::string_view header)
{
    std::string key;
    const auto folded = foldCase(header.substr(0, 400));
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        if (isLetterOrDigit(nextCodePoint(folded, at)))
            key.append(folded, begin, at - begin);
    }
    // Salesforce marks own fields: "Region__c"; the letters alone would hide the name.
    if (header.ends_with("__c") && key.size() > 2)
        key.pop_back();
    return key;
}

std::optional<FieldMatch> fieldOfHeader(TableKind kind, const std::string& key)
{
    const auto& index = indexOf(kind);
    if (const auto found = index.find(key); found != index.end())
        return found->second;
    for (const auto prefix : prefixesOf(kind))
        if (key.size() > prefix.size() && std::string_view(key).starts_with(prefix))
            if (const auto found = index.find(std::string_view(key).substr(prefix.size())); found != index.end()) {
                auto match = found->second;
                match.rank += 10; // behind the names that are listed, before the weak ones
                match.weight += 1; // the prefix says which table this is
                return match;
            }
    return std::nullopt;
}

double hintWeight(TableKind kind, const std::vector<std::string>& keys, std::string_view fileName)
{
    struct Hint {
        TableKind kind;
        std::string_view words; ///< parts of the file's name
        std::string_view keys; ///< headers that are not imported but tell
    };
    static constexpr Hint hints[] = {
        {TableKind::accounts, "account compan customer kunde firma firmen unternehmen organi client",
            "annualrevenue revenue yearestablished founded billingcity billingstreet umsatz gruendungsjahr type "
            "rating"},
        {TableKind::contacts, "contact people person kontakt ansprechpartner stakeholder",
            "salutation anrede linkedin linkedinurl department reportsto birthday lifecyclestage"},
        {TableKind::opportunities, "opportunit deal pipeline chance verkaufschance forecast",
            "leadsource forecastcategory pipeline dealtype fiscalperiod weightedamount age"},
        {TableKind::users, "team user rep staff mitarbeiter agents seller sales_force", "quota hiredate"},
        {TableKind::products, "product price artikel produkt preis", "unitcost vat"},
    };
    const auto lowerName = asciiLower(fileName);
    double weight = 0;
    for (const auto& hint : hints) {
        if (hint.kind != kind)
            continue;
        for (const auto word : splitView(hint.words, ' '))
            if (lowerName.find(word) != std::string::npos) {
                weight += 3;
                break;
            }
        for (const auto word : splitView(hint.keys, ' '))
            if (std::find(keys.begin(), keys.end(), word) != keys.end())
                weight += 1.5;
    }
    return weight;
}
}
