#pragma once
// Live hints: open pages hear that something is no longer what it was, as {kind, id} and nothing else, and ask again.
// Said after the commit, on every node, never when the transaction is rolled back. Private acts give no hint. Every
// public event gives one by itself, to those who run things; who else has a page that shows it is told by the room.

#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"

namespace obverse::access {

inline constexpr std::string_view kHintChannel = "hints";

struct HintMessage {
    base::AnyId organisation;
    std::string kind;  // the noun that query keys of the pages begin with: "people_import"
    base::AnyId id;
    std::vector<base::AnyId> readers;
};
BOOST_DESCRIBE_STRUCT(HintMessage, (), (organisation, kind, id, readers))

// To `readers`; when none are named, to those who run things: coordinators and administrators.
void hint(db::Tx& tx, OrganisationId organisation, std::string_view kind, base::AnyId id,
          std::vector<PersonId> const& readers = {});

}  // namespace obverse::access
