#pragma once
// The prepared statements of one connection, found again by their text.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/db/row.hpp"

namespace db {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

template <class Statement>
using Statements = std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>>;

// Lists with many filters make many texts; above this many the connection forgets all and starts anew.
inline constexpr std::size_t kMostStatements = 500;

// The plan that fills `type` from these columns, made at first use.
inline RowPlan const& plan_for(std::vector<std::unique_ptr<RowPlan>>& plans, meta::Type const& type,
                               std::span<Column const> columns, std::string_view sql) {
    for (auto const& plan : plans)
        if (plan->is_for(type)) return *plan;
    return *plans.emplace_back(std::make_unique<RowPlan>(type, columns, sql));
}

}  // namespace db
