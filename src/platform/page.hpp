#pragma once
// One way to page a list. A request says where the page before ended (`cursor`) and how many rows it wants (`limit`);
// the answer holds `items` and, unless it is the last page, `next_cursor`. A page begins behind a place, the sort value
// and the id of a row, never at a count: rows that come or go meanwhile neither repeat others nor hide them.
//
//   struct PeopleQuery : page::Request { std::optional<std::string> search; };
//   BOOST_DESCRIBE_STRUCT(PeopleQuery, (page::Request), (search))
//   template <> inline constexpr auto meta::limits<PeopleQuery> = std::array{page::kCursorLimit, page::kRowsLimit};
//
//   TRY(after, page::place<page::Place<std::string>>(query));
//   PeoplePage people;
//   page::fill(people, store::list(tx, viewer, query, after), query, [](auto const& last) { return place_of(last); });
//
// The store reads `query.reach()` rows: one beyond the page tells that there is another.

#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/id.hpp"
#include "base/result.hpp"
#include "platform/meta.hpp"

namespace page {

inline constexpr std::int32_t kUsualRows = 50;
inline constexpr std::int32_t kMostRows = 100;

struct Request {
    std::optional<std::string> cursor;
    std::optional<std::int32_t> limit;

    [[nodiscard]] std::int32_t rows() const { return limit.value_or(kUsualRows); }
    [[nodiscard]] std::int32_t reach() const { return rows() + 1; }
};
BOOST_DESCRIBE_STRUCT(Request, (), (cursor, limit))

inline constexpr meta::Limit kCursorLimit{"cursor", 1, 2000, "next_cursor of the page before"};
inline constexpr meta::Limit kRowsLimit{"limit", 1, kMostRows, "Rows a page; 50 when left out"};

// Where a page ended: a row's value in the column the list is sorted by, and its id, which decides between equals.
template <class Key>
struct Place {
    Key key{};
    base::AnyId id{};

    BOOST_DESCRIBE_CLASS(Place, (), (key, id), (), ())
};
// Where the sort column is unique: a line, a position, a number.
struct Position {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Position, (), (position))

std::string write_cursor(meta::Type const& place, void const* value);
// Refuses /cursor (format) for whatever no page of this list said.
base::Result<bool> read_cursor(meta::Type const& place, void* value, std::string_view cursor);

// The place a request goes on behind; none on the first page.
template <class P>
base::Result<std::optional<P>> place(Request const& request) {
    if (!request.cursor) return std::optional<P>();
    P read{};
    TRY_VOID(read_cursor(meta::of<P>(), &read, *request.cursor));
    return std::optional<P>(std::move(read));
}

// `rows` as read, up to request.reach(), of the items' type or of one that adds what they are sorted by; `place_of`
// gives the place of the last one shown.
template <class List, class Row, class PlaceOf>
void fill(List& list, std::vector<Row> rows, Request const& request, PlaceOf place_of) {
    if (std::ssize(rows) > request.rows()) {
        rows.resize(static_cast<std::size_t>(request.rows()));
        auto const end = place_of(rows.back());
        list.next_cursor = write_cursor(meta::of<decltype(end)>(), &end);
    }
    list.items.assign(std::move_iterator(rows.begin()), std::move_iterator(rows.end()));
}

// What LIKE ... ESCAPE '!' finds a part by; nothing when nothing is searched for. Folded for columns that are stored
// folded; as typed for the others, to be compared as LOWER(column) LIKE LOWER($n) ESCAPE '!'.
std::optional<std::string> folded_part(std::optional<std::string> const& search);
std::optional<std::string> typed_part(std::optional<std::string> const& search);

}  // namespace page

template <>
inline constexpr auto meta::limits<page::Request> = std::array{page::kCursorLimit, page::kRowsLimit};
