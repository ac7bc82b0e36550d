// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy {

/// Cuts a stream of server-sent events into the data of its events, however the pieces fall. An event's data is at most
/// 1 MiB; what is longer makes `tooLong`.
class SseLines {
public:
    /// Calls `each(data)` for every event that is complete; false ends it.
    template <class Each> bool feed(std::string_view piece, Each each)
    {
        constexpr std::size_t longest = std::size_t(1) << 20;
        m_buffer += piece;
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = m_buffer.find('\n', begin)) != std::string::npos; begin = end + 1) {
            std::string_view line(m_buffer.data() + begin, end - begin);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            if (line.empty()) {
                if (!m_data.empty() && !each(std::string_view(m_data)))
                    return false;
                m_data.clear();
            } else if (line.starts_with("data:")) {
                line.remove_prefix(5);
                if (line.starts_with(' '))
                    line.remove_prefix(1);
                if (!m_data.empty())
                    m_data += '\n';
                m_data += line;
            }
        }
        m_buffer.erase(0, begin);
        tooLong = tooLong || m_buffer.size() > longest || m_data.size() > longest;
        return !tooLong;
    }
    bool tooLong = false;

private:
    std::string m_buffer, m_data;
};
}
