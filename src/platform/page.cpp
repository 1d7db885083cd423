#include "platform/page.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"
#include "platform/page_of_rows.hpp"

namespace page {

namespace {

std::string part_of(std::string_view text) {
    std::string pattern = "%";
    for (auto c : text) {
        if (c == '%' || c == '_' || c == '!') pattern.push_back('!');
        pattern.push_back(c);
    }
    return pattern + "%";
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string write_cursor(meta::Type const& place, void const* value) {
    auto const text = json::write(place, value);
    return crypto::to_base64url(crypto::bytes_of(text));
}

base::Result<bool> read_cursor(meta::Type const& place, void* value, std::string_view cursor) {
    auto const octets = crypto::from_base64url(cursor);
    if (!octets) return base::invalid("/cursor", "format");
    if (!json::read(place, value, std::string(octets->begin(), octets->end())))
        return base::invalid("/cursor", "format");
    return true;
}

base::Result<bool> check_place(std::string_view of, std::string_view key, Chosen const& chosen) {
    bool const fits = chosen.key.empty() || chosen.compared == Compared::as_text || number_in(key).has_value();
    if (of != chosen.of || !fits) return base::invalid("/cursor", "format");
    return true;
}

int compare_keys(std::string_view one, std::string_view other, Compared compared) {
    if (compared == Compared::as_text) return one.compare(other);
    auto const left = number_in(one);
    auto const right = number_in(other);
    return left == right ? 0 : left < right ? -1 : 1;
}

std::string statement(Listing const& listing, Chosen const& chosen, meta::Type const& tie, std::size_t arguments,
                      bool begins_behind) {
    auto const is_falling = chosen.order == Order::descending;
    auto const* const way = is_falling ? " DESC" : "";
    std::string ties;   // columns of the answer
    std::string sorts;  // what it is sorted by
    std::string row;    // the same, to be compared with
    std::string place;
    auto const add = [&](std::string_view column, std::string const& parameter) {
        auto const* const between = sorts.empty() ? "" : ", ";
        sorts += fmt::format("{}{}{}", between, column, way);
        row += fmt::format("{}{}", between, column);
        place += fmt::format("{}{}", between, parameter);
    };
    auto const limit = arguments + 1;
    auto const key = limit + tie.fields.size() + 1;
    std::string behind;
    if (!chosen.key.empty()) {
        auto const from =
            chosen.compared == Compared::as_number ? fmt::format("CAST(${} AS BIGINT)", key) : fmt::format("${}", key);
        // SQLite seeks in an index over an expression by a plain comparison alone.
        behind = fmt::format(" AND {} {} {}", chosen.key, is_falling ? "<=" : ">=", from);
        add(chosen.key, from);
    }
    auto parameter = limit;
    auto const columns = base::split(listing.ties, ',');
    for (std::size_t i = 0; i < tie.fields.size(); ++i) {
        auto const column = base::trim(columns.at(i));
        ties += fmt::format(", {} AS sort_tie_{}", column, tie.fields[i].name);
        add(column, fmt::format("${}", ++parameter));
    }
    behind += fmt::format(" AND ({}) {} ({})", row, is_falling ? "<" : ">", place);
    return fmt::format("SELECT {}, CAST({} AS TEXT) AS sort_key{} {}{} ORDER BY {} LIMIT ${}", listing.columns,
                       chosen.key.empty() ? "''" : chosen.key, ties, listing.from, begins_behind ? behind : "", sorts,
                       limit);
}

std::string rank_in(std::string_view column, meta::Type const& type) {
    auto sql = fmt::format("CASE {}", column);
    for (auto const& value : type.values) sql += fmt::format(" WHEN '{}' THEN {}", value.name, value.number);
    return sql + " ELSE -1 END";
}

std::optional<std::string> folded_part(std::optional<std::string> const& search) {
    if (!search) return std::nullopt;
    return part_of(base::fold(*search));
}

std::optional<std::string> typed_part(std::optional<std::string> const& search) {
    if (!search) return std::nullopt;
    return part_of(base::squeeze(*search));
}

}  // namespace page
