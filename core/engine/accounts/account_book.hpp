// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/accounts/duplicates.hpp"
#include "core/engine/deals/deal_board.hpp"

namespace agentarmy {
struct Conversation;
struct WorkspaceInfo;

/// A line of the list of accounts.
struct AccountLine {
    Account account;
    std::string ownerName;
    int people = 0;
    int openDeals = 0, wonDeals = 0, atRisk = 0; ///< atRisk: of the open ones
    std::vector<Money> openValue; ///< per currency, by code
    std::optional<Timestamp> lastActivity; ///< of its conversations and deals
};

/// A line of the list of people.
struct PersonLine {
    Contact contact;
    std::string accountName;
};

struct AccountBook {
    std::vector<AccountLine> accounts; ///< by name; archived and merged ones are left out
    std::vector<PersonLine> people;
    std::vector<DuplicatePair<Account>> sameAccounts;
    std::vector<DuplicatePair<Contact>> samePeople;
};

/// Both lists and who may be one: read together, because each needs the other's. `board`: loadBoard of the same store.
/// Pairs that a person called different are left out.
[[nodiscard]] Result<AccountBook> loadAccountBook(
    Store& store, const Context& context, const Board& board, const WorkspaceInfo& info);

/// The two are not one: they are no longer proposed on this device. `not_found`.
[[nodiscard]] Result<void> keepApart(Store& store, const Context& context, const Uuid& first, const Uuid& second);

/// A conversation as lists show it.
struct TalkLine {
    Uuid id;
    std::string subject, preview;
    Channel channel = Channel::email;
    std::optional<Timestamp> at;
    int messages = 0;
};

struct AccountPage {
    AccountLine line;
    std::vector<BoardCard> deals; ///< open ones first, then by close date
    std::vector<Contact> people; ///< by decision power
    std::vector<TalkLine> talks; ///< newest 100
};
[[nodiscard]] Result<AccountPage> loadAccountPage(
    Store& store, const Context& context, Id<Account> id, const WorkspaceInfo& info, Timestamp now);

struct PersonPage {
    Contact contact;
    std::string accountName;
    std::vector<BoardCard> deals; ///< those of the account that this person took part in
    std::vector<TalkLine> talks; ///< with this person, newest 100
};
[[nodiscard]] Result<PersonPage> loadPersonPage(
    Store& store, const Context& context, Id<Contact> id, const WorkspaceInfo& info, Timestamp now);
}
