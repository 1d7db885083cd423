#pragma once
// A page of a list out of the database (platform/page.hpp).
//
//   constexpr std::array kSortings{page::Sorting{PeopleSort::name, "p.name_folded"},
//                                  page::Sorting{PeopleSort::department, "COALESCE(p.department, '')"}};
//   constexpr page::Listing kPeople{"p.id, p.name", "FROM people p WHERE p.organisation_id = $1", "p.id"};
//
//   base::Result<page::Rows<PersonRow>> list(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query) {
//       return page::read<PersonRow>(tx, query, kSortings, kPeople, viewer.organisation);
//   }

#include <tuple>

#include <boost/describe/members.hpp>

#include "platform/db/db.hpp"
#include "platform/page.hpp"

namespace page {

struct Listing {
    std::string_view columns;
    std::string_view from;  // FROM ... WHERE ..., whose parameters are the arguments
    std::string_view ties;  // the columns of Tie in the order of its fields, with ", " between
};

// The statement behind a listing. Its parameters go on behind `arguments`: how many rows, and where it begins behind a
// place the columns of the tie, then the key.
std::string statement(Listing const& listing, Chosen const& chosen, meta::Type const& tie, std::size_t arguments,
                      bool begins_behind);

// SQL for the place of an enum's name among the others, so that states sort as they follow each other.
std::string rank_in(std::string_view column, meta::Type const& type);

template <class Tie, template <class...> class L, class... D>
auto fields_of(Tie const& tie, L<D...> /*members*/) {
    return std::tie(tie.*D::pointer...);
}
template <class Tie>
auto fields_of(Tie const& tie) {
    return fields_of(tie, boost::describe::describe_members<Tie, boost::describe::mod_public>());
}

template <class Row, class Tie = ById, class Query, class Sort, std::size_t count, class... Args>
base::Result<Rows<Row>> read(db::Tx& tx, Query const& query, std::array<Sorting<Sort>, count> const& sortings,
                             Listing const& listing, Args const&... args) {
    auto const chosen = choose(query, sortings);
    TRY(behind, place<Tie>(query, chosen));
    auto const sql = statement(listing, chosen, meta::of<Tie>(), sizeof...(Args), behind.has_value());
    if (!behind) return cut(tx.all<Keyed<Row, Tie>>(sql, args..., query.reach()), query, chosen);
    auto const all = [&](auto const&... ties) {
        if (chosen.key.empty()) return tx.all<Keyed<Row, Tie>>(sql, args..., query.reach(), ties...);
        return tx.all<Keyed<Row, Tie>>(sql, args..., query.reach(), ties..., behind->key);
    };
    return cut(std::apply(all, fields_of(behind->tie)), query, chosen);
}

}  // namespace page
