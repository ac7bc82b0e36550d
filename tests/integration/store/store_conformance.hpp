// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <QObject>
#include <functional>
#include <memory>

namespace agentarmy::test {

/// What a test needs of a store: a fresh, empty one each time, that lives until the next is made.
struct StoreFactory {
    std::function<std::unique_ptr<Store>(const Clock&, Random&)> fresh;
    std::function<std::unique_ptr<Store>(const Clock&, Random&)> reopen; ///< the last one again, after it was closed
};

/// What every Store must do, written against the port alone: the same suite runs for each database.
class StoreConformance : public QObject {
    Q_OBJECT
public:
    explicit StoreConformance(StoreFactory factory);
    ~StoreConformance() override;

private Q_SLOTS:
    void init();
    void cleanup();

    // documents
    void createdDocumentIsReadBackCanonical();
    void anIdIsTakenOnce();
    void refusesABodyOver256KiB();
    void patchWritesOnlyWhatDiffers();
    void patchKeepsUnknownFields();
    void clearRemovesAField();
    void patchChecksTheRevision();
    void patchesOfOneTransactionAddUp();
    void seesItsOwnWrites();
    void rollbackLeavesNothing();
    void commitSurvivesClosing();
    void bytesThatAreNoTextAreMended();

    // deleting
    void deletedIsHiddenAndRestorable();
    void deletingARootTakesItsChildrenAlong();
    void restoringARootBringsBackWhatWentWithIt();
    void purgeLeavesTheTombstone();
    void editOfADeletedDocumentIsRefused();

    // queries
    void filtersByEveryColumn();
    void filtersByRootOfAnyType();
    void sortsByEveryKeyWithMissingValuesLast();
    void pagesMeetEachDocumentOnce();
    void pagesAreStableUnderInserts();
    void garbageIsNoCursor();
    void archivedAreHiddenUnlessAsked();
    void rowsCarryTheProjection();
    void findsByExternalKeyAlsoUncommitted();
    void limitsAreChecked();

    // full text
    void findsWordsPhrasesAndBegunWords();
    void foldsCaseAccentsAndStems();
    void findsChineseAndThai();
    void searchFollowsEditsAndDeletes();
    void titleCountsMore();
    void searchTextIsNeverSyntax();

    // the log
    void everyWriteIsInTheLog();
    void historyIsNewestFirstWithValues();
    void numbersAreDenseInOneTransaction();
    void changesOfAMutationBelongTogether();
    void fieldMetaNamesTheLastWriter();
    void erasedValuesAreGoneTheEntriesStay();
    void sharedAttachmentsOutliveOneErase();

    // attachments, values, jobs
    void attachmentsAreReadBack();
    void wrongHashIsRefused();
    void valuesAreKept();
    void valuesAreFoundByPrefix();
    void jobsRunOnceInOrderOnePerLane();
    void aJobDiesAfterThreeFailures();

    // contexts and maintenance
    void stoppedContextStops();
    void twoTransactionsTakeTurns();
    void patchesOfOneTransactionLeaveACanonicalBody();
    void longTextsAreFoundAsTheyAreAtTheEnd();
    void verifyFindsNothingWrong();
    void randomWorkKeepsEverythingSound();

private:
    Id<User> user(int number) const;
    Context context() const;
    Uuid id() { return m_ids->next(); }
    Document create(const std::string& type, Json body, Uuid id = {});
    Document patch(const DocumentKey& key, std::vector<FieldPatch> patches);
    std::vector<std::string> names(const Query& query);
    std::vector<Uuid> found(const std::string& text, std::vector<std::string> types = {});

    StoreFactory m_factory;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<IdSource> m_ids;
    std::unique_ptr<Store> m_store;
};
}
