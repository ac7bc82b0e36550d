// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/secrets/keychain_secrets.hpp"

#include "core/adapters/secrets/secret_name.hpp"

#include <libsecret/secret.h>
#include <memory>

namespace agentarmy::secrets {
namespace {
const SecretSchema& schema()
{
    static const SecretSchema value {"org.agentarmy.Secret", SECRET_SCHEMA_NONE,
        {{"workspace", SECRET_SCHEMA_ATTRIBUTE_STRING}, {"name", SECRET_SCHEMA_ATTRIBUTE_STRING},
            {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
        0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    return value;
}

/// What GLib hands back when a call fails.
class Failure {
public:
    Failure() = default;
    ~Failure()
    {
        if (m_error)
            g_error_free(m_error);
    }
    Failure(const Failure&) = delete;
    Failure& operator=(const Failure&) = delete;
    [[nodiscard]] GError** slot() { return &m_error; }
    explicit operator bool() const { return m_error != nullptr; }
    [[nodiscard]] Error error() const
    {
        if (g_error_matches(m_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            return {ErrorKind::unavailable, "stopped", "Cancelled.", {}};
        return {ErrorKind::unavailable, "keychain_unavailable",
            std::string("The system's keychain does not answer: ") + m_error->message, {}};
    }

private:
    GError* m_error = nullptr;
};

/// Ends a call of GLib when the context is stopped.
class Cancellable {
public:
    explicit Cancellable(const Context& context)
        : m_cancellable(g_cancellable_new())
        , m_stop(context.stop, Cancel {m_cancellable})
    {
    }
    ~Cancellable() { g_object_unref(m_cancellable); }
    Cancellable(const Cancellable&) = delete;
    Cancellable& operator=(const Cancellable&) = delete;
    [[nodiscard]] GCancellable* get() const { return m_cancellable; }

private:
    struct Cancel {
        GCancellable* cancellable;
        void operator()() const { g_cancellable_cancel(cancellable); }
    };
    GCancellable* m_cancellable;
    std::stop_callback<Cancel> m_stop;
};

struct FreePassword {
    void operator()(char* text) const { secret_password_free(text); } // wiped first
};
}

KeychainSecrets::KeychainSecrets(std::string workspace)
    : m_workspace(std::move(workspace))
{
}

bool KeychainSecrets::isAvailable()
{
    Failure failure;
    auto* service = secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, nullptr, failure.slot());
    if (!service)
        return false;
    auto* collection = secret_collection_for_alias_sync(
        service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, nullptr, failure.slot());
    const bool usable = collection != nullptr;
    if (collection)
        g_object_unref(collection);
    g_object_unref(service);
    return usable;
}

Result<std::optional<std::string>> KeychainSecrets::get(const Context& context, const std::string& name)
{
    if (auto good = checkName(name); !good)
        return fail(good.error());
    const Cancellable cancellable(context);
    Failure failure;
    const std::unique_ptr<char, FreePassword> found(secret_password_lookup_sync(
        &schema(), cancellable.get(), failure.slot(), "workspace", m_workspace.c_str(), "name", name.c_str(), nullptr));
    if (failure)
        return fail(failure.error());
    if (!found)
        return std::optional<std::string>();
    return std::optional<std::string>(found.get());
}

Result<void> KeychainSecrets::set(const Context& context, const std::string& name, const std::string& value)
{
    if (auto good = checkName(name); !good)
        return good;
    if (auto good = checkValue(value); !good)
        return good;
    if (value.find('\0') != std::string::npos)
        return fail(invalidField("value", "must be text"));
    const Cancellable cancellable(context);
    Failure failure;
    const auto label = "Agent Army: " + name;
    const bool stored
        = secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT, label.c_str(), value.c_str(),
              cancellable.get(), failure.slot(), "workspace", m_workspace.c_str(), "name", name.c_str(), nullptr)
        != 0;
    if (failure)
        return fail(failure.error());
    if (!stored)
        return fail({ErrorKind::unavailable, "keychain_unavailable", "The system's keychain did not keep it.", {}});
    return {};
}

Result<void> KeychainSecrets::remove(const Context& context, const std::string& name)
{
    if (auto good = checkName(name); !good)
        return good;
    const Cancellable cancellable(context);
    Failure failure;
    secret_password_clear_sync(
        &schema(), cancellable.get(), failure.slot(), "workspace", m_workspace.c_str(), "name", name.c_str(), nullptr);
    if (failure)
        return fail(failure.error());
    return {};
}
}
