#pragma once
// The one way in which SQL says what a programme is called (programme/called.hpp).
//
//   static auto const called = store::called_in("p", "$3");
//   tx.all<Own>("SELECT e.id, " + called.columns + " FROM enrolments e JOIN programmes p ON ..." + called.joins + ...)

#include <string>
#include <string_view>

#include "platform/db/db.hpp"
#include "programme/called.hpp"

namespace programme::store {

struct CalledSql {
    std::string columns;  // of a field `Called programme`
    std::string joins;    // behind the join of programmes
    std::string name;     // to find and sort by; never NULL
};

// `programme` is the alias of the joined programmes, `language` the parameter with the reader's language: words in
// exactly it come first ("de-AT"), then without its region ("de").
CalledSql called_in(std::string_view programme, std::string_view language);

// For whoever reads `language`, which may be empty: the programme's own.
Called find_called(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::string const& language);

}  // namespace programme::store
