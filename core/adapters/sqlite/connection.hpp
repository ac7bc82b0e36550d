// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <filesystem>
#include <sqlite3.h>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace agentarmy::sqlite {

/// Bytes bound as a blob; an empty one is NULL.
struct Blob {
    std::string_view bytes;
};
/// Text bound as NULL where it is empty.
struct TextOrNull {
    std::string_view text;
};

/// A prepared statement of a connection's cache, reset when it goes. Bound text and blobs are not copied: they must
/// live until then.
class Statement {
public:
    Statement(sqlite3* database, sqlite3_stmt* statement, int prepareCode)
        : m_database(database)
        , m_statement(statement)
        , m_code(prepareCode)
    {
    }
    Statement(Statement&& other) noexcept
        : m_database(other.m_database)
        , m_statement(std::exchange(other.m_statement, nullptr))
        , m_code(other.m_code)
    {
    }
    Statement& operator=(Statement&&) = delete;
    ~Statement() { sqlite3_reset(m_statement); }

    /// All parameters, in order.
    template <class... Values> Statement& bind(Values&&... values)
    {
        static_assert((!std::is_same_v<Values, std::string> && ...), "the text would be gone before it is read");
        static_assert((!std::is_same_v<Values, Uuid> && ...), "the id would be gone before it is read");
        int at = 0;
        (set(++at, values), ...);
        return *this;
    }
    void set(int at, std::int64_t value) { sqlite3_bind_int64(m_statement, at, value); }
    void set(int at, int value) { sqlite3_bind_int64(m_statement, at, value); }
    void set(int at, double value) { sqlite3_bind_double(m_statement, at, value); }
    void set(int at, std::nullptr_t) { sqlite3_bind_null(m_statement, at); }
    void set(int at, std::string_view text)
    {
        sqlite3_bind_text(m_statement, at, text.data() ? text.data() : "", int(text.size()), SQLITE_STATIC);
    }
    void set(int at, const std::string& text) { set(at, std::string_view(text)); }
    void set(int at, const char* text) { set(at, std::string_view(text)); }
    void set(int at, TextOrNull value) { value.text.empty() ? set(at, nullptr) : set(at, value.text); }
    void set(int at, Blob blob)
    {
        blob.bytes.empty()
            ? set(at, nullptr)
            : void(sqlite3_bind_blob(m_statement, at, blob.bytes.data(), int(blob.bytes.size()), SQLITE_STATIC));
    }
    void set(int at, const Uuid& id)
    {
        id.isNull() ? set(at, nullptr)
                    : void(sqlite3_bind_blob(m_statement, at, id.bytes.data(), int(id.bytes.size()), SQLITE_STATIC));
    }
    template <class T> void set(int at, const std::optional<T>& value) { value ? set(at, *value) : set(at, nullptr); }

    /// True: a row is there; false: done.
    [[nodiscard]] Result<bool> step();
    /// Runs it to its end.
    [[nodiscard]] Result<void> run();
    void reset() { sqlite3_reset(m_statement); }
    [[nodiscard]] sqlite3_stmt* handle() const { return m_statement; }

    [[nodiscard]] bool isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(m_statement, column); }
    [[nodiscard]] std::string_view bytes(int column) const ///< valid until the next step
    {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        return {data ? data : "", std::size_t(sqlite3_column_bytes(m_statement, column))};
    }
    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }
    [[nodiscard]] Uuid id(int column) const; ///< null if the column is
    [[nodiscard]] std::optional<std::int64_t> integerOrNone(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }
    [[nodiscard]] std::optional<double> realOrNone(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(real(column));
    }

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement;
    int m_code;
};

enum class Access { readWrite, readOnly };

/// One database connection with its settings and its cache of prepared statements. Used by one thread at a time.
class Connection {
public:
    struct Settings {
        std::string vfs; ///< empty: the system's
        int cacheKiB = 2048;
        int checkpointPages = 1000; ///< the log is copied into the file when it is longer
        std::chrono::milliseconds busyTimeout {10000};
    };
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(
        const std::filesystem::path& file, Access access, const Settings& settings);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Statement prepare(std::string_view sql); ///< an error shows at the first step
    [[nodiscard]] Result<void> execute(const std::string& sql); ///< several statements, no parameters
    [[nodiscard]] sqlite3* handle() const { return m_database; }
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql); ///< first column of the first row, 0 without one

    /// While it lives, statements of the connection end early when the context is stopped or late.
    class Attention {
    public:
        Attention(Connection& connection, const Context& context)
            : m_connection(connection)
            , m_before(std::exchange(connection.m_context, &context))
        {
        }
        ~Attention() { m_connection.m_context = m_before; }
        Attention(const Attention&) = delete;
        Attention& operator=(const Attention&) = delete;

    private:
        Connection& m_connection;
        const Context* m_before;
    };

private:
    Connection(sqlite3* database, std::chrono::milliseconds busyTimeout);
    static int onProgress(void* self);
    static int onBusy(void* self, int count);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    sqlite3* m_database;
    std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> m_statements;
    const Context* m_context = nullptr;
    std::chrono::milliseconds m_busyTimeout;
    std::chrono::steady_clock::time_point m_busySince {};
};

/// What an SQLite result code means to the caller: `store_busy`, `disk_full`, `store_damaged`, `stopped`,
/// `store_failed`.
[[nodiscard]] Error errorOf(int code, sqlite3* database);
/// `stopped` if the context was told to stop or its deadline has passed.
[[nodiscard]] std::optional<Error> stopError(const Context& context);
}
