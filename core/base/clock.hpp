// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"
#include "core/base/uuid.hpp"

#include <atomic>
#include <memory>

namespace agentarmy {

/// Where the time comes from. Thread safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

/// Where randomness comes from. Thread safe.
class Random {
public:
    virtual ~Random() = default;
    [[nodiscard]] virtual std::uint64_t next() = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
};

class SystemRandom final : public Random {
public:
    [[nodiscard]] std::uint64_t next() override;
};

/// A clock that stands still until told; for tests and for reading history at its own time.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Timestamp start)
        : m_millis(toMillis(start))
    {
    }
    [[nodiscard]] Timestamp now() const override { return fromMillis(m_millis); }
    void set(Timestamp time) { m_millis = toMillis(time); }
    void advance(std::chrono::milliseconds by) { m_millis += by.count(); }

private:
    std::atomic<std::int64_t> m_millis;
};

/// SplitMix64 from a seed; for tests. The same seed gives the same sequence.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] std::uint64_t next() override;

private:
    std::atomic<std::uint64_t> m_state;
};

/// Makes UUIDv7: 48 bits of milliseconds, then random bits. Ids made later by one source are greater, within a
/// millisecond too (RFC 9562, method 1: a 12-bit counter). Thread safe.
class IdSource {
public:
    IdSource(const Clock& clock, Random& random)
        : m_clock(clock)
        , m_random(random)
    {
    }
    [[nodiscard]] Uuid next();
    template <class Entity> [[nodiscard]] Id<Entity> make() { return Id<Entity>(next()); }

private:
    const Clock& m_clock;
    Random& m_random;
    std::atomic<std::uint64_t> m_last {0}; ///< milliseconds << 12 | counter
};
}
