// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/chat_reader.hpp"

#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/readers/date_column.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::readers {
namespace {
std::string textAt(const Json& object, std::initializer_list<const char*> keys, std::size_t maxBytes)
{
    for (const auto* key : keys) {
        const auto found = object.find(key);
        if (found == object.end())
            continue;
        if (found->is_string())
            if (auto text = collapseSpaces(found->get_ref<const std::string&>()); !text.empty())
                return std::string(cutAtCodePoint(text, maxBytes));
        if (found->is_number_integer())
            return std::to_string(found->get<std::int64_t>());
        if (found->is_object()) // {"sender": {"name": ..., "email": ...}}
            if (auto text = textAt(*found, {"name", "displayName", "label"}, maxBytes); !text.empty())
                return text;
    }
    return {};
}

std::optional<ChatSide> sideFrom(std::string_view role)
{
    static constexpr std::array customers {
        "customer", "client", "buyer", "prospect", "lead", "visitor", "user", "contact", "external", "kunde"};
    static constexpr std::array ours {"us", "rep", "agent", "seller", "sales", "vendor", "host", "me", "own",
        "internal", "assistant", "bot", "support", "employee", "wir", "manager", "ae", "sdr"};
    const auto key = asciiLower(trimView(role));
    if (std::find(customers.begin(), customers.end(), key) != customers.end())
        return ChatSide::customer;
    if (std::find(ours.begin(), ours.end(), key) != ours.end())
        return ChatSide::us;
    return std::nullopt;
}

bool isAddress(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find(' ') == std::string_view::npos;
}

std::string addressOf(const Json& object)
{
    for (const auto* key : {"email", "address", "senderEmail", "mail"})
        if (const auto found = object.find(key);
            found != object.end() && found->is_string() && isAddress(found->get_ref<const std::string&>()))
            return foldCase(trimView(found->get_ref<const std::string&>().substr(0, 320)));
    if (const auto sender = object.find("sender"); sender != object.end() && sender->is_object())
        return addressOf(*sender);
    return {};
}

std::optional<Timestamp> timeFrom(const Json& value)
{
    if (value.is_number()) { // seconds or milliseconds since 1970
        const double number = value.get<double>();
        if (!(number > 1e8 && number < 1e14))
            return std::nullopt;
        return fromMillis(std::int64_t(number > 1e11 ? number : number * 1000));
    }
    if (!value.is_string())
        return std::nullopt;
    const auto text = trim(value.get_ref<const std::string&>());
    if (const auto exact = parseTimestamp(text))
        return *exact;
    if (const auto read = DateColumn().read(text); read && read->date.year() >= std::chrono::year(1970))
        return read->utc();
    return std::nullopt;
}

const Json* messageList(const Json& root)
{
    if (root.is_array())
        return &root;
    if (!root.is_object())
        return nullptr;
    for (const auto* key : {"messages", "chat", "conversation", "items"})
        if (const auto found = root.find(key); found != root.end()) {
            if (found->is_array())
                return &*found;
            if (found->is_object() && found->contains("messages") && (*found)["messages"].is_array())
                return &(*found)["messages"];
        }
    return nullptr;
}

Result<ChatLine> readLine(const Json& item, std::size_t index, const ChatLimits& limits)
{
    const auto bad = [](std::string reason) {
        return fail({ErrorKind::invalid, "unreadable_message", std::move(reason), {}});
    };
    if (!item.is_object())
        return bad("is no object");
    ChatLine line;
    line.index = index;
    line.sender = textAt(item, {"sender", "from", "author", "name", "user", "speaker"}, 300);
    line.senderAddress = addressOf(item);
    if (line.sender.empty())
        line.sender = line.senderAddress;
    if (line.sender.empty())
        return bad("names no sender");
    if (line.senderAddress.empty() && isAddress(line.sender))
        line.senderAddress = foldCase(line.sender);
    const Json* text = nullptr;
    for (const auto* key : {"text", "body", "message", "content"})
        if (const auto found = item.find(key); found != item.end() && found->is_string()) {
            text = &*found;
            break;
        }
    if (!text)
        return bad("has no text");
    auto words = toValidUtf8(text->get_ref<const std::string&>());
    std::erase(words, '\r');
    words = trim(words);
    if (words.empty())
        return bad("has no text");
    line.truncated = words.size() > limits.textBytes;
    line.text = std::string(cutAtCodePoint(words, limits.textBytes));
    for (const auto* key : {"at", "time", "timestamp", "date", "sentAt", "createdAt", "ts"})
        if (const auto found = item.find(key); found != item.end() && !found->is_null()) {
            line.at = timeFrom(*found);
            if (!line.at)
                return bad("has a time that cannot be read");
            break;
        }
    for (const auto* key : {"senderRole", "role", "side", "direction"})
        if (const auto found = item.find(key); found != item.end() && found->is_string()) {
            const auto& role = found->get_ref<const std::string&>();
            line.senderSide = role == "inbound" || role == "in" ? ChatSide::customer
                : role == "outbound" || role == "out"           ? ChatSide::us
                                                                : sideFrom(role);
            if (line.senderSide)
                break;
        }
    return line;
}

void readParticipants(const Json& root, ChatFile& file)
{
    const auto found = root.find("participants");
    if (found == root.end() || !found->is_array())
        return;
    for (const auto& item : *found) {
        if (file.participants.size() >= 200)
            return;
        ChatParticipant participant;
        if (item.is_string()) {
            participant.name = std::string(cutAtCodePoint(collapseSpaces(item.get_ref<const std::string&>()), 300));
        } else if (item.is_object()) {
            participant.name = textAt(item, {"name", "displayName"}, 300);
            participant.address = addressOf(item);
            participant.side = sideFrom(textAt(item, {"senderRole", "role", "side"}, 40));
        }
        if (participant.address.empty() && isAddress(participant.name))
            participant.address = foldCase(participant.name);
        if (!participant.name.empty() || !participant.address.empty())
            file.participants.push_back(std::move(participant));
    }
}
}

Result<ChatFile> readChat(std::string_view json, const ChatLimits& limits)
{
    if (json.size() > limits.fileBytes)
        return fail({ErrorKind::invalid, "file_too_large",
            "A chat file may have at most " + std::to_string(limits.fileBytes >> 20) + " MiB.", {}});
    std::string repaired;
    if (json.starts_with("\xFF\xFE") || json.starts_with("\xFE\xFF")) {
        (void)convertToUtf8(
            json.substr(2, (json.size() - 2) / 2 * 2), json[0] == '\xFF' ? "utf-16le" : "utf-16be", repaired);
        json = repaired;
    } else if (json.starts_with("\xEF\xBB\xBF")) {
        json.remove_prefix(3);
    }
    if (repaired.empty() && !isValidUtf8(json)) {
        repaired = fromWindows1252(json);
        json = repaired;
    }
    const auto root = parseJson(json);
    if (!root)
        return fail(root.error());
    const auto* list = messageList(*root);
    if (!list)
        return fail({ErrorKind::invalid, "not_a_chat", "This is no chat: there is no list of messages.", {}});
    ChatFile file;
    if (root->is_object()) {
        file.title = textAt(*root, {"title", "topic", "subject", "name"}, 1000);
        file.id = textAt(*root, {"id", "conversationId", "threadId", "chatId"}, 300);
        file.channel = textAt(*root, {"channel", "platform", "source"}, 60);
        file.account = textAt(*root, {"account", "company", "accountName", "customer"}, 300);
        readParticipants(*root, file);
    }
    const auto leaveOut = [&](std::optional<std::size_t> index, std::string reason) {
        ++file.leftOut;
        if (file.problems.size() < 100)
            file.problems.push_back({index, std::move(reason)});
    };
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (file.lines.size() >= limits.lines) {
            leaveOut(i, "is beyond the " + std::to_string(limits.lines) + " messages that are read of one chat");
            file.leftOut += list->size() - i - 1;
            break;
        }
        auto line = readLine((*list)[i], i, limits);
        if (line)
            file.lines.push_back(std::move(*line));
        else
            leaveOut(i, line.error().message);
    }
    if (file.lines.empty())
        return fail({ErrorKind::invalid, "not_a_chat",
            file.problems.empty()
                ? "This chat has no messages."
                : "No message of this chat can be read: the first one " + file.problems.front().reason + ".",
            {}});
    return file;
}
}
