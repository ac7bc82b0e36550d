// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/diff_list_model.hpp"
#include <functional>

namespace agentarmy::app {

/// A difference list whose roles are a table of name and reader; a role is computed when a visible row asks for it.
template <typename Row> class RoleListModel : public DiffListModel<Row> {
public:
    struct Role {
        QByteArray name;
        std::function<QVariant(const Row&)> read;
    };

    explicit RoleListModel(std::vector<Role> roles, QObject* parent = nullptr)
        : DiffListModel<Row>(parent)
        , m_roles(std::move(roles))
    {
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const int column = role - firstRole;
        if (!index.isValid() || index.row() >= this->rowCount() || column < 0 || column >= int(m_roles.size()))
            return {};
        return m_roles[size_t(column)].read(this->at(index.row()));
    }

    QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (size_t i = 0; i < m_roles.size(); ++i)
            names.insert(firstRole + int(i), m_roles[i].name);
        return names;
    }

private:
    static constexpr int firstRole = Qt::UserRole + 1;
    std::vector<Role> m_roles;
};

/// A role that reads one member.
template <typename Row, typename Value> typename RoleListModel<Row>::Role field(const char* name, Value Row::*member)
{
    return {name, [member](const Row& row) { return QVariant::fromValue(row.*member); }};
}

}
