#pragma once
// One way to page and to sort a list. A request says by what (`sort`) and which way round (`order`) it wants the rows,
// where the page before ended (`cursor`) and how many rows it wants (`limit`); the answer holds `items` and, unless it
// is the last page, `next_cursor`. A page begins behind a place, what a row is sorted by and what decides between
// equals, never at a count: rows that come or go meanwhile neither repeat others nor hide them.
//
//   enum class PeopleSort { name, department };  // the first one is meant when nothing is said
//   struct PeopleQuery : page::Request { std::optional<std::string> search; std::optional<PeopleSort> sort; };
//   BOOST_DESCRIBE_STRUCT(PeopleQuery, (page::Request), (search, sort))
//   template <> inline constexpr auto meta::limits<PeopleQuery> =
//       page::limits(meta::Limit{"search", 1, 100, "Part of a name"});
//
// The store says in SQL what each `sort` stands for and reads a page with page::read (platform/page_of_rows.hpp).

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/id.hpp"
#include "base/result.hpp"
#include "platform/meta.hpp"

namespace page {

inline constexpr std::int32_t kUsualRows = 50;
inline constexpr std::int32_t kMostRows = 100;

enum class Order { ascending, descending };
BOOST_DESCRIBE_ENUM(Order, ascending, descending)

struct Request {
    std::optional<std::string> cursor;
    std::optional<std::int32_t> limit;
    std::optional<Order> order;

    [[nodiscard]] std::int32_t rows() const { return limit.value_or(kUsualRows); }
    // One beyond the page tells that there is another.
    [[nodiscard]] std::int32_t reach() const { return rows() + 1; }
};
BOOST_DESCRIBE_STRUCT(Request, (), (cursor, limit, order))

// The limits of a list's query: its own, and those of the words every list knows.
template <class... Own>
consteval auto limits(Own const&... own) {
    return std::array{
        own..., meta::doc("sort", "The first of these when left out"),
        meta::doc("order",
                  "When left out, as one would look: names from A, times from the newest, waiting from the oldest"),
        meta::Limit{"cursor", 1, 2000, "next_cursor of the page before"},
        meta::Limit{"limit", 1, kMostRows, "Rows a page; 50 when left out"}};
}

// How what a list is sorted by compares.
enum class Compared { as_text, as_number };

// What a list is sorted by: SQL that is never NULL. Without any, by what decides between equals alone.
template <class Sort>
struct Sorting {
    Sort by{};
    std::string_view key = {};
    Compared compared = Compared::as_text;
    Order order = Order::ascending;  // when left out of the request
};

// What decides between rows that are sorted alike; one of these, or a described struct of the list's own.
struct ById {
    base::AnyId id;

    auto operator<=>(ById const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))
struct ByPosition {
    std::int64_t position = 0;

    auto operator<=>(ByPosition const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ByPosition, (), (position))
struct ByName {
    std::string name;

    auto operator<=>(ByName const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ByName, (), (name))

// Where a page ended. `of` says which list, sorted by what and which way round: a cursor leads nowhere else.
template <class Tie>
struct Place {
    std::string of;
    std::string key;
    Tie tie{};

    BOOST_DESCRIBE_CLASS(Place, (), (of, key, tie), (), ())
};

// A row with what it is sorted by.
template <class Row, class Tie>
struct Keyed : Row {
    std::string sort_key;
    Tie sort_tie{};

    BOOST_DESCRIBE_CLASS(Keyed, (Row), (sort_key, sort_tie), (), ())
};

// The sorting a request asks for.
struct Chosen {
    std::string of;
    std::string_view key;
    Compared compared = Compared::as_text;
    Order order = Order::ascending;
};

template <class Query, class Sort, std::size_t count>
Chosen choose(Query const& query, std::array<Sorting<Sort>, count> const& sortings) {
    static_assert(std::is_same_v<decltype(query.sort), std::optional<Sort>>);
    static_assert(count == meta::kType<Sort>.values.size(), "each sort is said once");
    auto const wanted = query.sort.value_or(Sort{});
    auto const& sorting = *std::ranges::find(sortings, wanted, &Sorting<Sort>::by);
    auto const order = query.order.value_or(sorting.order);
    auto of = std::string(meta::of<Sort>().name) + "." + std::string(meta::name_of(wanted));
    if (order == Order::descending) of += "-";
    return {std::move(of), sorting.key, sorting.compared, order};
}

std::string write_cursor(meta::Type const& place, void const* value);
// Refuses /cursor (format) for whatever no page of this list said.
base::Result<bool> read_cursor(meta::Type const& place, void* value, std::string_view cursor);
// Refuses /cursor (format) for a place in another list or another order.
base::Result<bool> check_place(std::string_view of, std::string_view key, Chosen const& chosen);

// The place a request goes on behind; none on the first page.
template <class Tie>
base::Result<std::optional<Place<Tie>>> place(Request const& request, Chosen const& chosen) {
    if (!request.cursor) return std::optional<Place<Tie>>();
    Place<Tie> read;
    TRY_VOID(read_cursor(meta::of<Place<Tie>>(), &read, *request.cursor));
    TRY_VOID(check_place(read.of, read.key, chosen));
    return std::optional<Place<Tie>>(std::move(read));
}

// One page, before its items are written out.
template <class Row>
struct Rows {
    std::vector<Row> items;
    std::optional<std::string> next_cursor;
};

// Of rows in order, up to request.reach() of them.
template <class Row, class Tie>
Rows<Row> cut(std::vector<Keyed<Row, Tie>> found, Request const& request, Chosen const& chosen) {
    Rows<Row> page;
    if (std::ssize(found) > request.rows()) {
        found.resize(static_cast<std::size_t>(request.rows()));
        Place<Tie> const end{chosen.of, found.back().sort_key, found.back().sort_tie};
        page.next_cursor = write_cursor(meta::of<Place<Tie>>(), &end);
    }
    page.items.assign(std::move_iterator(found.begin()), std::move_iterator(found.end()));
    return page;
}

// By what a list is sorted by alone, rising: below, at or above 0.
int compare_keys(std::string_view one, std::string_view other, Compared compared);

// A page of rows that no statement can sort, because a rule says how they stand; the keys of `sortings` only name them.
template <class Row, class Tie, class Query, class Sort, std::size_t count>
base::Result<Rows<Row>> among(std::vector<Keyed<Row, Tie>> all, Query const& query,
                              std::array<Sorting<Sort>, count> const& sortings) {
    auto const chosen = choose(query, sortings);
    TRY(behind, place<Tie>(query, chosen));
    auto const comes_before = [&](std::string_view key, Tie const& tie, std::string_view other, Tie const& other_tie) {
        auto const by_key = compare_keys(key, other, chosen.compared);
        bool const is_less = by_key < 0 || (by_key == 0 && tie < other_tie);
        bool const is_same = by_key == 0 && tie == other_tie;
        return chosen.order == Order::ascending ? is_less : !is_less && !is_same;
    };
    if (behind)
        std::erase_if(
            all, [&](auto const& row) { return !comes_before(behind->key, behind->tie, row.sort_key, row.sort_tie); });
    std::ranges::sort(all, [&](auto const& one, auto const& other) {
        return comes_before(one.sort_key, one.sort_tie, other.sort_key, other.sort_tie);
    });
    if (std::ssize(all) > query.reach()) all.resize(static_cast<std::size_t>(query.reach()));
    return cut(std::move(all), query, chosen);
}

// Into what the list answers, each row as it is or as `shown` writes it.
template <class List, class Row>
void fill(List& list, Rows<Row> page) {
    list.items.assign(std::move_iterator(page.items.begin()), std::move_iterator(page.items.end()));
    list.next_cursor = std::move(page.next_cursor);
}
template <class List, class Row, class Shown>
void fill(List& list, Rows<Row> page, Shown shown) {
    for (auto& row : page.items) list.items.push_back(shown(std::move(row)));
    list.next_cursor = std::move(page.next_cursor);
}

// What LIKE ... ESCAPE '!' finds a part by; nothing when nothing is searched for. Folded for columns that are stored
// folded; as typed for the others, to be compared as LOWER(column) LIKE LOWER($n) ESCAPE '!'.
std::optional<std::string> folded_part(std::optional<std::string> const& search);
std::optional<std::string> typed_part(std::optional<std::string> const& search);

}  // namespace page
