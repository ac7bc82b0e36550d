// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/disk_mailboxes.hpp"

#include "core/adapters/mail/mail_reader.hpp"
#include "core/adapters/mail/mail_writer.hpp"
#include "core/adapters/mail/mailbox_reader.hpp"

namespace agentarmy::mail {
namespace {
class DiskSource final : public MailboxSource {
public:
    explicit DiskSource(MailboxReader reader)
        : m_reader(std::move(reader))
    {
    }
    Result<std::optional<MailboxItem>> next() override
    {
        auto found = m_reader.next();
        if (!found)
            return fail(found.error());
        if (!*found)
            return std::nullopt;
        auto& mail = **found;
        MailboxItem item;
        item.raw = mail.raw;
        item.file = std::move(mail.file);
        item.position = mail.position;
        item.nextPosition = mail.nextPosition;
        item.index = mail.index;
        item.fallbackDate = mail.lineDate ? mail.lineDate : mail.fileTime;
        item.skipReason = mail.flags.draft ? "a draft, never sent"
            : mail.flags.deleted           ? "deleted in its mail program"
                                           : std::move(mail.skipReason);
        return item;
    }
    [[nodiscard]] std::uint64_t total() const override { return m_reader.total(); }

private:
    MailboxReader m_reader;
};
}

Result<std::unique_ptr<MailboxSource>> DiskMailboxes::open(
    const std::filesystem::path& path, MailboxForm form, std::uint64_t resumeAt)
{
    const auto kind = form == MailboxForm::mbox ? MailboxKind::mbox
        : form == MailboxForm::maildir          ? MailboxKind::maildir
                                                : MailboxKind::single;
    auto reader = MailboxReader::open(path, kind, resumeAt);
    if (!reader)
        return fail(reader.error());
    return std::make_unique<DiskSource>(std::move(*reader));
}

Result<ParsedMail> DiskMailboxes::parse(std::string_view raw, std::optional<Timestamp> fallbackDate)
{
    MailLimits limits;
    limits.fallbackDate = fallbackDate;
    return readMail(raw, limits);
}

Result<std::string> DiskMailboxes::compose(const OutgoingMail& mail) { return outgoingMail(mail); }
}
