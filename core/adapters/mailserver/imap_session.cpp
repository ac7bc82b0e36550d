// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mailserver/imap_session.hpp"

#include "core/adapters/mailserver/folder_names.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <libetpan/libetpan.h>

namespace agentarmy::mailserver {
namespace {
constexpr std::size_t bufferSize = 32 * 1024;
constexpr auto idleRenewal = std::chrono::minutes(25); // servers may end an IDLE after 30 (RFC 2177)
constexpr std::size_t longestServerText = 200;

NetStream& streamOf(mailstream_low* low) { return *static_cast<NetStream*>(low->data); }

ssize_t readLow(mailstream_low* low, void* into, size_t size)
{
    auto got = streamOf(low).read(static_cast<char*>(into), size);
    return got ? ssize_t(*got) : -1;
}
ssize_t writeLow(mailstream_low* low, const void* bytes, size_t size)
{
    return streamOf(low).write({static_cast<const char*>(bytes), size}) ? ssize_t(size) : -1;
}
int closeLow(mailstream_low* /*low*/) { return 0; }
int descriptorOf(mailstream_low* /*low*/) { return -1; }
void freeLow(mailstream_low* low) { free(low); } // NOLINT(cppcoreguidelines-no-malloc): libetpan made it so
void cancelLow(mailstream_low* /*low*/) { }
struct mailstream_cancel* cancelOf(mailstream_low* /*low*/) { return nullptr; }
carray* certificatesOf(mailstream_low* /*low*/) { return nullptr; }
int noIdle(mailstream_low* /*low*/) { return -1; }

mailstream_low_driver driver {
    readLow, writeLow, closeLow, descriptorOf, freeLow, cancelLow, cancelOf, certificatesOf, noIdle, noIdle, noIdle};

struct FreeFetch {
    void operator()(clist* list) const { mailimap_fetch_list_free(list); }
};
struct FreeFolders {
    void operator()(clist* list) const { mailimap_list_result_free(list); }
};
struct FreeNumbers {
    void operator()(clist* list) const { mailimap_search_result_free(list); }
};
struct FreeSet {
    void operator()(mailimap_set* set) const { mailimap_set_free(set); }
};
struct FreeType {
    void operator()(mailimap_fetch_type* type) const { mailimap_fetch_type_free(type); }
};
struct FreeKey {
    void operator()(mailimap_search_key* key) const { mailimap_search_key_free(key); }
};
struct FreeFlags {
    void operator()(mailimap_flag_list* flags) const { mailimap_flag_list_free(flags); }
};

bool succeeded(int code)
{
    return code == MAILIMAP_NO_ERROR || code == MAILIMAP_NO_ERROR_AUTHENTICATED
        || code == MAILIMAP_NO_ERROR_NON_AUTHENTICATED;
}

/// Calls `each` with every item of a libetpan list.
template <class T, class F> void forEach(const clist* list, F each)
{
    if (!list)
        return;
    for (auto* at = clist_begin(list); at; at = clist_next(at))
        if (auto* item = static_cast<T*>(clist_content(at)))
            each(*item);
}

/// Neighbours become ranges: "1:40,42".
std::unique_ptr<mailimap_set, FreeSet> setOf(const std::vector<std::uint32_t>& numbers)
{
    std::unique_ptr<mailimap_set, FreeSet> set(mailimap_set_new_empty());
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
            ++end;
        if (end == i + 1)
            mailimap_set_add_single(set.get(), numbers[i]);
        else
            mailimap_set_add_interval(set.get(), numbers[i], numbers[end - 1]);
        i = end;
    }
    return set;
}

std::optional<Timestamp> timeOf(const mailimap_date_time& when)
{
    const std::chrono::year_month_day day {std::chrono::year(when.dt_year), std::chrono::month(unsigned(when.dt_month)),
        std::chrono::day(unsigned(when.dt_day))};
    if (!day.ok())
        return std::nullopt;
    const int zone = when.dt_zone / 100 * 60 + when.dt_zone % 100; // +hhmm
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::sys_days(day))
        + std::chrono::hours(when.dt_hour) + std::chrono::minutes(when.dt_min - zone)
        + std::chrono::seconds(when.dt_sec);
}

void readFlags(const mailimap_msg_att_dynamic& dynamic, RemoteMail& mail)
{
    forEach<mailimap_flag_fetch>(dynamic.att_list, [&](const mailimap_flag_fetch& flag) {
        if (flag.fl_type != MAILIMAP_FLAG_FETCH_OTHER || !flag.fl_flag)
            return;
        mail.deleted = mail.deleted || flag.fl_flag->fl_type == MAILIMAP_FLAG_DELETED;
        mail.draft = mail.draft || flag.fl_flag->fl_type == MAILIMAP_FLAG_DRAFT;
    });
}

void readStatic(const mailimap_msg_att_static& part, RemoteMail& mail)
{
    switch (part.att_type) {
    case MAILIMAP_MSG_ATT_UID:
        mail.uid = part.att_data.att_uid;
        break;
    case MAILIMAP_MSG_ATT_RFC822_SIZE:
        mail.size = part.att_data.att_rfc822_size;
        break;
    case MAILIMAP_MSG_ATT_INTERNALDATE:
        if (part.att_data.att_internal_date)
            mail.arrivedAt = timeOf(*part.att_data.att_internal_date);
        break;
    case MAILIMAP_MSG_ATT_BODY_SECTION:
        if (const auto* body = part.att_data.att_body_section; body && body->sec_body_part)
            mail.raw.assign(body->sec_body_part, body->sec_length);
        break;
    default:
        break;
    }
}

RemoteMail readMail(const mailimap_msg_att& attributes)
{
    RemoteMail mail;
    forEach<mailimap_msg_att_item>(attributes.att_list, [&](const mailimap_msg_att_item& item) {
        if (item.att_type == MAILIMAP_MSG_ATT_ITEM_STATIC && item.att_data.att_static)
            readStatic(*item.att_data.att_static, mail);
        else if (item.att_type == MAILIMAP_MSG_ATT_ITEM_DYNAMIC && item.att_data.att_dyn)
            readFlags(*item.att_data.att_dyn, mail);
    });
    return mail;
}

std::vector<std::uint32_t> numbersOf(const clist* list)
{
    std::vector<std::uint32_t> numbers;
    forEach<std::uint32_t>(list, [&](std::uint32_t number) { numbers.push_back(number); });
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<std::string> attributesOf(const mailimap_mbx_list_flags* flags, bool& selectable)
{
    std::vector<std::string> names;
    if (!flags)
        return names;
    if (flags->mbf_type == MAILIMAP_MBX_LIST_FLAGS_SFLAG && flags->mbf_sflag == MAILIMAP_MBX_LIST_SFLAG_NOSELECT)
        selectable = false;
    forEach<mailimap_mbx_list_oflag>(flags->mbf_oflags, [&](const mailimap_mbx_list_oflag& flag) {
        if (flag.of_type != MAILIMAP_MBX_LIST_OFLAG_FLAG_EXT || !flag.of_flag_ext)
            return;
        names.emplace_back(flag.of_flag_ext);
        const auto key = foldCase(names.back());
        if (key.ends_with("nonexistent") || key.ends_with("noselect"))
            selectable = false;
    });
    return names;
}

struct FreeText {
    void operator()(char* text) const { std::free(text); } // NOLINT(cppcoreguidelines-no-malloc): as libetpan would
};
std::unique_ptr<char, FreeText> copied(const std::string& text)
{
    return std::unique_ptr<char, FreeText>(strdup(text.c_str()));
}
}

ImapSession::ImapSession(std::unique_ptr<NetStream> stream, ImapTimes times)
    : m_stream(std::move(stream))
    , m_times(times)
{
}

ImapSession::~ImapSession()
{
    if (!m_imap)
        return;
    // A server that hangs does not hold us up: the connection simply ends where a call failed.
    Context context;
    use(context, 1 << 20);
    m_stream->use(context, std::chrono::seconds(2));
    if (!m_stream->failure())
        mailimap_logout(m_imap);
    mailimap_free(m_imap);
}

void ImapSession::use(const Context& context, std::uint64_t bytes)
{
    m_stream->use(context, m_times.answer);
    m_stream->allow(bytes);
}

Error ImapSession::problem(int code, const std::string& what) const
{
    if (m_stream->failure())
        return *m_stream->failure();
    if (code == MAILIMAP_ERROR_STREAM || code == MAILIMAP_ERROR_BAD_STATE)
        return {ErrorKind::unavailable, "mail_unreachable", "The mail server ended the connection.", {}};
    std::string said = m_imap && m_imap->imap_response ? m_imap->imap_response : "";
    for (auto& c : said)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    said = std::string(cutAtCodePoint(collapseSpaces(toValidUtf8(said)), longestServerText));
    const auto folded = foldCase(said);
    const auto words = said.empty() ? std::string(".") : ". The server says: " + said;
    if (folded.find("[unavailable]") != std::string::npos || folded.find("[inuse]") != std::string::npos
        || folded.find("[limit]") != std::string::npos || folded.find("too many") != std::string::npos)
        return {ErrorKind::unavailable, "mail_busy", "The mail server asks to come back later" + words, {}};
    if (code == MAILIMAP_ERROR_PARSE || code == MAILIMAP_ERROR_PROTOCOL)
        return {ErrorKind::internal, "mail_protocol", what + ": the server's answer makes no sense" + words, {}};
    return {ErrorKind::internal, "mail_protocol", what + " failed" + words, {}};
}

Result<std::unique_ptr<MailSession>> ImapSession::signIn(
    const Context& context, const MailAccess& access, const ImapTimes& times)
{
    auto stream = NetStream::connect(
        context, access.server.host, access.server.port, access.server.security, access.caFile, times.connect);
    if (!stream)
        return fail(stream.error());
    std::unique_ptr<ImapSession> session(new ImapSession(std::move(*stream), times));
    session->use(context, 1 << 20);
    session->m_imap = mailimap_new(0, nullptr);
    auto* imap = session->m_imap;
    auto* low = mailstream_low_new(session->m_stream.get(), &driver);
    if (const int code = mailimap_connect(imap, mailstream_new(low, bufferSize)); !succeeded(code))
        return fail(session->problem(code, "Greeting"));
    if (access.server.security == MailSecurity::starttls) {
        if (const int code = mailimap_starttls(imap); !succeeded(code)) {
            auto error = session->problem(code, "STARTTLS");
            if (!session->m_stream->failure())
                error = {ErrorKind::denied, "mail_tls",
                    "The server does not protect the connection (no STARTTLS). Nothing was sent to it.", {}};
            return fail(std::move(error));
        }
        if (imap->imap_stream->read_buffer_len > 0) // somebody between us spoke in the clear for the server
            return fail(
                {ErrorKind::denied, "mail_tls", "The connection was tampered with before it was protected.", {}});
        if (auto done = session->m_stream->secure(access.server.host, access.caFile); !done)
            return fail(done.error());
    }
    const int code = access.signIn == MailSignIn::oauth
        ? mailimap_oauth2_authenticate(imap, access.server.user.c_str(), access.secret.c_str())
        : mailimap_login(imap, access.server.user.c_str(), access.secret.c_str());
    if (!succeeded(code)) {
        auto error = session->problem(code, "Signing in");
        if (error.code == "mail_protocol" && code != MAILIMAP_ERROR_PARSE) {
            error.kind = ErrorKind::denied;
            error.code = "mail_sign_in";
            error.message = access.signIn == MailSignIn::oauth
                ? "The server refused the sign-in of " + access.server.user
                    + "; the permission may have been withdrawn."
                : "The server refused the name or password of " + access.server.user + '.';
        }
        return fail(std::move(error));
    }
    // What a server can do is often told only after signing in.
    mailimap_capability_data* capabilities = nullptr;
    if (succeeded(mailimap_capability(imap, &capabilities)) && capabilities)
        mailimap_capability_data_free(capabilities);
    if (session->m_stream->failure())
        return fail(*session->m_stream->failure());
    return std::unique_ptr<MailSession>(std::move(session));
}

Result<std::vector<RemoteFolder>> ImapSession::folders(const Context& context)
{
    use(context);
    clist* list = nullptr;
    const int code = mailimap_list(m_imap, "", "*", &list);
    const std::unique_ptr<clist, FreeFolders> owned(list);
    if (!succeeded(code))
        return fail(problem(code, "Listing folders"));
    std::vector<RemoteFolder> folders;
    forEach<mailimap_mailbox_list>(list, [&](const mailimap_mailbox_list& entry) {
        if (!entry.mb_name || folders.size() >= 5000)
            return;
        bool selectable = true;
        const auto attributes = attributesOf(entry.mb_flag, selectable);
        if (!selectable)
            return;
        RemoteFolder folder;
        folder.path = entry.mb_name;
        auto last = folder.path;
        if (entry.mb_delimiter)
            if (const auto at = last.rfind(entry.mb_delimiter); at != std::string::npos)
                last = last.substr(at + 1);
        folder.name = decodedFolderName(last);
        folder.role = folderRole(attributes, folder.name);
        if (folder.role == FolderRole::inbox && foldCase(folder.path) != "inbox")
            folder.role = FolderRole::other;
        folders.push_back(std::move(folder));
    });
    return folders;
}

Result<FolderState> ImapSession::open(const Context& context, const std::string& path)
{
    use(context);
    const int code = mailimap_examine(m_imap, path.c_str());
    if (!succeeded(code)) {
        auto error = problem(code, "Opening the folder");
        if (error.code == "mail_protocol" && code == MAILIMAP_ERROR_EXAMINE)
            error = {ErrorKind::notFound, "mail_folder_missing",
                "The folder " + decodedFolderName(path) + " is not on the server.", {{"folder", path}}};
        return fail(std::move(error));
    }
    const auto* info = m_imap->imap_selection_info;
    if (!info || info->sel_uidvalidity == 0)
        return fail({ErrorKind::internal, "mail_protocol", "The server gives mails no lasting numbers.", {}});
    return FolderState {info->sel_uidvalidity, info->sel_uidnext, info->sel_exists};
}

Result<std::vector<std::uint32_t>> ImapSession::numbers(
    const Context& context, std::uint32_t from, std::uint32_t to, std::optional<Date> since)
{
    use(context);
    auto* range = mailimap_search_key_new_uid(mailimap_set_new_interval(from, to));
    std::unique_ptr<mailimap_search_key, FreeKey> key(mailimap_search_key_new_multiple_empty());
    mailimap_search_key_multiple_add(key.get(), range);
    if (since)
        mailimap_search_key_multiple_add(key.get(),
            mailimap_search_key_new_since(
                mailimap_date_new(int(unsigned(since->day())), int(unsigned(since->month())), int(since->year()))));
    clist* found = nullptr;
    const int code = mailimap_uid_search(m_imap, nullptr, key.get(), &found);
    const std::unique_ptr<clist, FreeNumbers> owned(found);
    if (!succeeded(code))
        return fail(problem(code, "Searching"));
    auto numbers = numbersOf(found);
    // "5:*" names the last mail even where it is below 5.
    std::erase_if(numbers, [&](std::uint32_t number) { return number < from || number > to; });
    return numbers;
}

Result<std::vector<RemoteMail>> ImapSession::fetchParts(
    const std::vector<std::uint32_t>& numbers, bool headersOnly, bool bodies)
{
    const auto set = setOf(numbers);
    const std::unique_ptr<mailimap_fetch_type, FreeType> type(mailimap_fetch_type_new_fetch_att_list_empty());
    const auto want
        = [&](mailimap_fetch_att* attribute) { mailimap_fetch_type_new_fetch_att_list_add(type.get(), attribute); };
    want(mailimap_fetch_att_new_uid());
    want(mailimap_fetch_att_new_rfc822_size());
    want(mailimap_fetch_att_new_internaldate());
    want(mailimap_fetch_att_new_flags());
    if (headersOnly)
        want(mailimap_fetch_att_new_body_peek_section(mailimap_section_new_header()));
    else if (bodies)
        want(mailimap_fetch_att_new_body_peek_section(mailimap_section_new(nullptr)));
    clist* list = nullptr;
    const int code = mailimap_uid_fetch(m_imap, set.get(), type.get(), &list);
    const std::unique_ptr<clist, FreeFetch> owned(list);
    if (!succeeded(code))
        return fail(problem(code, "Fetching mail"));
    std::vector<RemoteMail> mails;
    mails.reserve(numbers.size());
    forEach<mailimap_msg_att>(list, [&](const mailimap_msg_att& attributes) {
        auto mail = readMail(attributes);
        if (std::ranges::binary_search(numbers, mail.uid)) // a server may tell of others meanwhile
            mails.push_back(std::move(mail));
    });
    std::ranges::stable_sort(mails, {}, &RemoteMail::uid);
    // Flags that changed in between come as an answer of their own: the one with the bytes counts.
    for (std::size_t i = 1; i < mails.size();)
        if (mails[i].uid == mails[i - 1].uid) {
            if (mails[i - 1].raw.empty())
                mails[i - 1] = std::move(mails[i]);
            mails.erase(mails.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    return mails;
}

Result<std::vector<RemoteMail>> ImapSession::fetch(
    const Context& context, const std::vector<std::uint32_t>& numbers, std::int64_t maxBytes)
{
    if (numbers.empty())
        return std::vector<RemoteMail>();
    use(context);
    auto heads = fetchParts(numbers, false, false);
    if (!heads)
        return heads;
    std::vector<std::uint32_t> wanted;
    std::int64_t bytes = 0;
    for (const auto& head : *heads)
        if (head.size <= maxBytes) {
            wanted.push_back(head.uid);
            bytes += head.size;
        }
    if (wanted.empty())
        return heads;
    use(context, (std::uint64_t(bytes) * 2) + (std::uint64_t(64) << 20)); // servers round sizes
    auto bodies = fetchParts(wanted, false, true);
    if (!bodies)
        return bodies;
    for (auto& head : *heads) {
        const auto body = std::ranges::lower_bound(*bodies, head.uid, {}, &RemoteMail::uid);
        if (body != bodies->end() && body->uid == head.uid)
            head.raw = std::move(body->raw);
    }
    return heads;
}

Result<std::vector<RemoteMail>> ImapSession::fetchHeaders(
    const Context& context, const std::vector<std::uint32_t>& numbers)
{
    if (numbers.empty())
        return std::vector<RemoteMail>();
    use(context, std::uint64_t(256) << 20);
    return fetchParts(numbers, true, false);
}

Result<std::vector<std::uint32_t>> ImapSession::withMessageId(const Context& context, const std::string& messageId)
{
    use(context);
    auto name = copied("Message-ID");
    auto value = copied(messageId);
    const std::unique_ptr<mailimap_search_key, FreeKey> key(mailimap_search_key_new_header(name.get(), value.get()));
    if (!key)
        return fail({ErrorKind::unavailable, "mail_busy", "There is not enough memory to search.", {}});
    // NOLINTBEGIN(clang-analyzer-unix.Malloc): they are the key's from now on, which frees them
    (void)name.release();
    (void)value.release();
    clist* found = nullptr;
    // NOLINTEND(clang-analyzer-unix.Malloc)
    const int code = mailimap_uid_search(m_imap, nullptr, key.get(), &found);
    const std::unique_ptr<clist, FreeNumbers> owned(found);
    if (!succeeded(code))
        return fail(problem(code, "Searching"));
    return numbersOf(found);
}

Result<MailWait> ImapSession::wait(const Context& context, std::chrono::seconds longest, std::chrono::seconds poll)
{
    use(context);
    const auto count = [&] {
        const auto* info = m_imap->imap_selection_info;
        return info ? std::pair(info->sel_exists, info->sel_uidvalidity) : std::pair(0U, 0U);
    };
    const auto expunged = [&] {
        const auto* info = m_imap->imap_response_info;
        return info && info->rsp_expunged && clist_count(info->rsp_expunged) > 0;
    };
    const auto before = count();
    const auto until = std::chrono::steady_clock::now() + longest;
    const bool idles = mailimap_has_idle(m_imap) != 0;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return MailWait::nothing;
        const auto slice = std::min<std::chrono::milliseconds>(left, idles ? idleRenewal : poll);
        if (idles) {
            if (const int code = mailimap_idle(m_imap); !succeeded(code))
                return fail(problem(code, "Waiting for mail"));
            // What came with the answer to IDLE lies in libetpan's buffer, not on the socket.
            auto told = m_imap->imap_stream->read_buffer_len > 0 ? Result<bool>(true) : m_stream->waitReadable(slice);
            if (!told)
                return fail(told.error());
            if (const int code = mailimap_idle_done(m_imap); !succeeded(code))
                return fail(problem(code, "Waiting for mail"));
        } else {
            auto told = m_stream->waitReadable(slice);
            if (!told)
                return fail(told.error());
        }
        if (const int code = mailimap_noop(m_imap); !succeeded(code))
            return fail(problem(code, "Waiting for mail"));
        if (count() != before || expunged())
            return MailWait::news;
    }
}

Result<void> ImapSession::append(const Context& context, const std::string& path, const std::string& raw)
{
    use(context);
    const std::unique_ptr<mailimap_flag_list, FreeFlags> flags(mailimap_flag_list_new_empty());
    mailimap_flag_list_add(flags.get(), mailimap_flag_new_seen());
    const int code = mailimap_append(m_imap, path.c_str(), flags.get(), nullptr, raw.data(), raw.size());
    if (!succeeded(code))
        return fail(problem(code, "Filing a copy"));
    return {};
}
}
