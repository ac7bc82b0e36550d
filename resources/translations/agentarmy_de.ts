<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountFields</name>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Mail domains</source>
        <translation>Mail-Domains</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Name, domain, owner</source>
        <translation>Name, Domain, Zuständige</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neue Firma</translation>
    </message>
    <message>
        <source>Nothing by this name</source>
        <translation>Nichts mit diesem Namen</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Records that may be one</source>
        <translation>Einträge, die vielleicht dasselbe sind</translation>
    </message>
    <message>
        <source>Your customers and their people will appear here</source>
        <translation>Hier erscheinen Ihre Kunden und deren Leute</translation>
    </message>
    <message>
        <source>They are found in mail, meetings and tables that you import.</source>
        <translation>Sie werden in Mails, Terminen und Tabellen gefunden, die Sie importieren.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1, %2, %3 %4</source>
        <translation>%1, %2, %3 %4</translation>
    </message>
    <message>
        <source>Approve and send</source>
        <translation>Freigeben und senden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Review and decide</source>
        <translation>Prüfen und entscheiden</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Held back by a check</source>
        <translation>Von einer Prüfung zurückgehalten</translation>
    </message>
    <message>
        <source>1 thing to look at</source>
        <translation>1 Punkt zum Ansehen</translation>
    </message>
    <message>
        <source>%1 things to look at</source>
        <translation>%1 Punkte zum Ansehen</translation>
    </message>
    <message>
        <source>Passed all checks</source>
        <translation>Alle Prüfungen bestanden</translation>
    </message>
</context>
<context>
    <name>AdvicePane</name>
    <message>
        <source>Next best action</source>
        <translation>Nächster bester Schritt</translation>
    </message>
    <message>
        <source>Nothing to do: the next step is theirs</source>
        <translation>Nichts zu tun: der nächste Schritt liegt beim Kunden</translation>
    </message>
</context>
<context>
    <name>ApprovalDetail</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why it asks</source>
        <translation>Warum gefragt wird</translation>
    </message>
    <message>
        <source>If you do nothing</source>
        <translation>Wenn Sie nichts tun</translation>
    </message>
    <message>
        <source>Exact text</source>
        <translation>Genauer Wortlaut</translation>
    </message>
    <message>
        <source>what you write leaves as it stands</source>
        <translation>was Sie schreiben, geht so hinaus</translation>
    </message>
    <message>
        <source>your changes are marked</source>
        <translation>Ihre Änderungen sind markiert</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Open the deal</source>
        <translation>Deal öffnen</translation>
    </message>
    <message>
        <source>All checks passed</source>
        <translation>Alle Prüfungen bestanden</translation>
    </message>
</context>
<context>
    <name>ApprovalRow</name>
    <message>
        <source>%1, %2, %3 %4</source>
        <translation>%1, %2, %3 %4</translation>
    </message>
</context>
<context>
    <name>ApprovalText</name>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Text der Nachricht</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>1 waits for you</source>
        <translation>1 wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 wait for you</source>
        <translation>%1 warten auf Sie</translation>
    </message>
    <message>
        <source>nothing waits for you</source>
        <translation>nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation>Was auf Sie wartet</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>What the agent drafts for your customers comes here first. Nothing leaves without your yes.</source>
        <translation>Was der Agent für Ihre Kunden entwirft, kommt zuerst hierher. Ohne Ihr Ja geht nichts hinaus.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>At least 3 letters</source>
        <translation>Mindestens 3 Buchstaben</translation>
    </message>
    <message>
        <source>The amount is needed</source>
        <translation>Der Betrag fehlt</translation>
    </message>
    <message>
        <source>Not an amount above zero</source>
        <translation>Kein Betrag über null</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>%1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>Final amount</source>
        <translation>Endgültiger Betrag</translation>
    </message>
    <message>
        <source>Why was it lost?</source>
        <translation>Warum ging der Deal verloren?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>BantCell</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht belegt</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
</context>
<context>
    <name>BoardBar</name>
    <message>
        <source>By close month</source>
        <translation>Nach Abschlussmonat</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Zuständigen</translation>
    </message>
    <message>
        <source>By forecast</source>
        <translation>Nach Forecast</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>Closing this quarter</source>
        <translation>Abschluss im Quartal</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Kein nächster Schritt</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Choose owners</source>
        <translation>Zuständige wählen</translation>
    </message>
    <message>
        <source>Show all owners</source>
        <translation>Alle Zuständigen zeigen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Nach Text filtern</translation>
    </message>
    <message>
        <source>Deal, account, next step</source>
        <translation>Deal, Firma, nächster Schritt</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Write the table to a CSV file</source>
        <translation>Tabelle in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Grouped %1</source>
        <translation>Gruppiert: %1</translation>
    </message>
    <message>
        <source>Order by %1</source>
        <translation>Sortiert nach: %1</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Board (T)</source>
        <translation>Board (T)</translation>
    </message>
    <message>
        <source>Table (T)</source>
        <translation>Tabelle (T)</translation>
    </message>
    <message>
        <source>By close month (G)</source>
        <translation>Nach Abschlussmonat (G)</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>Nothing here matches the filter</source>
        <translation>Hier passt nichts zum Filter</translation>
    </message>
    <message>
        <source>No deal in this stage</source>
        <translation>Kein Deal in dieser Phase</translation>
    </message>
</context>
<context>
    <name>BoardStates</name>
    <message>
        <source>Your deals will appear here</source>
        <translation>Hier erscheinen Ihre Deals</translation>
    </message>
    <message>
        <source>From a table of your CRM, or found by the agent in mail, chats and meeting transcripts.</source>
        <translation>Aus einer Tabelle Ihres CRM, oder vom Agenten in Mails, Chats und Mitschriften gefunden.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Prospecting</source>
        <translation>Akquise</translation>
    </message>
    <message>
        <source>Discovery</source>
        <translation>Bedarfsanalyse</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Verhandlung</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Close date of all selected</source>
        <translation>Abschlussdatum aller ausgewählten</translation>
    </message>
    <message>
        <source>18 Dec; empty: none</source>
        <translation>18. Dez.; leer: keines</translation>
    </message>
    <message>
        <source>This is no date</source>
        <translation>Das ist kein Datum</translation>
    </message>
</context>
<context>
    <name>ChoiceText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear everything?</source>
        <translation>Alles löschen?</translation>
    </message>
    <message>
        <source>All accounts, deals, conversations, meetings and the history are deleted from this computer. Your backups stay.</source>
        <translation>Alle Firmen, Deals, Gespräche, Termine und der Verlauf werden von diesem Computer gelöscht. Ihre Sicherungen bleiben.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert nach %1</translation>
    </message>
    <message>
        <source>Type “%1” to confirm</source>
        <translation>Zum Bestätigen „%1“ eingeben</translation>
    </message>
    <message>
        <source>Back up first</source>
        <translation>Erst sichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Type the words first</source>
        <translation>Erst die Worte eingeben</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>As it was at first</source>
        <translation>Wie am Anfang</translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anders</translation>
    </message>
    <message>
        <source>A name, an address or a company</source>
        <translation>Ein Name, eine Adresse oder eine Firma</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>What do you want to say to %1?</source>
        <translation>Was möchten Sie %1 sagen?</translation>
    </message>
    <message>
        <source>What do you want to say?</source>
        <translation>Was möchten Sie sagen?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Unread: %1, %2, %3, %4</source>
        <translation>Ungelesen: %1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>ConversationsPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting on us</source>
        <translation>Wartet auf uns</translation>
    </message>
    <message>
        <source>Waiting on them</source>
        <translation>Wartet auf den Kunden</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Person, account, subject</source>
        <translation>Person, Firma, Betreff</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nichts hier</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt wieder</translation>
    </message>
    <message>
        <source>Customer mail and chat will appear here</source>
        <translation>Hier erscheinen Mails und Chats mit Kunden</translation>
    </message>
    <message>
        <source>Import .eml, .mbox, chat or transcript files, or drop them here.</source>
        <translation>.eml-, .mbox-, Chat- oder Mitschriftdateien importieren oder hier ablegen.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>DataSettings</name>
    <message>
        <source>Your data</source>
        <translation>Ihre Daten</translation>
    </message>
    <message>
        <source>Everything lies in one folder on this computer. Nothing is sent anywhere.</source>
        <translation>Alles liegt in einem Ordner auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Bring in more</source>
        <translation>Mehr einlesen</translation>
    </message>
    <message>
        <source>Mail, chats, meetings, tables</source>
        <translation>Mails, Chats, Termine, Tabellen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern in</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Tables, JSON lines, the mails as they came, and the history</source>
        <translation>Tabellen, JSON-Zeilen, die Mails im Original und der Verlauf</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren in</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Is the file sound, does every record lead somewhere?</source>
        <translation>Ist die Datei unversehrt, führt jeder Eintrag irgendwohin?</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>It is checked and shown first; what is here now is kept beside</source>
        <translation>Sie wird geprüft und zuerst gezeigt; was jetzt hier ist, bleibt daneben erhalten</translation>
    </message>
    <message>
        <source>Restore from</source>
        <translation>Wiederherstellen aus</translation>
    </message>
    <message>
        <source>Taking data out</source>
        <translation>Daten entfernen</translation>
    </message>
    <message>
        <source>Erase one person</source>
        <translation>Eine Person endgültig löschen</translation>
    </message>
    <message>
        <source>Name, addresses and words of one contact go from everywhere, for good</source>
        <translation>Name, Adressen und Worte eines Kontakts verschwinden überall und für immer</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Clear everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Deletes all data of this workspace from this computer</source>
        <translation>Löscht alle Daten dieses Arbeitsbereichs von diesem Computer</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>A complete copy, also while you work</source>
        <translation>Eine vollständige Kopie, auch während Sie arbeiten</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>Auf einen anderen Computer umziehen</translation>
    </message>
    <message>
        <source>A copy to take along, and what to do with it there</source>
        <translation>Eine Kopie zum Mitnehmen, und was dort damit zu tun ist</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umziehen</translation>
    </message>
</context>
<context>
    <name>DataWork</name>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>Kein Betrag</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation>%1 von %2 Tagen</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Kein nächster Schritt</translation>
    </message>
</context>
<context>
    <name>DealHeader</name>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Zurück zum Board</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Name of the deal</source>
        <translation>Name des Deals</translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation>Phase ändern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>DealPage</name>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>People %1</source>
        <translation>Personen %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Messages %1</source>
        <translation>Nachrichten %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Meetings %1</source>
        <translation>Termine %1</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Next step %1</source>
        <translation>Nächster Schritt %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>To the board</source>
        <translation>Zum Board</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>DealTable</name>
    <message>
        <source>Deals table</source>
        <translation>Tabelle der Deals</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>No deal fits the filter</source>
        <translation>Kein Deal passt zum Filter</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>MEDDIC</source>
        <translation>MEDDIC</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Days in stage</source>
        <translation>Tage in der Phase</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
</context>
<context>
    <name>DealsPage</name>
    <message>
        <source>Deals board</source>
        <translation>Board der Deals</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Approve as it is</source>
        <translation>So freigeben</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit, then approve</source>
        <translation>Bearbeiten, dann freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject with reason</source>
        <translation>Mit Grund ablehnen</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Änderung behalten</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>So lassen, wie es war</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Write it to a file now</source>
        <translation>Jetzt in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Hand it to the mail program now</source>
        <translation>Jetzt dem Mailprogramm übergeben</translation>
    </message>
    <message>
        <source>Leaves when the ten seconds to undo are over</source>
        <translation>Geht hinaus, sobald die zehn Sekunden zum Zurücknehmen vorbei sind</translation>
    </message>
    <message>
        <source>Why? The agent learns from it</source>
        <translation>Warum? Der Agent lernt daraus</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Leaves by your mailbox</source>
        <translation>Geht über Ihr Postfach hinaus</translation>
    </message>
</context>
<context>
    <name>DeedRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DiffLine</name>
    <message>
        <source>Taken out: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Put in: %1</source>
        <translation>Eingefügt: %1</translation>
    </message>
</context>
<context>
    <name>DisconnectDialog</name>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>It is no longer read, nothing leaves by it, and its password is deleted from this computer. On the server nothing changes.</source>
        <translation>Es wird nicht mehr gelesen, nichts geht mehr darüber hinaus, und sein Passwort wird auf diesem Rechner gelöscht. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>What was read from it</source>
        <translation>Was daraus gelesen wurde</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Bleibt hier</translation>
    </message>
    <message>
        <source>Is deleted for good</source>
        <translation>Wird endgültig gelöscht</translation>
    </message>
    <message>
        <source>Its mails and their files go, so that they cannot be restored. What was learnt about deals stays, with its quotes.</source>
        <translation>Seine Mails und ihre Dateien werden so gelöscht, dass sie nicht wiederkommen. Was über Deals gelernt wurde, bleibt, mit den Zitaten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
</context>
<context>
    <name>DraftBox</name>
    <message>
        <source>Draft to %1</source>
        <translation>Entwurf an %1</translation>
    </message>
    <message>
        <source>Passed 1 check</source>
        <translation>1 Prüfung bestanden</translation>
    </message>
    <message>
        <source>Passed %1 checks</source>
        <translation>%1 Prüfungen bestanden</translation>
    </message>
    <message>
        <source>· 1 fact linked</source>
        <translation>· 1 Fakt verknüpft</translation>
    </message>
    <message>
        <source>· %1 facts linked</source>
        <translation>· %1 Fakten verknüpft</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Review and decide</source>
        <translation>Prüfen und entscheiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
</context>
<context>
    <name>DraftPane</name>
    <message>
        <source>In the outbox</source>
        <translation>Im Postausgang</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>Ihr Entwurf</translation>
    </message>
    <message>
        <source>Draft by the agent</source>
        <translation>Entwurf des Agenten</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>geht hinaus: %1</translation>
    </message>
    <message>
        <source>leaves in a moment</source>
        <translation>geht gleich hinaus</translation>
    </message>
    <message>
        <source>they wrote again</source>
        <translation>der Kunde hat wieder geschrieben</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>All checks passed</source>
        <translation>Alle Prüfungen bestanden</translation>
    </message>
    <message>
        <source>Approve as it is</source>
        <translation>So freigeben</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>Give back to the agent</source>
        <translation>Dem Agenten zurückgeben</translation>
    </message>
    <message>
        <source>Take over from the agent</source>
        <translation>Vom Agenten übernehmen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Write it to a file</source>
        <translation>In eine Datei schreiben</translation>
    </message>
    <message>
        <source>Hand it over now</source>
        <translation>Jetzt übergeben</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Änderung behalten</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>So lassen, wie es war</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Why? The agent learns from it</source>
        <translation>Warum? Der Agent lernt daraus</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>EditableText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation>Das ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>EngineFind</name>
    <message>
        <source>Something else is looked for.</source>
        <translation>Es wird nach etwas anderem gesucht.</translation>
    </message>
</context>
<context>
    <name>EngineMailboxes</name>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation>Der Mailserver ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The mail server did not answer in time.</source>
        <translation>Der Mailserver hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The mail server asks to come back later.</source>
        <translation>Der Mailserver bittet, später wiederzukommen.</translation>
    </message>
    <message>
        <source>The connection cannot be protected. Nothing was sent.</source>
        <translation>Die Verbindung lässt sich nicht schützen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The server refused the name or the password.</source>
        <translation>Der Server hat Name oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>A folder to read is not on the server.</source>
        <translation>Ein Ordner, der gelesen werden soll, ist nicht auf dem Server.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense.</source>
        <translation>Die Antwort des Servers ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The connection broke as the mail was handed over. It may have left: look for it before it is sent again.</source>
        <translation>Die Verbindung riss ab, als die Mail übergeben wurde. Vielleicht ist sie fort: Sehen Sie nach, bevor sie noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>The mail server refused the mail.</source>
        <translation>Der Mailserver hat die Mail abgelehnt.</translation>
    </message>
    <message>
        <source>The server knows no such recipient.</source>
        <translation>Der Server kennt diesen Empfänger nicht.</translation>
    </message>
    <message>
        <source>They asked for no more messages.</source>
        <translation>Die Person wünscht keine Nachrichten mehr.</translation>
    </message>
    <message>
        <source>Mail to this address came back.</source>
        <translation>Mail an diese Adresse kam zurück.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not answer.</source>
        <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>The passwords are sealed. Enter the passphrase.</source>
        <translation>Die Passwörter sind versiegelt. Geben Sie die Passphrase ein.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this workspace.</source>
        <translation>Das ist nicht die Passphrase dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>This mailbox is connected already.</source>
        <translation>Dieses Postfach ist schon verbunden.</translation>
    </message>
</context>
<context>
    <name>ErasePersonDialog</name>
    <message>
        <source>Erase %1?</source>
        <translation>%1 endgültig löschen?</translation>
    </message>
    <message>
        <source>Erase one person</source>
        <translation>Eine Person endgültig löschen</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody by this name</source>
        <translation>Niemand mit diesem Namen</translation>
    </message>
    <message>
        <source>Names, addresses and what they wrote go everywhere, also from the history and the imported mails. What others wrote stays, with “[erased]” for the name. Later imports leave this person out. Backups made before still have them.</source>
        <translation>Namen, Adressen und alles selbst Geschriebene verschwinden überall, auch aus dem Verlauf und den importierten Mails. Was andere geschrieben haben, bleibt, mit „[erased]“ statt des Namens. Spätere Importe lassen diese Person aus. Ältere Sicherungen enthalten alles noch.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zum Bestätigen %1 eingeben</translation>
    </message>
    <message>
        <source>Export first</source>
        <translation>Erst exportieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Type the name first</source>
        <translation>Erst den Namen eingeben</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>This could not be read</source>
        <translation>Das konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>EvidenceChip</name>
    <message>
        <source>Quote: %1</source>
        <translation>Zitat: %1</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>Files to import</source>
        <translation>Dateien zum Importieren</translation>
    </message>
    <message>
        <source>All that is imported (*.eml *.mbox *.vtt *.srt *.json *.csv *.tsv *.txt)</source>
        <translation>Alles, was importiert wird (*.eml *.mbox *.vtt *.srt *.json *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A folder to import</source>
        <translation>Ein Ordner zum Importieren</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Steht still</translation>
    </message>
    <message>
        <source>Any warning</source>
        <translation>Irgendeine Warnung</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>Best Case</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Amount from</source>
        <translation>Betrag von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Closes from</source>
        <translation>Abschluss von</translation>
    </message>
    <message>
        <source>1 Dec</source>
        <translation>1. Dez.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
</context>
<context>
    <name>GalleryWindow</name>
    <message>
        <source>Agent Army: parts</source>
        <translation>Agent Army: Bausteine</translation>
    </message>
    <message>
        <source>Parts and their measures</source>
        <translation>Bausteine und ihre Maße</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deal card: at rest, selected, hovered, its slot while it is dragged, waiting</source>
        <translation>Deal-Karte: in Ruhe, ausgewählt, unter dem Zeiger, ihr Platz beim Ziehen, wartend</translation>
    </message>
    <message>
        <source>Qualification ring 28, 32, 72: nothing proven, some, all</source>
        <translation>Qualifizierungsring 28, 32, 72: nichts belegt, einiges, alles</translation>
    </message>
    <message>
        <source>Gauge: behind, level, ahead, without a target</source>
        <translation>Anzeige: im Rückstand, gleichauf, voraus, ohne Ziel</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>New deals</source>
        <translation>Neue Deals</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Badge 20 high · evidence chip 24 high</source>
        <translation>Marke 20 hoch · Beleg 24 hoch</translation>
    </message>
    <message>
        <source>Single thread</source>
        <translation>Nur ein Kontakt</translation>
    </message>
    <message>
        <source>Agent moved</source>
        <translation>Vom Agenten verschoben</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Stale 12 d</source>
        <translation>Still 12 T</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>I sign this one myself.</source>
        <translation>Das unterschreibe ich selbst.</translation>
    </message>
    <message>
        <source>Rollout guide, p. 4</source>
        <translation>Leitfaden zur Einführung, S. 4</translation>
    </message>
    <message>
        <source>Buttons 28 and 32: primary, secondary, ghost, danger, focused, disabled</source>
        <translation>Knöpfe 28 und 32: primär, sekundär, schlicht, Gefahr, mit Fokus, gesperrt</translation>
    </message>
    <message>
        <source>Approve and send</source>
        <translation>Freigeben und senden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>Mit Fokus</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>A quiet link</source>
        <translation>Ein unauffälliger Link</translation>
    </message>
    <message>
        <source>List row 76 high: selected, at rest</source>
        <translation>Listenzeile 76 hoch: ausgewählt, in Ruhe</translation>
    </message>
    <message>
        <source>Send the answer that names a price</source>
        <translation>Die Antwort mit dem Preis senden</translation>
    </message>
    <message>
        <source>Invite the CFO to the walk-through</source>
        <translation>CFO zur Vorführung einladen</translation>
    </message>
    <message>
        <source>Draft box: what is said, what is not proven, what to do</source>
        <translation>Entwurf: was gesagt wird, was nicht belegt ist, was zu tun ist</translation>
    </message>
    <message>
        <source>Warm, short</source>
        <translation>Herzlich, kurz</translation>
    </message>
    <message>
        <source>€ 38 per vehicle has no source</source>
        <translation>38 € pro Fahrzeug: keine Quelle</translation>
    </message>
    <message>
        <source>Link a price sheet, or take the sentence out</source>
        <translation>Preisliste verknüpfen oder den Satz entfernen</translation>
    </message>
    <message>
        <source>Difference: taken out, put in, left</source>
        <translation>Unterschied: entfernt, eingefügt, unverändert</translation>
    </message>
    <message>
        <source>Empty, failed</source>
        <translation>Leer, gescheitert</translation>
    </message>
    <message>
        <source>Customer mail and chat will appear here</source>
        <translation>Hier erscheinen Mails und Chats mit Kunden</translation>
    </message>
    <message>
        <source>Drop an .eml, .mbox or chat file, or connect a mailbox.</source>
        <translation>.eml-, .mbox- oder Chatdatei hier ablegen oder ein Postfach verbinden.</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>The workspace could not be read</source>
        <translation>Der Arbeitsbereich konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Toast 44 high: what happened, the seconds left, the way back</source>
        <translation>Meldung 44 hoch: was geschehen ist, die restlichen Sekunden, der Weg zurück</translation>
    </message>
    <message>
        <source>Pills: on, off, with a count; state of the workspace</source>
        <translation>Filterknöpfe: ein, aus, mit Anzahl; Stand des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>My team, open</source>
        <translation>Mein Team, offen</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Reading 34 %</source>
        <translation>Lesen 34 %</translation>
    </message>
    <message>
        <source>2 to look at</source>
        <translation>2 zum Ansehen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Colour roles</source>
        <translation>Farbrollen</translation>
    </message>
    <message>
        <source>Icons 16; the agent&apos;s mark is our own; key caps 16 high</source>
        <translation>Symbole 16; das Zeichen des Agenten ist unser eigenes; Tasten 16 hoch</translation>
    </message>
    <message>
        <source>Fields: empty, filled, wrong, several lines</source>
        <translation>Felder: leer, ausgefüllt, falsch, mehrzeilig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Person or company</source>
        <translation>Person oder Firma</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>At least 3 letters</source>
        <translation>Mindestens 3 Buchstaben</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What else there is to know</source>
        <translation>Was man sonst noch wissen sollte</translation>
    </message>
    <message>
        <source>Tabs, text that can be edited or chosen, progress, avatars</source>
        <translation>Reiter, Text zum Bearbeiten oder Auswählen, Fortschritt, Avatare</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Fleet planning rollout</source>
        <translation>Einführung der Flottenplanung</translation>
    </message>
    <message>
        <source>Name of the deal</source>
        <translation>Name des Deals</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Menu: under the focus, at rest, chosen, not possible now</source>
        <translation>Menü: mit Fokus, in Ruhe, gewählt, jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Lena Hartmann</source>
        <translation>Lena Hartmann</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Verhandlung</translation>
    </message>
    <message>
        <source>1 of 5 missing</source>
        <translation>1 von 5 fehlt</translation>
    </message>
    <message>
        <source>Closed won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Not from here</source>
        <translation>Nicht von hier aus</translation>
    </message>
    <message>
        <source>A dialog</source>
        <translation>Ein Dialog</translation>
    </message>
    <message>
        <source>Escape, the cross and a click outside close it.</source>
        <translation>Escape, das Kreuz und ein Klick außerhalb schließen ihn.</translation>
    </message>
</context>
<context>
    <name>GaugeCard</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Set the target</source>
        <translation>Ziel setzen</translation>
    </message>
    <message>
        <source>Set a target</source>
        <translation>Ein Ziel setzen</translation>
    </message>
</context>
<context>
    <name>GroupColumn</name>
    <message>
        <source>%1, %2 deals, %3</source>
        <translation>%1, %2 Deals, %3</translation>
    </message>
    <message>
        <source>Nothing here matches the filter</source>
        <translation>Hier passt nichts zum Filter</translation>
    </message>
    <message>
        <source>No deal here</source>
        <translation>Kein Deal hier</translation>
    </message>
</context>
<context>
    <name>GroupsView</name>
    <message>
        <source>Deals in groups</source>
        <translation>Deals in Gruppen</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1, %2: %3 to %4, %5</source>
        <translation>%1, %2: von %3 auf %4, %5</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>Diese Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Every change will appear here</source>
        <translation>Hier erscheint jede Änderung</translation>
    </message>
    <message>
        <source>Who made it, when, and why.</source>
        <translation>Von wem, wann und warum.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Next actions</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>by expected value × urgency, %1</source>
        <translation>nach erwartetem Wert × Dringlichkeit, %1</translation>
    </message>
    <message>
        <source>by expected value × urgency</source>
        <translation>nach erwartetem Wert × Dringlichkeit</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show 1 more</source>
        <translation>1 weiteren zeigen</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>%1 weitere zeigen</translation>
    </message>
    <message>
        <source>Nothing to do: every next step is theirs.</source>
        <translation>Nichts zu tun: jeder nächste Schritt liegt beim Kunden.</translation>
    </message>
    <message>
        <source>Deals that need attention</source>
        <translation>Deals, die Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Show all %1 deals that need attention</source>
        <translation>Alle %1 Deals zeigen, die Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Nothing new. New mail and files are read as they come.</source>
        <translation>Nichts Neues. Neue Mails und Dateien werden gelesen, sobald sie kommen.</translation>
    </message>
    <message>
        <source>What to do next will appear here</source>
        <translation>Hier erscheint, was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>The agent reads your mail, chats, meeting transcripts and deal lists, and says what to do and why. Nothing leaves this computer.</source>
        <translation>Der Agent liest Ihre Mails, Chats, Mitschriften und Deal-Listen und sagt, was zu tun ist und warum. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Import your files</source>
        <translation>Eigene Dateien importieren</translation>
    </message>
    <message>
        <source>Or look at the sample first</source>
        <translation>Oder zuerst das Beispiel ansehen</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>What is read is kept, also if you cancel. You can close this window and go on working.</source>
        <translation>Was gelesen ist, bleibt, auch wenn Sie abbrechen. Sie können dieses Fenster schließen und weiterarbeiten.</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>Neu wählen</translation>
    </message>
    <message>
        <source>One more file waits and comes next.</source>
        <translation>Eine weitere Datei wartet und kommt als nächste.</translation>
    </message>
    <message>
        <source>%1 more files wait and come next.</source>
        <translation>%1 weitere Dateien warten und kommen als nächste.</translation>
    </message>
</context>
<context>
    <name>ImportFileRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 auslassen</translation>
    </message>
</context>
<context>
    <name>ImportReady</name>
    <message>
        <source>What will be read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <source>Which side is yours: mail addresses, domains or names, with commas between</source>
        <translation>Welche Seite ist Ihre: Mailadressen, Domains oder Namen, mit Komma dazwischen</translation>
    </message>
    <message>
        <source>you@example.com, example.com</source>
        <translation>sie@example.com, example.com</translation>
    </message>
    <message>
        <source>Looking at what will come of it …</source>
        <translation>Vorschau wird ermittelt …</translation>
    </message>
    <message>
        <source>It is large: what comes of it is said at the end. You can go on working meanwhile.</source>
        <translation>Das ist viel: was daraus wird, steht am Ende hier. Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>One was not taken</source>
        <translation>Eines wurde nicht übernommen</translation>
    </message>
    <message>
        <source>%1 were not taken</source>
        <translation>%1 wurden nicht übernommen</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>Was nicht übernommen wurde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the board</source>
        <translation>Board öffnen</translation>
    </message>
    <message>
        <source>One more file waits and comes next.</source>
        <translation>Eine weitere Datei wartet und kommt als nächste.</translation>
    </message>
    <message>
        <source>%1 more files wait and come next.</source>
        <translation>%1 weitere Dateien warten und kommen als nächste.</translation>
    </message>
</context>
<context>
    <name>ImportStart</name>
    <message>
        <source>Drop files or folders here</source>
        <translation>Dateien oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Mail (.eml, .mbox, Maildir), chats (.json), meeting transcripts (.vtt, .srt, .json) and tables of accounts, contacts, deals and colleagues (.csv). You see what will happen before anything is written.</source>
        <translation>Mails (.eml, .mbox, Maildir), Chats (.json), Mitschriften (.vtt, .srt, .json) und Tabellen von Firmen, Kontakten, Deals und dem eigenen Team (.csv). Sie sehen, was geschehen wird, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Or type or paste a path, then Enter</source>
        <translation>Oder einen Pfad eingeben oder einfügen, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Only looking? The sample is an invented company with 40 accounts, 120 deals and 600 mails.</source>
        <translation>Nur mal schauen? Das Beispiel ist ein erfundenes Unternehmen mit 40 Firmen, 120 Deals und 600 Mails.</translation>
    </message>
    <message>
        <source>Take the sample</source>
        <translation>Beispiel nehmen</translation>
    </message>
    <message>
        <source>You have Agent Army on another computer? Back up there, and bring the copy here.</source>
        <translation>Sie haben Agent Army auf einem anderen Computer? Sichern Sie dort, und holen Sie die Kopie hierher.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
</context>
<context>
    <name>InsightRow</name>
    <message>
        <source>%1, %2: %3, %4 %5</source>
        <translation>%1, %2: %3, %4 %5</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Useful (U)</source>
        <translation>Nützlich (U)</translation>
    </message>
    <message>
        <source>False alarm (F)</source>
        <translation>Fehlalarm (F)</translation>
    </message>
    <message>
        <source>Tell me again later (S)</source>
        <translation>Später noch einmal (S)</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>Nichts zu melden</translation>
    </message>
    <message>
        <source>All that was told is answered. It comes up again only with another cause.</source>
        <translation>Alles Gemeldete ist beantwortet. Es kommt nur aus einem anderen Anlass wieder.</translation>
    </message>
    <message>
        <source>Tell me again</source>
        <translation>Noch einmal melden</translation>
    </message>
    <message>
        <source>What you should know will appear here</source>
        <translation>Hier erscheint, was Sie wissen sollten</translation>
    </message>
    <message>
        <source>Deals that are late, silent, stuck, or lack somebody who decides; each is told once.</source>
        <translation>Deals, die zu spät sind, schweigen, stillstehen oder denen jemand fehlt, der entscheidet; jedes wird einmal gemeldet.</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>%1, %2 deals, %3</source>
        <translation>%1, %2 Deals, %3</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Show as a column</source>
        <translation>Als Spalte zeigen</translation>
    </message>
</context>
<context>
    <name>LaterMenu</name>
    <message>
        <source>Or when? 3 Dec 9:30</source>
        <translation>Oder wann? 3. Dez. 9:30</translation>
    </message>
    <message>
        <source>Another moment</source>
        <translation>Ein anderer Zeitpunkt</translation>
    </message>
    <message>
        <source>Not a moment to come</source>
        <translation>Kein künftiger Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>%1, %2 %3 %4</source>
        <translation>%1, %2 %3 %4</translation>
    </message>
</context>
<context>
    <name>LooksSettings</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Numbers, amounts and dates follow the language.</source>
        <translation>Zahlen, Beträge und Datumsangaben folgen der Sprache.</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Holds once the program has started again. It opens where you are.</source>
        <translation>Gilt nach einem Neustart. Das Programm öffnet sich dort, wo Sie sind.</translation>
    </message>
</context>
<context>
    <name>MailboxDialog</name>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None, on this computer only</source>
        <translation>Keine, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>New password, only if it changed</source>
        <translation>Neues Passwort, nur wenn es sich geändert hat</translation>
    </message>
    <message>
        <source>Your name in what is sent</source>
        <translation>Ihr Name in dem, was hinausgeht</translation>
    </message>
    <message>
        <source>Servers: %1 and %2</source>
        <translation>Server: %1 und %2</translation>
    </message>
    <message>
        <source>Servers and folders</source>
        <translation>Server und Ordner</translation>
    </message>
    <message>
        <source>Server for reading (IMAP)</source>
        <translation>Server zum Lesen (IMAP)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Server for sending (SMTP), empty: only read</source>
        <translation>Server zum Senden (SMTP), leer: nur lesen</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>Name für die Anmeldung</translation>
    </message>
    <message>
        <source>Whose mail is read</source>
        <translation>Wessen Mail gelesen wird</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Die von allen</translation>
    </message>
    <message>
        <source>Only of people and companies that are known</source>
        <translation>Nur von bekannten Personen und Firmen</translation>
    </message>
    <message>
        <source>Mails that are deleted on the server</source>
        <translation>Mails, die auf dem Server gelöscht werden</translation>
    </message>
    <message>
        <source>Are deleted here too</source>
        <translation>Werden auch hier gelöscht</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Bleiben hier</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Einen Monat</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>Ein halbes Jahr</translation>
    </message>
    <message>
        <source>Two years</source>
        <translation>Zwei Jahre</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Address and password are needed</source>
        <translation>Adresse und Passwort werden gebraucht</translation>
    </message>
</context>
<context>
    <name>MailboxRow</name>
    <message>
        <source>%1 · reads only</source>
        <translation>%1 · liest nur</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
</context>
<context>
    <name>MailboxSettings</name>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Mail is read as it comes, and what you approve leaves by your own mailbox. Everything stays on this computer.</source>
        <translation>Mail wird gelesen, wie sie kommt, und was Sie freigeben, geht über Ihr eigenes Postfach hinaus. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>No mailbox is connected yet. What you import by file stays as it is.</source>
        <translation>Noch ist kein Postfach verbunden. Was Sie aus Dateien importieren, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>Enter the passphrase first</source>
        <translation>Erst die Passphrase eingeben</translation>
    </message>
    <message>
        <source>Look for mail now</source>
        <translation>Jetzt nach Mail sehen</translation>
    </message>
    <message>
        <source>Passwords lie in the keychain of this computer.</source>
        <translation>Passwörter liegen im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>This computer has no keychain: passwords lie in a file of the workspace that your passphrase seals.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund: Passwörter liegen in einer Datei des Arbeitsbereichs, die Ihre Passphrase versiegelt.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Agent Army</source>
        <translation>Agent Army</translation>
    </message>
</context>
<context>
    <name>MappingEditor</name>
    <message>
        <source>In a date such as 03/04/2027 the</source>
        <translation>In einem Datum wie 03/04/2027</translation>
    </message>
    <message>
        <source>day comes first</source>
        <translation>kommt der Tag zuerst</translation>
    </message>
    <message>
        <source>month comes first</source>
        <translation>kommt der Monat zuerst</translation>
    </message>
    <message>
        <source>Fields and their columns</source>
        <translation>Felder und ihre Spalten</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>keine Spalte</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>Keine Spalte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>MeetingsPane</name>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>%1 spoke %2</source>
        <translation>%1 sprach %2</translation>
    </message>
    <message>
        <source>Meetings about this deal will appear here</source>
        <translation>Hier erscheinen Termine zu diesem Deal</translation>
    </message>
    <message>
        <source>Import .vtt, .srt or other transcripts, or drop them here.</source>
        <translation>.vtt-, .srt- oder andere Mitschriften importieren oder hier ablegen.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>What becomes part of %1?</source>
        <translation>Was wird Teil von %1?</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Its deals, people and conversations move over, its names and addresses are kept. It can be undone.</source>
        <translation>Deals, Personen und Gespräche ziehen um, Namen und Adressen bleiben erhalten. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Nobody by this name</source>
        <translation>Niemand mit diesem Namen</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move to another computer</source>
        <translation>Auf einen anderen Computer umziehen</translation>
    </message>
    <message>
        <source>Copy everything to a stick or a folder that both computers reach. You can go on working; what you change after it stays here.</source>
        <translation>Kopieren Sie alles auf einen Stick oder in einen Ordner, den beide Computer erreichen. Sie können weiterarbeiten; was Sie danach ändern, bleibt hier.</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Kopiert nach %1</translation>
    </message>
    <message>
        <source>On the other computer start Agent Army, press Ctrl+I, choose “Restore a backup” and that folder. It is checked and shown before anything is replaced.</source>
        <translation>Starten Sie Agent Army auf dem anderen Computer, drücken Sie Strg+I, wählen Sie „Sicherung wiederherstellen“ und diesen Ordner. Sie wird geprüft und gezeigt, bevor etwas ersetzt wird.</translation>
    </message>
    <message>
        <source>Look whether everything is there. If you no longer want it on this computer, clear it here. Two copies do not follow each other: go on in one of them.</source>
        <translation>Sehen Sie nach, ob alles da ist. Wenn Sie es auf diesem Computer nicht mehr wollen, leeren Sie ihn hier. Zwei Kopien folgen einander nicht: Arbeiten Sie in einer weiter.</translation>
    </message>
    <message>
        <source>Clear everything here</source>
        <translation>Hier alles löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
    </message>
</context>
<context>
    <name>MoveMenu</name>
    <message>
        <source>Move stage</source>
        <translation>Phase ändern</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
</context>
<context>
    <name>NewRecordDialog</name>
    <message>
        <source>New person at %1</source>
        <translation>Neue Person bei %1</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neue Firma</translation>
    </message>
    <message>
        <source>A name is needed</source>
        <translation>Ein Name fehlt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>NoticeBox</name>
    <message>
        <source>Open the conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Your desktop tells you once when something needs you. Nothing is told while the window shows it.</source>
        <translation>Der Desktop meldet einmal, wenn etwas Sie braucht. Nichts wird gemeldet, was im Fenster gerade zu sehen ist.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Off: only a short name, nothing of what customers wrote.</source>
        <translation>Aus: nur ein kurzer Name, nichts von dem, was Kunden geschrieben haben.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>What comes meanwhile is told in one afterwards.</source>
        <translation>Was inzwischen kommt, wird danach zusammen gemeldet.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Testmeldung senden</translation>
    </message>
    <message>
        <source>Waiting for the desktop</source>
        <translation>Wartet auf den Desktop</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>Jetzt fortsetzen</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>Pausiert bis %1</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Im Infobereich weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1 and %2: %3</source>
        <translation>%1 und %2: %3</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht dasselbe</translation>
    </message>
    <message>
        <source>%1 and %2 are not the same</source>
        <translation>%1 und %2 sind nicht dasselbe</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Diesen behalten</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>Mit %1 zusammenführen</translation>
    </message>
</context>
<context>
    <name>PaletteActions</name>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Einstellungen: %1</translation>
    </message>
    <message>
        <source>preferences options</source>
        <translation>Optionen Vorgaben Konfiguration</translation>
    </message>
    <message>
        <source>Show deals as a board</source>
        <translation>Deals als Board zeigen</translation>
    </message>
    <message>
        <source>Show deals as a table</source>
        <translation>Deals als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show deals by close month</source>
        <translation>Deals nach Abschlussmonat zeigen</translation>
    </message>
    <message>
        <source>Deals: %1</source>
        <translation>Deals: %1</translation>
    </message>
    <message>
        <source>filter view</source>
        <translation>Filter Ansicht</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>Closing this quarter</source>
        <translation>Abschluss im Quartal</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Kein nächster Schritt</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>saved filter</source>
        <translation>gespeicherter Filter</translation>
    </message>
    <message>
        <source>Clear the filter of the deals</source>
        <translation>Filter der Deals aufheben</translation>
    </message>
    <message>
        <source>No filter is set</source>
        <translation>Kein Filter ist gesetzt</translation>
    </message>
    <message>
        <source>Write the table of deals to a CSV file</source>
        <translation>Tabelle der Deals in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>export spreadsheet</source>
        <translation>exportieren Tabellenkalkulation Excel</translation>
    </message>
    <message>
        <source>Archived and deleted deals</source>
        <translation>Archivierte und gelöschte Deals</translation>
    </message>
    <message>
        <source>trash restore</source>
        <translation>Papierkorb wiederherstellen</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>Antwort erwidern</translation>
    </message>
    <message>
        <source>Let the agent draft an answer</source>
        <translation>Agent eine Antwort entwerfen lassen</translation>
    </message>
    <message>
        <source>Give this conversation back to the agent</source>
        <translation>Dieses Gespräch dem Agenten zurückgeben</translation>
    </message>
    <message>
        <source>Take this conversation over from the agent</source>
        <translation>Dieses Gespräch vom Agenten übernehmen</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Mail schreiben</translation>
    </message>
    <message>
        <source>new message compose</source>
        <translation>neue Nachricht verfassen</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neue Firma</translation>
    </message>
    <message>
        <source>add company customer</source>
        <translation>Unternehmen Kunde hinzufügen anlegen</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>add contact</source>
        <translation>Kontakt hinzufügen anlegen</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>bring in mail csv</source>
        <translation>einlesen Mail CSV</translation>
    </message>
    <message>
        <source>Back up the workspace</source>
        <translation>Arbeitsbereich sichern</translation>
    </message>
    <message>
        <source>copy save</source>
        <translation>Kopie speichern Sicherung Backup</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>save csv json</source>
        <translation>speichern CSV JSON</translation>
    </message>
    <message>
        <source>Look the workspace over</source>
        <translation>Arbeitsbereich prüfen</translation>
    </message>
    <message>
        <source>check doctor health</source>
        <translation>Prüfung Diagnose Zustand</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Helles Design verwenden</translation>
    </message>
    <message>
        <source>appearance bright</source>
        <translation>Darstellung hell Tag</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Dunkles Design verwenden</translation>
    </message>
    <message>
        <source>appearance night</source>
        <translation>Darstellung dunkel Nacht</translation>
    </message>
    <message>
        <source>Use the theme of the system</source>
        <translation>Design des Systems verwenden</translation>
    </message>
    <message>
        <source>appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>keys help</source>
        <translation>Tasten Hilfe</translation>
    </message>
    <message>
        <source>This deal is archived</source>
        <translation>Dieser Deal ist archiviert</translation>
    </message>
    <message>
        <source>Move stage…</source>
        <translation>Phase ändern …</translation>
    </message>
    <message>
        <source>Approve the waiting draft</source>
        <translation>Wartenden Entwurf freigeben</translation>
    </message>
    <message>
        <source>Approve the waiting draft to %1</source>
        <translation>Wartenden Entwurf an %1 freigeben</translation>
    </message>
    <message>
        <source>send</source>
        <translation>senden</translation>
    </message>
    <message>
        <source>it leaves after 10 s</source>
        <translation>geht nach 10 s hinaus</translation>
    </message>
    <message>
        <source>Add a to-do</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>task reminder</source>
        <translation>To-do Erinnerung</translation>
    </message>
    <message>
        <source>Set close date</source>
        <translation>Abschlussdatum setzen</translation>
    </message>
    <message>
        <source>change due</source>
        <translation>ändern fällig Termin</translation>
    </message>
    <message>
        <source>Set amount</source>
        <translation>Betrag setzen</translation>
    </message>
    <message>
        <source>change value</source>
        <translation>ändern Wert</translation>
    </message>
    <message>
        <source>Rename the deal</source>
        <translation>Deal umbenennen</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>mail message</source>
        <translation>Mail Nachricht</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Nach %1 verschieben</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show %1 of this deal</source>
        <translation>%1 dieses Deals zeigen</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Zurück zum Board</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>weglegen ablegen</translation>
    </message>
    <message>
        <source>Delete the deal</source>
        <translation>Deal löschen</translation>
    </message>
    <message>
        <source>remove trash</source>
        <translation>entfernen Papierkorb</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>Auf einen anderen Computer umziehen</translation>
    </message>
    <message>
        <source>copy laptop transfer</source>
        <translation>kopieren laptop übertragen umzug</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>bring here other computer</source>
        <translation>hierher holen anderer computer</translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
</context>
<context>
    <name>Passage</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>read from the marked words</source>
        <translation>aus den markierten Worten gelesen</translation>
    </message>
</context>
<context>
    <name>PassphraseBox</name>
    <message>
        <source>This computer has no keychain. Choose a passphrase: it seals the file in which your passwords will lie, and is asked for at each start.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund. Wählen Sie eine Passphrase: Sie versiegelt die Datei, in der Ihre Passwörter liegen werden, und wird bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>Passwords are sealed. Enter your passphrase to go on reading and sending mail.</source>
        <translation>Die Passwörter sind versiegelt. Geben Sie Ihre Passphrase ein, damit Mail weiter gelesen und gesendet wird.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Seal with it</source>
        <translation>Damit versiegeln</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Macht</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Einfluss</translation>
    </message>
    <message>
        <source>Last spoke</source>
        <translation>Zuletzt gesprochen</translation>
    </message>
    <message>
        <source>People of this account will appear here</source>
        <translation>Hier erscheinen Personen dieser Firma</translation>
    </message>
    <message>
        <source>They are found in signatures, recipients and meetings.</source>
        <translation>Sie werden in Signaturen, unter Empfängern und in Terminen gefunden.</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Roles in a purchase</source>
        <translation>Rollen beim Kauf</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>Entscheidet</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>Hat Einfluss</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzt es</translation>
    </message>
    <message>
        <source>Gatekeeper</source>
        <translation>Gatekeeper</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What a colleague should know before writing to them</source>
        <translation>Was man vor dem Schreiben wissen sollte</translation>
    </message>
    <message>
        <source>Wants no messages</source>
        <translation>Möchte keine Nachrichten</translation>
    </message>
    <message>
        <source>Mail to this address came back</source>
        <translation>Mail an diese Adresse kam zurück</translation>
    </message>
</context>
<context>
    <name>PersonaSettings</name>
    <message>
        <source>How it writes</source>
        <translation>Schreibstil</translation>
    </message>
    <message>
        <source>Holds for drafts written from now on. What already waits for you stays as it is, and so does what the agent asks and decides.</source>
        <translation>Gilt für Entwürfe, die ab jetzt entstehen. Was schon auf Sie wartet, bleibt, wie es ist, ebenso was der Agent fragt und entscheidet.</translation>
    </message>
    <message>
        <source>In a chat</source>
        <translation>Im Chat</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Casual</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>Förmlich</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Concise</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Ausführlich</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Geschäftlich</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technisch</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Initiative</translation>
    </message>
    <message>
        <source>Reacts</source>
        <translation>Reagiert</translation>
    </message>
    <message>
        <source>Proposes</source>
        <translation>Schlägt vor</translation>
    </message>
    <message>
        <source>%1, as usual in your region</source>
        <translation>%1, wie in Ihrer Region üblich</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>How to write, in your own words</source>
        <translation>Wie geschrieben werden soll, in eigenen Worten</translation>
    </message>
    <message>
        <source>British spelling; no exclamation marks</source>
        <translation>Schweizer Rechtschreibung; keine Ausrufezeichen</translation>
    </message>
    <message>
        <source>Kept for language models. The drafts that are written on this computer follow the sliders alone.</source>
        <translation>Für Sprachmodelle aufbewahrt. Entwürfe, die auf diesem Computer entstehen, folgen nur den Reglern.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Auf Standard setzen</translation>
    </message>
    <message>
        <source>It is as usual</source>
        <translation>Der Standard gilt schon</translation>
    </message>
    <message>
        <source>With your changes</source>
        <translation>Mit Ihren Änderungen</translation>
    </message>
    <message>
        <source>An answer of the agent</source>
        <translation>Eine Antwort des Agenten</translation>
    </message>
    <message>
        <source>As it writes now</source>
        <translation>Wie er jetzt schreibt</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Erfolge</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Technology in use</source>
        <translation>Eingesetzte Technik</translation>
    </message>
    <message>
        <source>Plans of theirs</source>
        <translation>Pläne des Kunden</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Nothing is open. The agent adds what somebody promises.</source>
        <translation>Nichts ist offen. Der Agent ergänzt, was jemand zusagt.</translation>
    </message>
    <message>
        <source>Something to do</source>
        <translation>Eine Aufgabe</translation>
    </message>
    <message>
        <source>3 Dec</source>
        <translation>3. Dez.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>The account lately</source>
        <translation>Die Firma zuletzt</translation>
    </message>
    <message>
        <source>Once something was said, a line about each talk stands here: when, where, and in which tone.</source>
        <translation>Sobald etwas gesagt wurde, steht hier eine Zeile zu jedem Gespräch: wann, wo und in welchem Ton.</translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>What you know</source>
        <translation>Was Sie wissen</translation>
    </message>
    <message>
        <source>Also said</source>
        <translation>Auch gesagt</translation>
    </message>
    <message>
        <source>Keep what is written</source>
        <translation>Behalten, was dasteht</translation>
    </message>
    <message>
        <source>It is right: lock it</source>
        <translation>Stimmt: sperren</translation>
    </message>
    <message>
        <source>Let the agent change it again</source>
        <translation>Agent darf wieder ändern</translation>
    </message>
    <message>
        <source>It is wrong: nothing is known</source>
        <translation>Stimmt nicht: nichts bekannt</translation>
    </message>
</context>
<context>
    <name>PoliticalMap</name>
    <message>
        <source>Political map of %1 people</source>
        <translation>Politische Karte von %1 Personen</translation>
    </message>
    <message>
        <source>Decides alone</source>
        <translation>Entscheidet allein</translation>
    </message>
    <message>
        <source>Decides and is heard</source>
        <translation>Entscheidet und wird gehört</translation>
    </message>
    <message>
        <source>Looks on</source>
        <translation>Schaut zu</translation>
    </message>
    <message>
        <source>Is heard</source>
        <translation>Wird gehört</translation>
    </message>
    <message>
        <source>Influence · %1 more in the list</source>
        <translation>Einfluss · %1 weitere in der Liste</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Einfluss</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Macht</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
</context>
<context>
    <name>PutAwayList</name>
    <message>
        <source>Archived and deleted deals</source>
        <translation>Archivierte und gelöschte Deals</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>What you archive or delete stays here</source>
        <translation>Hier bleibt, was Sie archivieren oder löschen</translation>
    </message>
    <message>
        <source>Deleted deals can be restored for 30 days.</source>
        <translation>Gelöschte Deals lassen sich 30 Tage lang wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>QualificationRow</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>A guess: no quote proves it</source>
        <translation>Eine Vermutung: kein Zitat belegt sie</translation>
    </message>
    <message>
        <source>Nothing said about it yet</source>
        <translation>Dazu wurde noch nichts gesagt</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Widersprochen</translation>
    </message>
    <message>
        <source>Also said: %1</source>
        <translation>Auch gesagt: %1</translation>
    </message>
    <message>
        <source>Set by a person; the agent leaves it alone</source>
        <translation>Von Hand gesetzt; der Agent lässt es in Ruhe</translation>
    </message>
    <message>
        <source>%1 more quotes</source>
        <translation>%1 weitere Zitate</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Agent Army</source>
        <translation>Agent Army</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1, %2 unread</source>
        <translation>%1, %2 ungelesen</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 warten</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 warten</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Also known as %1</source>
        <translation>Auch bekannt als %1</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>No deal was spoken about with this person.</source>
        <translation>Mit dieser Person wurde über keinen Deal gesprochen.</translation>
    </message>
    <message>
        <source>No deal is known here. Deals are found in conversations and tables, or added on the board.</source>
        <translation>Hier ist kein Deal bekannt. Deals werden in Gesprächen und Tabellen gefunden oder auf dem Board hinzugefügt.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody is known here yet. People are found in signatures, recipients and meetings.</source>
        <translation>Hier ist noch niemand bekannt. Personen werden in Signaturen, unter Empfängern und in Terminen gefunden.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Nothing was said yet that this workspace knows of.</source>
        <translation>Bisher ist hier kein Gespräch bekannt.</translation>
    </message>
    <message>
        <source>Merge with another</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erase this person …</source>
        <translation>Diese Person endgültig löschen …</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>%1, %2 %3 %4</source>
        <translation>%1, %2 %3 %4</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>It takes the place of what is here now. That is kept in a folder of its own beside it, named with today&apos;s date.</source>
        <translation>Sie ersetzt, was jetzt hier ist. Das bleibt daneben in einem eigenen Ordner mit dem heutigen Datum im Namen erhalten.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>Do not write: %1 asked for no more messages.</source>
        <translation>Nicht schreiben: %1 möchte keine Nachrichten mehr.</translation>
    </message>
    <message>
        <source>The contact opted out.</source>
        <translation>Der Kontakt möchte nichts mehr erhalten.</translation>
    </message>
    <message>
        <source>Nothing to do: the deal is closed.</source>
        <translation>Nichts zu tun: der Deal ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Stage %1.</source>
        <translation>Phase %1.</translation>
    </message>
    <message>
        <source>A person is needed here: read the report and take over.</source>
        <translation>Hier ist ein Mensch gefragt: Bericht lesen und übernehmen.</translation>
    </message>
    <message>
        <source>Nothing is sent until a person has resolved the escalation.</source>
        <translation>Nichts wird gesendet, bis ein Mensch die Eskalation geklärt hat.</translation>
    </message>
    <message>
        <source>Send the initial outreach to %1.</source>
        <translation>%1 zum ersten Mal anschreiben.</translation>
    </message>
    <message>
        <source>There was no contact yet.</source>
        <translation>Bisher gab es keinen Kontakt.</translation>
    </message>
    <message>
        <source>Answer the open question of %1.</source>
        <translation>Die offene Frage von %1 beantworten.</translation>
    </message>
    <message>
        <source>Their last message asks something and has waited for %1 working hours.</source>
        <translation>Die letzte Nachricht stellt eine Frage und wartet seit %1 Arbeitsstunden.</translation>
    </message>
    <message>
        <source>Re-engage %1: no contact for %2.</source>
        <translation>%1 wieder ansprechen: seit %2 kein Kontakt.</translation>
    </message>
    <message>
        <source>The last interaction was %1 ago.</source>
        <translation>Der letzte Kontakt war vor %1.</translation>
    </message>
    <message>
        <source>Send a discovery mail about the gaps: %1.</source>
        <translation>Eine Mail zu den Lücken schreiben: %1.</translation>
    </message>
    <message>
        <source>Qualification is at %1 %.</source>
        <translation>Die Qualifizierung steht bei %1 %.</translation>
    </message>
    <message>
        <source>Standard step of the stage.</source>
        <translation>Üblicher Schritt dieser Phase.</translation>
    </message>
    <message>
        <source>Share one relevant insight and ask for a short discovery talk.</source>
        <translation>Einen passenden Gedanken teilen und um ein kurzes Kennenlernen bitten.</translation>
    </message>
    <message>
        <source>Ask about the situation and the outcome they want.</source>
        <translation>Nach der Lage und dem gewünschten Ergebnis fragen.</translation>
    </message>
    <message>
        <source>Close a gap of the qualification while giving something of value.</source>
        <translation>Eine Lücke der Qualifizierung schließen und dabei etwas Nützliches bieten.</translation>
    </message>
    <message>
        <source>Follow up with proof: a case or figures for their criteria.</source>
        <translation>Mit Belegen nachfassen: ein Fall oder Zahlen zu den Kriterien.</translation>
    </message>
    <message>
        <source>Follow up on the open terms and defend the value.</source>
        <translation>Zu den offenen Konditionen nachfassen und den Wert vertreten.</translation>
    </message>
    <message>
        <source>Re-engage with something of value and an easy way back.</source>
        <translation>Mit etwas Nützlichem und einem leichten Weg zurück wieder ansprechen.</translation>
    </message>
    <message>
        <source>Stay in touch.</source>
        <translation>In Verbindung bleiben.</translation>
    </message>
    <message>
        <source>Confirm the %1 with %2.</source>
        <translation>%1: mit %2 bestätigen.</translation>
    </message>
    <message>
        <source>Confirm the %1.</source>
        <translation>%1: bestätigen.</translation>
    </message>
    <message>
        <source>Something said about it was taken back.</source>
        <translation>Etwas dazu Gesagtes wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>Take over from the agent</source>
        <translation>Vom Agenten übernehmen</translation>
    </message>
    <message>
        <source>Follow up with %1</source>
        <translation>Bei %1 nachfassen</translation>
    </message>
    <message>
        <source>%1 not yet identified</source>
        <translation>noch nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1 not yet identified.</source>
        <translation>Noch nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>deepening existing qualification signals</source>
        <translation>Vorhandenes vertiefen</translation>
    </message>
    <message>
        <source>All ten points are known.</source>
        <translation>Alle zehn Punkte sind bekannt.</translation>
    </message>
    <message>
        <source>Nothing was said for %1 days.</source>
        <translation>Seit %1 Tagen wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>The customer asks for a person.</source>
        <translation>Der Kunde bittet um einen Menschen.</translation>
    </message>
    <message>
        <source>Terms with high stakes are on the table in stage %1.</source>
        <translation>In der Phase %1 liegen gewichtige Konditionen auf dem Tisch.</translation>
    </message>
    <message>
        <source>The agent&apos;s confidence is low (%1).</source>
        <translation>Der Agent ist unsicher (%1).</translation>
    </message>
    <message>
        <source>The purchase is complex: %1 decision criteria and several people with a say.</source>
        <translation>Der Kauf ist vielschichtig: %1 Entscheidungskriterien und mehrere Personen mit Mitsprache.</translation>
    </message>
    <message>
        <source>Reach out in person within 4 hours.</source>
        <translation>Innerhalb von 4 Stunden persönlich melden.</translation>
    </message>
    <message>
        <source>Prepare tailored terms, then call.</source>
        <translation>Passende Konditionen vorbereiten, dann anrufen.</translation>
    </message>
    <message>
        <source>Read the history and consider a call.</source>
        <translation>Verlauf lesen und einen Anruf erwägen.</translation>
    </message>
    <message>
        <source>Map the stakeholders and make a multi-threaded plan.</source>
        <translation>Beteiligte erfassen und einen Plan mit mehreren Kontakten machen.</translation>
    </message>
    <message>
        <source>The draft says nothing. Write something or discard it.</source>
        <translation>Der Entwurf ist leer. Bitte etwas schreiben oder verwerfen.</translation>
    </message>
    <message>
        <source>%1 words; this reader gets at most %2. Shorten it.</source>
        <translation>%1 Wörter; hier sind höchstens %2 richtig. Bitte kürzen.</translation>
    </message>
    <message>
        <source>Ask one question and keep the others for later.</source>
        <translation>Eine Frage stellen und die anderen für später aufheben.</translation>
    </message>
    <message>
        <source>&quot;Why&quot; sounds like blame. Ask with how or what.</source>
        <translation>„Warum“ klingt nach Vorwurf. Besser mit wie oder was fragen.</translation>
    </message>
    <message>
        <source>Give the mail a subject.</source>
        <translation>Der Mail einen Betreff geben.</translation>
    </message>
    <message>
        <source>Keep the subject within 78 characters.</source>
        <translation>Der Betreff sollte höchstens 78 Zeichen haben.</translation>
    </message>
    <message>
        <source>Fill in or take out the placeholder in the subject.</source>
        <translation>Den Platzhalter im Betreff ausfüllen oder entfernen.</translation>
    </message>
    <message>
        <source>Fill in or take out %1.</source>
        <translation>%1 ausfüllen oder entfernen.</translation>
    </message>
    <message>
        <source>The agent does not hide that it is software. Take the claim out.</source>
        <translation>Der Agent verbirgt nicht, dass er Software ist. Bitte die Behauptung entfernen.</translation>
    </message>
    <message>
        <source>Only a person may offer a discount or a free period. Take it out or approve it yourself.</source>
        <translation>Nur ein Mensch darf einen Rabatt oder eine Gratiszeit anbieten. Bitte entfernen oder selbst freigeben.</translation>
    </message>
    <message>
        <source>No source says %1. Name the source or take it out.</source>
        <translation>Keine Quelle nennt %1. Bitte die Quelle nennen oder entfernen.</translation>
    </message>
    <message>
        <source>The greeting names %1, but this goes to %2.</source>
        <translation>Die Anrede nennt %1, aber die Nachricht geht an %2.</translation>
    </message>
    <message>
        <source>This link leads to a host that is not ours nor a source&apos;s. Take it out or approve it yourself.</source>
        <translation>Dieser Link führt zu einer fremden Adresse ohne Quelle. Bitte entfernen oder selbst freigeben.</translation>
    </message>
    <message>
        <source>Asked for by a person.</source>
        <translation>Von einem Menschen erbeten.</translation>
    </message>
    <message>
        <source>Written by a person.</source>
        <translation>Von einem Menschen geschrieben.</translation>
    </message>
    <message>
        <source>Read in a %1.</source>
        <translation>Gelesen in: %1.</translation>
    </message>
    <message>
        <source>mail of %1</source>
        <translation>Mail vom %1</translation>
    </message>
    <message>
        <source>chat of %1</source>
        <translation>Chat vom %1</translation>
    </message>
    <message>
        <source>meeting of %1</source>
        <translation>Termin vom %1</translation>
    </message>
    <message>
        <source>The evidence for %1 is complete (%2).</source>
        <translation>Die Belege für %1 sind vollständig (%2).</translation>
    </message>
    <message>
        <source>The evidence for %1 is complete.</source>
        <translation>Die Belege für %1 sind vollständig.</translation>
    </message>
    <message>
        <source>Not proven yet: %1.</source>
        <translation>Noch nicht belegt: %1.</translation>
    </message>
    <message>
        <source>From an import.</source>
        <translation>Aus einem Import.</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>Importiert aus %1.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Done again after it was taken back.</source>
        <translation>Nach dem Zurücknehmen erneut ausgeführt.</translation>
    </message>
    <message>
        <source>Merged with %1.</source>
        <translation>Zusammengeführt mit %1.</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>Zusammengeführt.</translation>
    </message>
    <message>
        <source>Looked at what to do next.</source>
        <translation>Nächsten Schritt geprüft.</translation>
    </message>
    <message>
        <source>Deleted with what it belongs to.</source>
        <translation>Gelöscht mit dem, wozu es gehört.</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Meeting, %1 min</source>
        <translation>Termin, %1 Min.</translation>
    </message>
    <message>
        <source>Draft, waits for you</source>
        <translation>Entwurf, wartet auf Sie</translation>
    </message>
    <message>
        <source>Draft, %1</source>
        <translation>Entwurf, %1</translation>
    </message>
    <message>
        <source>Agent wrote a draft to %1</source>
        <translation>Agent: Entwurf an %1 geschrieben</translation>
    </message>
    <message>
        <source>Agent wrote a draft</source>
        <translation>Agent: Entwurf geschrieben</translation>
    </message>
    <message>
        <source>Draft of ours to %1</source>
        <translation>Eigener Entwurf an %1</translation>
    </message>
    <message>
        <source>Draft of ours</source>
        <translation>Eigener Entwurf</translation>
    </message>
    <message>
        <source>%1 detected the %2</source>
        <translation>%1: %2 gefunden</translation>
    </message>
    <message>
        <source>Imported the %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <source>%1 created the %2</source>
        <translation>%1: %2 angelegt</translation>
    </message>
    <message>
        <source>%1 deleted the %2</source>
        <translation>%1: %2 gelöscht</translation>
    </message>
    <message>
        <source>%1 restored the %2</source>
        <translation>%1: %2 wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 moved back to %2</source>
        <translation>%1: zurück nach %2</translation>
    </message>
    <message>
        <source>%1 moved to %2</source>
        <translation>%1: verschoben nach %2</translation>
    </message>
    <message>
        <source>%1 moved back</source>
        <translation>%1: zurückgeschoben</translation>
    </message>
    <message>
        <source>%1 archived the %2</source>
        <translation>%1: %2 archiviert</translation>
    </message>
    <message>
        <source>%1 took out of the archive the %2</source>
        <translation>%1: %2 aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>%1 asked to look at the %2</source>
        <translation>%1: bittet, %2 anzusehen</translation>
    </message>
    <message>
        <source>%1 looked at the %2</source>
        <translation>%1: %2 angesehen</translation>
    </message>
    <message>
        <source>%1 identified %2</source>
        <translation>%1: %2 erkannt</translation>
    </message>
    <message>
        <source>%1 confirmed %2</source>
        <translation>%1: %2 bestätigt</translation>
    </message>
    <message>
        <source>%1 unlocked %2</source>
        <translation>%1: %2 entsperrt</translation>
    </message>
    <message>
        <source>%1 rejected %2</source>
        <translation>%1: %2 verworfen</translation>
    </message>
    <message>
        <source>%1 took back %2</source>
        <translation>%1: %2 zurückgenommen</translation>
    </message>
    <message>
        <source>%1 changed %2</source>
        <translation>%1: %2 geändert</translation>
    </message>
    <message>
        <source>%1 cleared %2</source>
        <translation>%1: %2 entfernt</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <translation>%1: %2 gesetzt</translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <translation>von %1: %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>identified %1</source>
        <translation>erkannt: %1</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>success metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>economic buyer</source>
        <translation>Economic Buyer</translation>
    </message>
    <message>
        <source>decision criteria</source>
        <translation>Entscheidungskriterien</translation>
    </message>
    <message>
        <source>decision process</source>
        <translation>Entscheidungsprozess</translation>
    </message>
    <message>
        <source>pain points</source>
        <translation>Schmerzpunkte</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>Schmerzpunkt</translation>
    </message>
    <message>
        <source>champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>prospecting</source>
        <translation>Akquise</translation>
    </message>
    <message>
        <source>discovery</source>
        <translation>Bedarfsanalyse</translation>
    </message>
    <message>
        <source>qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>negotiation</source>
        <translation>Verhandlung</translation>
    </message>
    <message>
        <source>closed won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>closed lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>Ruhend</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Zuständigkeit</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>lost reason</source>
        <translation>Verlustgrund</translation>
    </message>
    <message>
        <source>closed value</source>
        <translation>endgültiger Betrag</translation>
    </message>
    <message>
        <source>reason for the stall</source>
        <translation>Grund der Pause</translation>
    </message>
    <message>
        <source>review mark</source>
        <translation>Prüfvermerk</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>weitere Namen</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>other e-mails</source>
        <translation>weitere Mailadressen</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>Zusammenführung</translation>
    </message>
    <message>
        <source>company size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>role and scores</source>
        <translation>Rolle und Werte</translation>
    </message>
    <message>
        <source>opt-out</source>
        <translation>Abbestellung</translation>
    </message>
    <message>
        <source>due day</source>
        <translation>Fälligkeit</translation>
    </message>
    <message>
        <source>deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>primary contact</source>
        <translation>Hauptkontakt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>best case</source>
        <translation>Best Case</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>omitted</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>the contact</source>
        <translation>der Kontakt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>won</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>einem Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>%1 in meeting</source>
        <translation>%1 im Termin</translation>
    </message>
    <message>
        <source>Mail, %1</source>
        <translation>Mail, %1</translation>
    </message>
    <message>
        <source>Chat, %1</source>
        <translation>Chat, %1</translation>
    </message>
    <message>
        <source>Meeting, %1</source>
        <translation>Termin, %1</translation>
    </message>
    <message>
        <source>Noted by hand</source>
        <translation>Von Hand notiert</translation>
    </message>
    <message>
        <source>Noted by hand, %1</source>
        <translation>Von Hand notiert, %1</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Give it a name</source>
        <translation>Bitte einen Namen geben</translation>
    </message>
    <message>
        <source>Forget the view %1</source>
        <translation>Ansicht %1 vergessen</translation>
    </message>
    <message>
        <source>A view keeps filters, order and layout under a name.</source>
        <translation>Eine Ansicht merkt sich Filter, Reihenfolge und Anordnung unter einem Namen.</translation>
    </message>
    <message>
        <source>Keep this view as …</source>
        <translation>Diese Ansicht merken als …</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>ScoreStepper</name>
    <message>
        <source>%1: %2 of 10</source>
        <translation>%1: %2 von 10</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Compute %1 again</source>
        <translation>%1 neu berechnen</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>deals</source>
        <translation>Deals</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your company</source>
        <translation>Ihr Unternehmen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Ihre Daten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Drafts are signed with your name; mail from your address is yours.</source>
        <translation>Entwürfe tragen Ihren Namen; Mails von Ihrer Adresse gelten als Ihre.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Says which side is yours in every mail, chat and meeting. What is changed holds for what is read from now on.</source>
        <translation>Sagt, welche Seite in jeder Mail, jedem Chat und jedem Termin Ihre ist. Änderungen gelten für alles, was ab jetzt gelesen wird.</translation>
    </message>
    <message>
        <source>Mail domains of your side</source>
        <translation>Mail-Domains Ihrer Seite</translation>
    </message>
    <message>
        <source>With commas between: example.com, example.de</source>
        <translation>Mit Komma dazwischen: example.com, example.de</translation>
    </message>
    <message>
        <source>Single addresses of your side</source>
        <translation>Einzelne Adressen Ihrer Seite</translation>
    </message>
    <message>
        <source>For addresses at free mail providers</source>
        <translation>Für Adressen bei freien Mailanbietern</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>The agent looks for them in what customers write</source>
        <translation>Der Agent sucht sie in dem, was Kunden schreiben</translation>
    </message>
    <message>
        <source>Currency of amounts without one</source>
        <translation>Währung für Beträge ohne Angabe</translation>
    </message>
    <message>
        <source>EUR, USD, GBP …</source>
        <translation>EUR, USD, GBP …</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Decides what is late today: Europe/Berlin, America/Chicago …</source>
        <translation>Entscheidet, was heute überfällig ist: Europe/Berlin, America/Chicago …</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Agent Army %1</source>
        <translation>Agent Army %1</translation>
    </message>
    <message>
        <source>Free software under the GNU Affero General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU Affero General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Built with Qt (LGPL-3.0), SQLite (public domain), ICU, GMime, Gumbo, simdjson, nlohmann JSON and others. Font: Inter, SIL Open Font License 1.1. Icons: Lucide, ISC License, parts from Feather, MIT License.</source>
        <translation>Gebaut mit Qt (LGPL-3.0), SQLite (gemeinfrei), ICU, GMime, Gumbo, simdjson, nlohmann JSON und anderen. Schrift: Inter, SIL Open Font License 1.1. Symbole: Lucide, ISC-Lizenz, Teile aus Feather, MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>How it writes</source>
        <translation>Schreibstil</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Drop to import</source>
        <translation>Zum Importieren ablegen</translation>
    </message>
    <message>
        <source>This belongs to no deal and no conversation</source>
        <translation>Das gehört zu keinem Deal und keinem Gespräch</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Next, previous</source>
        <translation>Nächster, voriger</translation>
    </message>
    <message>
        <source>Column to the left, right</source>
        <translation>Spalte links, rechts</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation>Phase ändern</translation>
    </message>
    <message>
        <source>Move one stage back, on</source>
        <translation>Eine Phase zurück, weiter</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Board or table</source>
        <translation>Board oder Tabelle</translation>
    </message>
    <message>
        <source>By close month</source>
        <translation>Nach Abschlussmonat</translation>
    </message>
    <message>
        <source>Select a deal</source>
        <translation>Deal auswählen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>New account or person</source>
        <translation>Neue Firma oder Person</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Gelesen oder ungelesen</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Alle gelesen</translation>
    </message>
</context>
<context>
    <name>Slider</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>StageHeader</name>
    <message>
        <source>%1, %2 deals, %3</source>
        <translation>%1, %2 Deals, %3</translation>
    </message>
</context>
<context>
    <name>StagePath</name>
    <message>
        <source>%1, here, %2</source>
        <translation>%1, hier, %2</translation>
    </message>
    <message>
        <source>%1, passed, %2</source>
        <translation>%1, durchlaufen, %2</translation>
    </message>
    <message>
        <source>%1, ahead, %2</source>
        <translation>%1, kommt noch, %2</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1, absteigend sortiert</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
</context>
<context>
    <name>TableRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TalksPane</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>waits for us · %1</source>
        <translation>wartet auf uns · %1</translation>
    </message>
    <message>
        <source>Mail and chat about this deal will appear here</source>
        <translation>Hier erscheinen Mails und Chats zu diesem Deal</translation>
    </message>
    <message>
        <source>What is imported is read, and finds its deal.</source>
        <translation>Was importiert wird, wird gelesen und findet seinen Deal.</translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source>%1: target of the quarter</source>
        <translation>%1: Ziel des Quartals</translation>
    </message>
    <message>
        <source>An amount above zero</source>
        <translation>Ein Betrag über null</translation>
    </message>
    <message>
        <source>Empty: no target</source>
        <translation>Leer: kein Ziel</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Without a subject</source>
        <translation>Ohne Betreff</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>zurück: %1</translation>
    </message>
    <message>
        <source>Back among the others now</source>
        <translation>Jetzt zurück zu den anderen</translation>
    </message>
    <message>
        <source>Put aside (S)</source>
        <translation>Zurücklegen (S)</translation>
    </message>
    <message>
        <source>Give back to the agent</source>
        <translation>Dem Agenten zurückgeben</translation>
    </message>
    <message>
        <source>Take over from the agent</source>
        <translation>Vom Agenten übernehmen</translation>
    </message>
    <message>
        <source>Answer (R)</source>
        <translation>Antworten (R)</translation>
    </message>
    <message>
        <source>Open the deal: %1</source>
        <translation>Deal öffnen: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Let the agent draft</source>
        <translation>Agent entwerfen lassen</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>Im Zeitverlauf suchen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>Der Agent</translation>
    </message>
    <message>
        <source>Nothing here matches</source>
        <translation>Hier passt nichts</translation>
    </message>
    <message>
        <source>Mail, chats, meetings and changes of this deal will appear here</source>
        <translation>Hier erscheinen Mails, Chats, Termine und Änderungen dieses Deals</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Importing %1 %</source>
        <translation>Import %1 %</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Everything is stored on this computer. No server is connected.</source>
        <translation>Alles ist auf diesem Computer gespeichert. Kein Server ist verbunden.</translation>
    </message>
    <message>
        <source>%1, menu</source>
        <translation>%1, Menü</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Agent Army</source>
        <translation>Agent Army</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>UserMenu</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Archived and deleted</source>
        <translation>Archiviert und gelöscht</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>agentarmy::app</name>
    <message>
        <source>Later today</source>
        <translation>Heute noch</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>Am Montag</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>In einem Monat</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Nobody is known who decides.</source>
        <translation>Niemand ist bekannt, der entscheidet.</translation>
    </message>
    <message>
        <source>Nobody speaks for us inside yet.</source>
        <translation>Beim Kunden spricht noch niemand für uns.</translation>
    </message>
    <message>
        <source>No word in %1 days with %2, who can decide.</source>
        <translation>Seit %1 Tagen kein Wort mit %2, wo entschieden werden kann.</translation>
    </message>
    <message>
        <source>We hardly know %1, who can decide.</source>
        <translation>Wir kennen %1 kaum, obwohl dort entschieden werden kann.</translation>
    </message>
    <message>
        <source>Only one person speaks with us.</source>
        <translation>Nur eine Person spricht mit uns.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>Renamed to %1</source>
        <translation>Umbenannt in %1</translation>
    </message>
    <message>
        <source>Close date set to %1</source>
        <translation>Abschlussdatum auf %1 gesetzt</translation>
    </message>
    <message>
        <source>Close date cleared</source>
        <translation>Abschlussdatum entfernt</translation>
    </message>
    <message>
        <source>Owner cleared</source>
        <translation>Niemand mehr zuständig</translation>
    </message>
    <message>
        <source>Owner set to %1</source>
        <translation>Zuständig ist jetzt %1</translation>
    </message>
    <message>
        <source>Amount set to %1</source>
        <translation>Betrag auf %1 gesetzt</translation>
    </message>
    <message>
        <source>Amount cleared</source>
        <translation>Betrag entfernt</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>%1 sicher</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>No quote</source>
        <translation>Kein Zitat</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>Entscheidet</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>Hat Einfluss</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzt es</translation>
    </message>
    <message>
        <source>Gatekeeper</source>
        <translation>Gatekeeper</translation>
    </message>
    <message>
        <source>The same mail address: %1</source>
        <translation>Dieselbe Mailadresse: %1</translation>
    </message>
    <message>
        <source>The same domain: %1</source>
        <translation>Dieselbe Domain: %1</translation>
    </message>
    <message>
        <source>The same number elsewhere: %1</source>
        <translation>Dieselbe Nummer anderswo: %1</translation>
    </message>
    <message>
        <source>The same name</source>
        <translation>Derselbe Name</translation>
    </message>
    <message>
        <source>The same phone number</source>
        <translation>Dieselbe Telefonnummer</translation>
    </message>
    <message>
        <source>Nearly the same name</source>
        <translation>Fast derselbe Name</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>1 open deal</source>
        <translation>1 offener Deal</translation>
    </message>
    <message>
        <source>%1 open deals</source>
        <translation>%1 offene Deals</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Von Hand gesetzt</translation>
    </message>
    <message>
        <source>From the title</source>
        <translation>Aus der Position</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Noch nichts bekannt</translation>
    </message>
    <message>
        <source>From what was said</source>
        <translation>Aus dem Gesagten</translation>
    </message>
    <message>
        <source>A meeting</source>
        <translation>Ein Termin</translation>
    </message>
    <message>
        <source>%1 meetings</source>
        <translation>%1 Termine</translation>
    </message>
    <message>
        <source>A chat message</source>
        <translation>Eine Chatnachricht</translation>
    </message>
    <message>
        <source>%1 chat messages</source>
        <translation>%1 Chatnachrichten</translation>
    </message>
    <message>
        <source>A mail</source>
        <translation>Eine Mail</translation>
    </message>
    <message>
        <source>%1 mails</source>
        <translation>%1 Mails</translation>
    </message>
    <message>
        <source>A talk</source>
        <translation>Ein Gespräch</translation>
    </message>
    <message>
        <source>%1 talks</source>
        <translation>%1 Gespräche</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>freundlich</translation>
    </message>
    <message>
        <source>matter-of-fact</source>
        <translation>sachlich</translation>
    </message>
    <message>
        <source>The tone is friendly</source>
        <translation>Der Ton ist freundlich</translation>
    </message>
    <message>
        <source>The tone is critical</source>
        <translation>Der Ton ist kritisch</translation>
    </message>
    <message>
        <source>The tone is matter-of-fact</source>
        <translation>Der Ton ist sachlich</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key of the account</source>
        <translation>Schlüssel der Firma</translation>
    </message>
    <message>
        <source>Key of the record</source>
        <translation>Schlüssel des Eintrags</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Open, won or lost</source>
        <translation>Offen, gewonnen oder verloren</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Final amount</source>
        <translation>Endgültiger Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Why it was lost</source>
        <translation>Verlustgrund</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>In this stage since</source>
        <translation>In dieser Phase seit</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Mail of the contact</source>
        <translation>Mail des Kontakts</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Mail domain</source>
        <translation>Mail-Domain</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Parent account</source>
        <translation>Übergeordnete Firma</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Wants no mail</source>
        <translation>Möchte keine Mails</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Führungskraft</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Say what this table holds.</source>
        <translation>Bitte angeben, was diese Tabelle enthält.</translation>
    </message>
    <message>
        <source>No column for %1 yet.</source>
        <translation>Noch keine Spalte für %1.</translation>
    </message>
    <message>
        <source>Its dates can be read in two ways: say whether the day or the month comes first.</source>
        <translation>Die Daten lassen sich auf zwei Arten lesen: bitte angeben, ob der Tag oder der Monat zuerst kommt.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>angesehen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>unlocked: the agent may change it</source>
        <translation>entsperrt: der Agent darf ändern</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>The agent read %1</source>
        <translation>Der Agent hat %1 gelesen</translation>
    </message>
    <message>
        <source>You set %1, so it changed nothing.</source>
        <translation>Sie haben %1 gesetzt, also hat er nichts geändert.</translation>
    </message>
    <message>
        <source>You left the amount open, so it changed nothing.</source>
        <translation>Sie haben den Betrag offen gelassen, also hat er nichts geändert.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Amount kept at %1</source>
        <translation>Betrag bleibt bei %1</translation>
    </message>
    <message>
        <source>Amount left open</source>
        <translation>Betrag bleibt offen</translation>
    </message>
    <message>
        <source>The agent read that it is about “%1”</source>
        <translation>Der Agent hat gelesen, dass es um „%1“ geht</translation>
    </message>
    <message>
        <source>You left the product open, so it changed nothing.</source>
        <translation>Sie haben das Produkt offen gelassen, also hat er nichts geändert.</translation>
    </message>
    <message>
        <source>You set “%1”, so it changed nothing.</source>
        <translation>Sie haben „%1“ gesetzt, also hat er nichts geändert.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Product set to %1</source>
        <translation>Produkt auf %1 gesetzt</translation>
    </message>
    <message>
        <source>Product left as it is</source>
        <translation>Produkt bleibt, wie es ist</translation>
    </message>
    <message>
        <source>A person should answer this</source>
        <translation>Das sollte ein Mensch beantworten</translation>
    </message>
    <message>
        <source>The agent found this deal</source>
        <translation>Der Agent hat diesen Deal gefunden</translation>
    </message>
    <message>
        <source>Which deal is it about?</source>
        <translation>Um welchen Deal geht es?</translation>
    </message>
    <message>
        <source>It read it in a conversation. Look at name, amount and stage.</source>
        <translation>Er hat ihn in einem Gespräch gelesen. Bitte Name, Betrag und Phase ansehen.</translation>
    </message>
    <message>
        <source>More than one deal is open with this account, and the latest words fit none for sure.</source>
        <translation>Mit dieser Firma ist mehr als ein Deal offen, und die letzten Worte passen zu keinem sicher.</translation>
    </message>
    <message>
        <source>Looks right</source>
        <translation>Sieht richtig aus</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>Es ist dieser</translation>
    </message>
    <message>
        <source>Marked as looked at</source>
        <translation>Als angesehen markiert</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>Best Case</translation>
    </message>
    <message>
        <source>peer, practical</source>
        <translation>auf Augenhöhe, praktisch</translation>
    </message>
    <message>
        <source>brief, executive</source>
        <translation>knapp, für die Leitung</translation>
    </message>
    <message>
        <source>businesslike</source>
        <translation>geschäftlich</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>Hier passt: %1.</translation>
    </message>
    <message>
        <source>%1 deals</source>
        <translation>%1 Deals</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Firmen</translation>
    </message>
    <message>
        <source>%1 contacts</source>
        <translation>%1 Kontakte</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Steht still</translation>
    </message>
    <message>
        <source>Stale %1 d</source>
        <translation>Still %1 T</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>1 Kontakt</translation>
    </message>
    <message>
        <source>The close date is past</source>
        <translation>Das Abschlussdatum ist vorbei</translation>
    </message>
    <message>
        <source>Nothing was said for %1 days</source>
        <translation>Seit %1 Tagen wurde nichts gesagt</translation>
    </message>
    <message>
        <source>%1 days in this stage</source>
        <translation>%1 Tage in dieser Phase</translation>
    </message>
    <message>
        <source>The close date was pushed more than once</source>
        <translation>Das Abschlussdatum wurde mehr als einmal verschoben</translation>
    </message>
    <message>
        <source>No economic buyer is known</source>
        <translation>Kein Economic Buyer bekannt</translation>
    </message>
    <message>
        <source>No champion is known</source>
        <translation>Kein Champion bekannt</translation>
    </message>
    <message>
        <source>Only one person speaks with us</source>
        <translation>Nur eine Person spricht mit uns</translation>
    </message>
    <message>
        <source>Somebody with influence is against it</source>
        <translation>Jemand mit Einfluss ist dagegen</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Kein nächster Schritt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Economic buyer</source>
        <translation>Economic Buyer</translation>
    </message>
    <message>
        <source>Decision criteria</source>
        <translation>Entscheidungskriterien</translation>
    </message>
    <message>
        <source>Decision process</source>
        <translation>Entscheidungsprozess</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Schmerzpunkt</translation>
    </message>
    <message>
        <source>BANT %1 %</source>
        <translation>BANT %1 %</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>nötig: %1</translation>
    </message>
    <message>
        <source>MEDDIC %1 %</source>
        <translation>MEDDIC %1 %</translation>
    </message>
    <message>
        <source>1 exchange</source>
        <translation>1 Austausch</translation>
    </message>
    <message>
        <source>%1 exchanges</source>
        <translation>%1-mal ausgetauscht</translation>
    </message>
    <message>
        <source>This stage has no rule</source>
        <translation>Für diese Phase gibt es keine Regel</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>keine Regel</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>nicht belegt</translation>
    </message>
    <message>
        <source>Only a manager can open a closed deal again</source>
        <translation>Nur eine Führungskraft kann einen abgeschlossenen Deal wieder öffnen</translation>
    </message>
    <message>
        <source>A closed deal goes back to negotiation only</source>
        <translation>Ein abgeschlossener Deal geht nur in die Verhandlung zurück</translation>
    </message>
    <message>
        <source>This move is not allowed</source>
        <translation>Dieser Wechsel ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Prospecting</source>
        <translation>Akquise</translation>
    </message>
    <message>
        <source>Discovery</source>
        <translation>Bedarfsanalyse</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Verhandlung</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Ruhend</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Es gibt keine Datei und keinen Ordner %1.</translation>
    </message>
    <message>
        <source>You are not allowed to read %1.</source>
        <translation>Für %1 fehlt das Leserecht.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Er sagt: %1</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Server for reading</source>
        <translation>Server zum Lesen</translation>
    </message>
    <message>
        <source>Server for sending</source>
        <translation>Server zum Senden</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::AccountsModel</name>
    <message>
        <source>1 open deal</source>
        <translation>1 offener Deal</translation>
    </message>
    <message>
        <source>%1 open deals</source>
        <translation>%1 offene Deals</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>%1 is part of %2 now</source>
        <translation>%1 ist jetzt Teil von %2</translation>
    </message>
    <message>
        <source>%1 and %2 stay two</source>
        <translation>%1 und %2 bleiben zwei</translation>
    </message>
    <message>
        <source>%1 is archived</source>
        <translation>%1 ist archiviert</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>%1 is added</source>
        <translation>%1 ist hinzugefügt</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::ApprovalsModel</name>
    <message>
        <source>Approved: your message to %1</source>
        <translation>Freigegeben: Ihre Nachricht an %1</translation>
    </message>
    <message>
        <source>Your message to %1</source>
        <translation>Ihre Nachricht an %1</translation>
    </message>
    <message>
        <source>Approved: answer to %1</source>
        <translation>Freigegeben: Antwort an %1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>geht hinaus: %1</translation>
    </message>
    <message>
        <source>in the outbox</source>
        <translation>im Postausgang</translation>
    </message>
    <message>
        <source>they wrote again</source>
        <translation>der Kunde hat wieder geschrieben</translation>
    </message>
    <message>
        <source>They wrote again after this was drafted: it answers an older message.</source>
        <translation>Nach diesem Entwurf kam eine neue Nachricht: er beantwortet eine ältere.</translation>
    </message>
    <message>
        <source>You wrote it. It leaves once you approve.</source>
        <translation>Von Ihnen geschrieben. Geht hinaus, sobald Sie freigeben.</translation>
    </message>
    <message>
        <source>Every message waits for a person. All checks passed.</source>
        <translation>Jede Nachricht wartet auf einen Menschen. Alle Prüfungen bestanden.</translation>
    </message>
    <message>
        <source>It leaves %1, if this program runs then.</source>
        <translation>Geht hinaus: %1, wenn dieses Programm dann läuft.</translation>
    </message>
    <message>
        <source>It waits here. What you wrote is never dropped.</source>
        <translation>Sie wartet hier. Was Sie geschrieben haben, wird nie verworfen.</translation>
    </message>
    <message>
        <source>It stays in the outbox. It was approved, and nothing was handed over yet.</source>
        <translation>Sie bleibt im Postausgang. Sie ist freigegeben, übergeben wurde noch nichts.</translation>
    </message>
    <message>
        <source>It waits here. Once somebody writes again it is dropped for a new one.</source>
        <translation>Sie wartet hier. Schreibt der Kunde wieder, tritt eine neue an ihre Stelle.</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>waiting on us %1</source>
        <translation>wartet auf uns: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Taken back: the message to %1 waits for you</source>
        <translation>Zurückgenommen: die Nachricht an %1 wartet auf Sie</translation>
    </message>
    <message>
        <source>The message to %1 leaves now</source>
        <translation>Die Nachricht an %1 geht jetzt hinaus</translation>
    </message>
    <message>
        <source>The message to %1 leaves %2</source>
        <translation>Die Nachricht an %1 geht hinaus: %2</translation>
    </message>
    <message>
        <source>Approved: the answer to %1 is written to a file</source>
        <translation>Freigegeben: die Antwort an %1 wird in eine Datei geschrieben</translation>
    </message>
    <message>
        <source>Approved: the mail to %1 goes to your mail program</source>
        <translation>Freigegeben: die Mail an %1 geht an Ihr Mailprogramm</translation>
    </message>
    <message>
        <source>Rejected: the answer to %1</source>
        <translation>Abgelehnt: die Antwort an %1</translation>
    </message>
    <message>
        <source>Changed: the answer to %1</source>
        <translation>Geändert: die Antwort an %1</translation>
    </message>
    <message>
        <source>The mail to %1 is open in your mail program: send it there</source>
        <translation>Die Mail an %1 ist in Ihrem Mailprogramm geöffnet: dort senden</translation>
    </message>
    <message>
        <source>The answer to %1 was written to %2</source>
        <translation>Die Antwort an %1 steht jetzt in %2</translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation>ging nicht hinaus</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>geht hinaus</translation>
    </message>
    <message>
        <source>It stays here. Try it again, or take it back and change it.</source>
        <translation>Sie bleibt hier. Versuchen Sie es noch einmal, oder holen Sie sie zurück und ändern Sie sie.</translation>
    </message>
    <message>
        <source>It is being sent, or whether it left is being found out.</source>
        <translation>Sie wird gesendet, oder es wird festgestellt, ob sie hinausging.</translation>
    </message>
    <message>
        <source>It leaves by your mailbox once the ten seconds to undo are over.</source>
        <translation>Sie geht über Ihr Postfach hinaus, sobald die zehn Sekunden zum Zurücknehmen vorbei sind.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>Approved: the mail to %1 leaves in ten seconds</source>
        <translation>Freigegeben: Die Mail an %1 geht in zehn Sekunden hinaus</translation>
    </message>
    <message>
        <source>The mail to %1 is tried again</source>
        <translation>Die Mail an %1 wird noch einmal versucht</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::ComposeModel</name>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Es gibt noch nichts zu senden.</translation>
    </message>
    <message>
        <source>Who is it for? Type a name.</source>
        <translation>Für wen ist es? Bitte einen Namen eingeben.</translation>
    </message>
    <message>
        <source>The draft to %1 waits among the approvals</source>
        <translation>Der Entwurf an %1 wartet bei den Freigaben</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::ConversationModel</name>
    <message>
        <source>Comes back %1, or when they write</source>
        <translation>Kommt wieder: %1, oder sobald der Kunde schreibt</translation>
    </message>
    <message>
        <source>It is back among the others</source>
        <translation>Es ist zurück bei den anderen</translation>
    </message>
    <message>
        <source>You answer here from now on; the agent drafts nothing</source>
        <translation>Ab jetzt antworten Sie hier; der Agent entwirft nichts</translation>
    </message>
    <message>
        <source>The agent drafts here again</source>
        <translation>Der Agent entwirft hier wieder</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::ConversationsModel</name>
    <message>
        <source>One conversation marked as read</source>
        <translation>Ein Gespräch als gelesen markiert</translation>
    </message>
    <message>
        <source>%1 conversations marked as read</source>
        <translation>%1 Gespräche als gelesen markiert</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DataModel</name>
    <message>
        <source>%1 records looked at</source>
        <translation>%1 Einträge durchgesehen</translation>
    </message>
    <message>
        <source>1 record that names this person</source>
        <translation>1 Eintrag, der diese Person nennt</translation>
    </message>
    <message>
        <source>%1 records that name this person</source>
        <translation>%1 Einträge, die diese Person nennen</translation>
    </message>
    <message>
        <source>1 message from, to or about them</source>
        <translation>1 Nachricht von, an oder über diese Person</translation>
    </message>
    <message>
        <source>%1 messages from, to or about them</source>
        <translation>%1 Nachrichten von, an oder über diese Person</translation>
    </message>
    <message>
        <source>1 quote of their words</source>
        <translation>1 Zitat dieser Person</translation>
    </message>
    <message>
        <source>%1 quotes of their words</source>
        <translation>%1 Zitate dieser Person</translation>
    </message>
    <message>
        <source>1 mail or transcript as it was imported</source>
        <translation>1 Mail oder Mitschrift, wie sie importiert wurde</translation>
    </message>
    <message>
        <source>%1 mails and transcripts as they were imported</source>
        <translation>%1 Mails und Mitschriften, wie sie importiert wurden</translation>
    </message>
    <message>
        <source>Looking for this person</source>
        <translation>Diese Person wird gesucht</translation>
    </message>
    <message>
        <source>Erasing this person</source>
        <translation>Diese Person wird endgültig gelöscht</translation>
    </message>
    <message>
        <source>Erased for good: %1 records, %2 messages, %3 quotes, %4 files, %5 entries of the history</source>
        <translation>Endgültig gelöscht: %1 Einträge, %2 Nachrichten, %3 Zitate, %4 Dateien, %5 Einträge im Verlauf</translation>
    </message>
    <message>
        <source>Writing what is kept</source>
        <translation>Gespeichertes wird geschrieben</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Checking the backup</source>
        <translation>Sicherung wird geprüft</translation>
    </message>
    <message>
        <source>Last change: %1</source>
        <translation>Letzte Änderung: %1</translation>
    </message>
    <message>
        <source>Nothing was ever written to it</source>
        <translation>Darin wurde noch nie etwas gespeichert</translation>
    </message>
    <message>
        <source>%1 accounts, %2 deals, %3 messages</source>
        <translation>%1 Firmen, %2 Deals, %3 Nachrichten</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Sicherung wird wiederhergestellt</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>Die Sicherung ist wiederhergestellt</translation>
    </message>
    <message>
        <source>The backup is restored. What was here before lies in %1</source>
        <translation>Die Sicherung ist wiederhergestellt. Der vorherige Stand liegt in %1</translation>
    </message>
    <message>
        <source>Copying the workspace</source>
        <translation>Arbeitsbereich wird kopiert</translation>
    </message>
    <message>
        <source>delete everything</source>
        <translation>alles löschen</translation>
    </message>
    <message>
        <source>Deleting everything</source>
        <translation>Alles wird gelöscht</translation>
    </message>
    <message>
        <source>Everything was deleted</source>
        <translation>Alles wurde gelöscht</translation>
    </message>
    <message>
        <source>Everything was deleted. The backup lies in %1</source>
        <translation>Alles wurde gelöscht. Die Sicherung liegt in %1</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealBoardModel</name>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>weighted %1</source>
        <translation>gewichtet %1</translation>
    </message>
    <message>
        <source>%1 moved to %2</source>
        <translation>%1 nach %2 verschoben</translation>
    </message>
    <message>
        <source>%1, 1 proof missing</source>
        <translation>%1, 1 Beleg fehlt</translation>
    </message>
    <message>
        <source>%1, %2 proofs missing</source>
        <translation>%1, %2 Belege fehlen</translation>
    </message>
    <message>
        <source>This move is not allowed</source>
        <translation>Dieser Wechsel ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Owner is %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealCardItem</name>
    <message>
        <source>closes %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <source>%1 of 6 proven</source>
        <translation>%1 von 6 belegt</translation>
    </message>
    <message>
        <source>no next step</source>
        <translation>kein nächster Schritt</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Economic buyer</source>
        <translation>Economic Buyer</translation>
    </message>
    <message>
        <source>Decision criteria</source>
        <translation>Entscheidungskriterien</translation>
    </message>
    <message>
        <source>Decision process</source>
        <translation>Entscheidungsprozess</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Schmerzpunkt</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 of the usual %2 days in this stage</source>
        <translation>%1 von üblichen %2 Tagen in dieser Phase</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealColumnModel</name>
    <message>
        <source>weighted %1</source>
        <translation>gewichtet %1</translation>
    </message>
    <message>
        <source>%1, weighted %2</source>
        <translation>%1, gewichtet %2</translation>
    </message>
    <message>
        <source>%1 without an amount</source>
        <translation>%1 ohne Betrag</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Needs the final amount</source>
        <translation>Braucht den endgültigen Betrag</translation>
    </message>
    <message>
        <source>Needs a reason</source>
        <translation>Braucht einen Grund</translation>
    </message>
    <message>
        <source>%1 of %2 missing</source>
        <translation>%1 von %2 fehlen</translation>
    </message>
    <message>
        <source>Missing to enter %1</source>
        <translation>Für %1 fehlt</translation>
    </message>
    <message>
        <source>Drop to move it all the same. The history keeps what was missing.</source>
        <translation>Loslassen verschiebt trotzdem. Der Verlauf hält fest, was fehlte.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealDetailModel</name>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>Kein Betrag</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>%1 of 6 MEDDIC, %2 of 4 BANT</source>
        <translation>%1 von 6 MEDDIC, %2 von 4 BANT</translation>
    </message>
    <message>
        <source>Last read today %1</source>
        <translation>Zuletzt gelesen heute %1</translation>
    </message>
    <message>
        <source>Last read %1</source>
        <translation>Zuletzt gelesen %1</translation>
    </message>
    <message>
        <source>%1 archived</source>
        <translation>%1 archiviert</translation>
    </message>
    <message>
        <source>%1 is back on the board</source>
        <translation>%1 ist zurück auf dem Board</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>The earlier value is back</source>
        <translation>Der frühere Wert ist zurück</translation>
    </message>
    <message>
        <source>%1: the agent may change it again</source>
        <translation>%1: der Agent darf wieder ändern</translation>
    </message>
    <message>
        <source>%1: not known any more</source>
        <translation>%1: nicht mehr bekannt</translation>
    </message>
    <message>
        <source>%1 is set; the agent leaves it alone</source>
        <translation>%1 ist gesetzt; der Agent lässt es in Ruhe</translation>
    </message>
    <message>
        <source>The day cannot be read: 3 Dec</source>
        <translation>Der Tag ist nicht lesbar; so geht es: 3. Dez.</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Was ist zu tun?</translation>
    </message>
    <message>
        <source>It is on the list</source>
        <translation>Steht auf der Liste</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>
Power %1, influence %2, relationship %3</source>
        <translation>
Macht %1, Einfluss %2, Beziehung %3</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealGroupModel</name>
    <message>
        <source>weighted %1</source>
        <translation>gewichtet %1</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealGroupsModel</name>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>Best Case</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>Nobody owns it</source>
        <translation>Niemand zuständig</translation>
    </message>
    <message>
        <source>Owned by %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>Without a close date</source>
        <translation>Ohne Abschlussdatum</translation>
    </message>
    <message>
        <source>Close in %1</source>
        <translation>Abschluss im %1</translation>
    </message>
    <message>
        <source>Close on %1</source>
        <translation>Abschluss am %1</translation>
    </message>
    <message>
        <source>1 deal changed</source>
        <translation>1 Deal geändert</translation>
    </message>
    <message>
        <source>%1 deals changed</source>
        <translation>%1 Deals geändert</translation>
    </message>
    <message>
        <source>%1; not %2</source>
        <translation>%1; nicht %2</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DealTableModel</name>
    <message>
        <source>1 deal selected</source>
        <translation>1 Deal ausgewählt</translation>
    </message>
    <message>
        <source>%1 deals selected</source>
        <translation>%1 Deals ausgewählt</translation>
    </message>
    <message>
        <source>1 deal changed</source>
        <translation>1 Deal geändert</translation>
    </message>
    <message>
        <source>%1 deals changed</source>
        <translation>%1 Deals geändert</translation>
    </message>
    <message>
        <source>%1; not %2</source>
        <translation>%1; nicht %2</translation>
    </message>
    <message>
        <source>%1; %2 stay as they were, the first: %3</source>
        <translation>%1; %2 bleiben, wie sie waren, der erste: %3</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>The table could not be written to your documents</source>
        <translation>Die Tabelle konnte nicht in Ihre Dokumente geschrieben werden</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::DesktopNotices</name>
    <message>
        <source>This desktop has no service that shows notifications.</source>
        <translation>Dieser Desktop hat keinen Dienst, der Benachrichtigungen anzeigt.</translation>
    </message>
    <message>
        <source>The notification service of this desktop does not answer.</source>
        <translation>Der Benachrichtigungsdienst dieses Desktops antwortet nicht.</translation>
    </message>
    <message>
        <source>The notification service of this desktop refused it: %1</source>
        <translation>Der Benachrichtigungsdienst dieses Desktops hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Not for an hour</source>
        <translation>Eine Stunde Ruhe</translation>
    </message>
    <message>
        <source>This is how Agent Army tells you something</source>
        <translation>So meldet sich Agent Army</translation>
    </message>
    <message>
        <source>A click opens the window.</source>
        <translation>Ein Klick öffnet das Fenster.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::EngineSource</name>
    <message>
        <source>There is no such point.</source>
        <translation>Diesen Punkt gibt es nicht.</translation>
    </message>
    <message>
        <source>The sample did not come with this program.</source>
        <translation>Das Beispiel ist in diesem Programm nicht enthalten.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Personal workspace</source>
        <translation>Persönlicher Arbeitsbereich</translation>
    </message>
    <message>
        <source>This deal is archived.</source>
        <translation>Dieser Deal ist archiviert.</translation>
    </message>
    <message>
        <source>There is no such target.</source>
        <translation>Dieses Ziel gibt es nicht.</translation>
    </message>
    <message>
        <source>The mail cannot be written to %1.</source>
        <translation>Die Mail kann nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::Formats</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>in %1 months</source>
        <translation>in %1 Monaten</translation>
    </message>
    <message>
        <source>%1 months ago</source>
        <translation>vor %1 Monaten</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1bn</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>in %1 Tagen</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::HomeModel</name>
    <message>
        <source>Answer %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>Answer %1 on “%2”</source>
        <translation>%1 zu „%2“ antworten</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Follow up with %1</source>
        <translation>Bei %1 nachfassen</translation>
    </message>
    <message>
        <source>Propose a call to %1</source>
        <translation>%1 ein Telefonat vorschlagen</translation>
    </message>
    <message>
        <source>Answer %1 yourself</source>
        <translation>%1 selbst antworten</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>waiting on us %1</source>
        <translation>wartet auf uns: %1</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 Nothing waits: every next step is theirs.</source>
        <translation>%1 Nichts wartet: jeder nächste Schritt liegt beim Kunden.</translation>
    </message>
    <message>
        <source>One action waits</source>
        <translation>Ein Schritt wartet</translation>
    </message>
    <message>
        <source>%1 actions wait</source>
        <translation>%1 Schritte warten</translation>
    </message>
    <message>
        <source>One action moves %2</source>
        <translation>Ein Schritt bewegt %2</translation>
    </message>
    <message>
        <source>%1 actions move %2</source>
        <translation>%1 Schritte bewegen %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>one customer has waited for more than a day</source>
        <translation>ein Kunde wartet seit über einem Tag</translation>
    </message>
    <message>
        <source>%1 customers have waited for more than a day</source>
        <translation>%1 Kunden warten seit über einem Tag</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Mails and meetings</source>
        <translation>Mails und Termine</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>Offene Pipeline</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>on pace</source>
        <translation>im Plan</translation>
    </message>
    <message>
        <source>behind the pace of %1</source>
        <translation>hinter dem Soll von %1</translation>
    </message>
    <message>
        <source>at this pace %1</source>
        <translation>bei diesem Tempo %1</translation>
    </message>
    <message>
        <source>beside it %1</source>
        <translation>daneben %1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>First quarter</source>
        <translation>Erstes Quartal</translation>
    </message>
    <message>
        <source>Second quarter</source>
        <translation>Zweites Quartal</translation>
    </message>
    <message>
        <source>Third quarter</source>
        <translation>Drittes Quartal</translation>
    </message>
    <message>
        <source>Fourth quarter</source>
        <translation>Viertes Quartal</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>noch 1 Tag</translation>
    </message>
    <message>
        <source>%1 days left</source>
        <translation>noch %1 Tage</translation>
    </message>
    <message>
        <source>of everybody</source>
        <translation>von allen</translation>
    </message>
    <message>
        <source>What the agent did</source>
        <translation>Was der Agent getan hat</translation>
    </message>
    <message>
        <source>Since you left at %1</source>
        <translation>Seit Ihrem Besuch um %1</translation>
    </message>
    <message>
        <source>Since you left yesterday, %1</source>
        <translation>Seit gestern, %1</translation>
    </message>
    <message>
        <source>Since you left on %1</source>
        <translation>Seit dem %1</translation>
    </message>
    <message>
        <source>%1 comes back tomorrow at %2</source>
        <translation>%1 kommt morgen um %2 wieder</translation>
    </message>
    <message>
        <source>Target changed</source>
        <translation>Ziel geändert</translation>
    </message>
    <message>
        <source>Drafted an answer</source>
        <translation>Eine Antwort entworfen</translation>
    </message>
    <message>
        <source>Drafted %1 answers</source>
        <translation>%1 Antworten entworfen</translation>
    </message>
    <message>
        <source>Held back one draft</source>
        <translation>Einen Entwurf zurückgehalten</translation>
    </message>
    <message>
        <source>Held back %1 drafts</source>
        <translation>%1 Entwürfe zurückgehalten</translation>
    </message>
    <message>
        <source>Filled a qualification field</source>
        <translation>Ein Feld der Qualifizierung ausgefüllt</translation>
    </message>
    <message>
        <source>Filled %1 qualification fields</source>
        <translation>%1 Felder der Qualifizierung ausgefüllt</translation>
    </message>
    <message>
        <source>Moved a deal to %1</source>
        <translation>Einen Deal nach %1 verschoben</translation>
    </message>
    <message>
        <source>Found a deal</source>
        <translation>Einen Deal gefunden</translation>
    </message>
    <message>
        <source>Found %1 deals</source>
        <translation>%1 Deals gefunden</translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation>Um eine Person gebeten</translation>
    </message>
    <message>
        <source>Asked for a person %1 times</source>
        <translation>%1-mal um eine Person gebeten</translation>
    </message>
    <message>
        <source>Wrote down a step</source>
        <translation>Einen Schritt notiert</translation>
    </message>
    <message>
        <source>Wrote down %1 steps</source>
        <translation>%1 Schritte notiert</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::ImportModel</name>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Eigenes Team</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Table: %1</source>
        <translation>Tabelle: %1</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>%1 files of mail</source>
        <translation>%1 Maildateien</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>%1 chats</source>
        <translation>%1 Chats</translation>
    </message>
    <message>
        <source>Meeting transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>%1 meeting transcripts</source>
        <translation>%1 Mitschriften</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Neu: %1.</translation>
    </message>
    <message>
        <source>Known already: %1.</source>
        <translation>Schon bekannt: %1.</translation>
    </message>
    <message>
        <source>One row or message is left out.</source>
        <translation>Eine Zeile oder Nachricht wird ausgelassen.</translation>
    </message>
    <message>
        <source>%1 rows or messages are left out.</source>
        <translation>%1 Zeilen oder Nachrichten werden ausgelassen.</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Darin ist nichts Neues.</translation>
    </message>
    <message>
        <source>There is nothing here that can be imported.</source>
        <translation>Hier gibt es nichts, was importiert werden kann.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Dateien werden angesehen</translation>
    </message>
    <message>
        <source>%1, %2 messages</source>
        <translation>%1, %2 Nachrichten</translation>
    </message>
    <message>
        <source>The agent reads what was said: %1 of %2</source>
        <translation>Der Agent liest, was gesagt wurde: %1 von %2</translation>
    </message>
    <message>
        <source>one deal found</source>
        <translation>ein Deal gefunden</translation>
    </message>
    <message>
        <source>%1 deals found</source>
        <translation>%1 Deals gefunden</translation>
    </message>
    <message>
        <source>one deal brought up to date</source>
        <translation>ein Deal auf den neuesten Stand gebracht</translation>
    </message>
    <message>
        <source>%1 deals brought up to date</source>
        <translation>%1 Deals auf den neuesten Stand gebracht</translation>
    </message>
    <message>
        <source>one moved on</source>
        <translation>einer weitergerückt</translation>
    </message>
    <message>
        <source>%1 moved on</source>
        <translation>%1 weitergerückt</translation>
    </message>
    <message>
        <source>The agent read one message</source>
        <translation>Der Agent hat eine Nachricht gelesen</translation>
    </message>
    <message>
        <source>The agent read %1 messages</source>
        <translation>Der Agent hat %1 Nachrichten gelesen</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Nothing new was in it.</source>
        <translation>Darin war nichts Neues.</translation>
    </message>
    <message>
        <source>%1 older questions of customers were never answered.</source>
        <translation>%1 ältere Fragen von Kunden wurden nie beantwortet.</translation>
    </message>
    <message>
        <source>Cancelled. What was read is kept; the same import goes on from there.</source>
        <translation>Abgebrochen. Was gelesen wurde, bleibt; derselbe Import geht von dort weiter.</translation>
    </message>
    <message>
        <source>deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>transcripts</source>
        <translation>Mitschriften</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>Kollegin oder Kollege</translation>
    </message>
    <message>
        <source>colleagues</source>
        <translation>Kolleginnen und Kollegen</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::InsightsModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>useful</source>
        <translation>nützlich</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>zurück: %1</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>zur Information</translation>
    </message>
    <message>
        <source>It is open again</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Noted as useful: it is told again only with another cause</source>
        <translation>Als nützlich vermerkt: nur aus anderem Anlass wieder gemeldet</translation>
    </message>
    <message>
        <source>Noted as a false alarm: it is told again only with another cause</source>
        <translation>Als Fehlalarm vermerkt: nur aus anderem Anlass wieder gemeldet</translation>
    </message>
    <message>
        <source>Comes back %1</source>
        <translation>Kommt wieder: %1</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::MailboxesModel</name>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung …</translation>
    </message>
    <message>
        <source>Reading what is there: %1, %2 of %3</source>
        <translation>Liest, was da ist: %1, %2 von %3</translation>
    </message>
    <message>
        <source>Reading new mail: %1 of %2</source>
        <translation>Liest neue Mail: %1 von %2</translation>
    </message>
    <message>
        <source>Reading new mail</source>
        <translation>Liest neue Mail</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>%1 It tries again %2.</source>
        <translation>%1 Nächster Versuch: %2.</translation>
    </message>
    <message>
        <source>Not read at the moment</source>
        <translation>Wird gerade nicht gelesen</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Signing in to the servers</source>
        <translation>Anmeldung bei den Servern</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>Lesen: %1</translation>
    </message>
    <message>
        <source>Reading works: %1 mails in %2</source>
        <translation>Lesen geht: %1 Mails in %2</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Senden: %1</translation>
    </message>
    <message>
        <source>Sending works</source>
        <translation>Senden geht</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Wird behalten</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Disconnecting</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>Disconnected: %1. %2 messages are deleted.</source>
        <translation>Getrennt: %1. %2 Nachrichten sind gelöscht.</translation>
    </message>
    <message>
        <source>Disconnected: %1. Its password is deleted.</source>
        <translation>Getrennt: %1. Das Passwort ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::NoticeSettingsModel</name>
    <message>
        <source>A draft waits for you</source>
        <translation>Ein Entwurf wartet auf Sie</translation>
    </message>
    <message>
        <source>A customer needs a person</source>
        <translation>Bei einem Kunden ist ein Mensch gefragt</translation>
    </message>
    <message>
        <source>A deal needs attention</source>
        <translation>Ein Deal braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>An import has finished</source>
        <translation>Ein Import ist fertig</translation>
    </message>
    <message>
        <source>Something you put aside is back</source>
        <translation>Etwas Zurückgelegtes kommt wieder</translation>
    </message>
    <message>
        <source>A message to be sent later waits for a click</source>
        <translation>Eine Nachricht für später wartet auf einen Klick</translation>
    </message>
    <message>
        <source>There is no place for it on this desktop.</source>
        <translation>Auf diesem Desktop ist dafür kein Platz.</translation>
    </message>
    <message>
        <source>Write a time such as 19:00.</source>
        <translation>Bitte eine Uhrzeit wie 19:00 angeben.</translation>
    </message>
    <message>
        <source>It is shown by your desktop now.</source>
        <translation>Ihr Desktop zeigt jetzt eine Benachrichtigung.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::PaletteModel</name>
    <message>
        <source>%1 of %2 records in %3 ms</source>
        <translation>%1 von %2 Einträgen in %3 ms</translation>
    </message>
    <message>
        <source>Without a subject</source>
        <translation>Ohne Betreff</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Said in meetings</source>
        <translation>In Terminen gesagt</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>To-dos</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Draft to %1</source>
        <translation>Entwurf an %1</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Actions on %1</source>
        <translation>Befehle zu %1</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Type a name to find people</source>
        <translation>Namen eingeben, um Personen zu finden</translation>
    </message>
    <message>
        <source>Type a name to find deals</source>
        <translation>Namen eingeben, um Deals zu finden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No action is called “%1”</source>
        <translation>Kein Befehl heißt „%1“</translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>Niemand heißt „%1“</translation>
    </message>
    <message>
        <source>No deal is called “%1”</source>
        <translation>Kein Deal heißt „%1“</translation>
    </message>
    <message>
        <source>Nothing for “%1” in names, messages, meetings and actions</source>
        <translation>Nichts zu „%1“ in Namen, Nachrichten, Terminen und Befehlen</translation>
    </message>
    <message>
        <source>Search everywhere, messages and meetings too</source>
        <translation>Überall suchen, auch in Nachrichten und Terminen</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::PersonaModel</name>
    <message>
        <source>Casual and friendly</source>
        <translation>Locker und freundlich</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Formal throughout</source>
        <translation>Durchweg förmlich</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Comprehensive</source>
        <translation>Umfassend</translation>
    </message>
    <message>
        <source>Plain business words</source>
        <translation>Einfache Geschäftssprache</translation>
    </message>
    <message>
        <source>Some technical detail</source>
        <translation>Einige technische Details</translation>
    </message>
    <message>
        <source>Deep technical</source>
        <translation>Technisch in die Tiefe</translation>
    </message>
    <message>
        <source>Waits for questions</source>
        <translation>Wartet auf Fragen</translation>
    </message>
    <message>
        <source>Proposes next steps</source>
        <translation>Schlägt nächste Schritte vor</translation>
    </message>
    <message>
        <source>The agent writes like this from now on</source>
        <translation>Der Agent schreibt ab jetzt so</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::PutAwayModel</name>
    <message>
        <source>deleted %1</source>
        <translation>gelöscht: %1</translation>
    </message>
    <message>
        <source>archived %1</source>
        <translation>archiviert: %1</translation>
    </message>
    <message>
        <source>%1 is back on the board</source>
        <translation>%1 ist zurück auf dem Board</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::RecordModel</name>
    <message>
        <source>wants no messages</source>
        <translation>möchte keine Nachrichten</translation>
    </message>
    <message>
        <source>mail comes back</source>
        <translation>Mail kommt zurück</translation>
    </message>
    <message>
        <source>1 open deal</source>
        <translation>1 offener Deal</translation>
    </message>
    <message>
        <source>%1 open deals</source>
        <translation>%1 offene Deals</translation>
    </message>
    <message>
        <source>no open deal</source>
        <translation>kein offener Deal</translation>
    </message>
    <message>
        <source>last spoke %1</source>
        <translation>zuletzt gesprochen: %1</translation>
    </message>
    <message>
        <source>Decision power</source>
        <translation>Entscheidungsmacht</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Einfluss</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>%1 is changed</source>
        <translation>%1 ist geändert</translation>
    </message>
    <message>
        <source>%1 has another owner</source>
        <translation>Für %1 ist jemand anders zuständig</translation>
    </message>
    <message>
        <source>The roles of %1 are changed</source>
        <translation>Die Rollen von %1 sind geändert</translation>
    </message>
    <message>
        <source>%1 gets no messages from now on</source>
        <translation>%1 bekommt ab jetzt keine Nachrichten</translation>
    </message>
    <message>
        <source>%1 may be written to again</source>
        <translation>An %1 darf wieder geschrieben werden</translation>
    </message>
    <message>
        <source>The score of %1 is set by hand</source>
        <translation>Der Wert von %1 ist von Hand gesetzt</translation>
    </message>
    <message>
        <source>The score of %1 is computed again</source>
        <translation>Der Wert von %1 wird wieder berechnet</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::SavedViewsModel</name>
    <message>
        <source>The view %1 is kept</source>
        <translation>Die Ansicht %1 ist gemerkt</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::SettingsModel</name>
    <message>
        <source>Copying the workspace</source>
        <translation>Arbeitsbereich wird kopiert</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert nach %1</translation>
    </message>
    <message>
        <source>Writing everything</source>
        <translation>Alles wird geschrieben</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Looking the data over</source>
        <translation>Daten werden geprüft</translation>
    </message>
    <message>
        <source>Everything is sound: %1.</source>
        <translation>Alles ist unversehrt: %1.</translation>
    </message>
    <message>
        <source>Something is wrong. A backup brings back what was sound.</source>
        <translation>Etwas stimmt nicht. Eine Sicherung bringt zurück, was unversehrt war.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::SingleInstance</name>
    <message>
        <source>Another version of Agent Army has this workspace open. Close its window and start again.</source>
        <translation>Eine andere Version von Agent Army hat diesen Arbeitsbereich geöffnet. Bitte deren Fenster schließen und neu starten.</translation>
    </message>
    <message>
        <source>Agent Army is open already and did not take the files. Drop them on its window.</source>
        <translation>Agent Army ist schon geöffnet und hat die Dateien nicht angenommen. Bitte im Fenster ablegen.</translation>
    </message>
    <message>
        <source>The place for messages between windows cannot be made: %1</source>
        <translation>Die Stelle für Nachrichten zwischen Fenstern lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>These are too many files for one go. Give the folder that holds them instead.</source>
        <translation>Das sind zu viele Dateien auf einmal. Bitte stattdessen den Ordner angeben, in dem sie liegen.</translation>
    </message>
    <message>
        <source>Somebody else holds the place for messages between windows: %1</source>
        <translation>Die Stelle für Nachrichten zwischen Fenstern ist von jemand anderem belegt: %1</translation>
    </message>
    <message>
        <source>Agent Army has this workspace open already, but does not answer. Wait a moment, or end it first.</source>
        <translation>Agent Army hat diesen Arbeitsbereich schon geöffnet, antwortet aber nicht. Bitte kurz warten oder das Programm erst beenden.</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::Tray</name>
    <message>
        <source>This desktop has no tray that it could stay in.</source>
        <translation>Dieser Desktop hat keinen Infobereich, in dem das Programm bleiben könnte.</translation>
    </message>
    <message>
        <source>Open Agent Army</source>
        <translation>Agent Army öffnen</translation>
    </message>
    <message>
        <source>No notifications for an hour</source>
        <translation>Eine Stunde lang keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>1 draft waits for you</source>
        <translation>1 Entwurf wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 drafts wait for you</source>
        <translation>%1 Entwürfe warten auf Sie</translation>
    </message>
    <message>
        <source>Agent Army: %1</source>
        <translation>Agent Army: %1</translation>
    </message>
</context>
<context>
    <name>agentarmy::app::UndoLog</name>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>day %1 of about %2</source>
        <translation>Tag %1 von etwa %2</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>1 proof missing</source>
        <translation>1 Beleg fehlt</translation>
    </message>
    <message>
        <source>%1 proofs missing</source>
        <translation>%1 Belege fehlen</translation>
    </message>
</context>
</TS>
