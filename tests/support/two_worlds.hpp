#pragma once
// The attacker on private acts (engineering.md 2 and 12): the same story is told in two organisations with one private
// difference (Ann did it / Bob did it; said no / was silent). Then everything each observer can fetch, and every row
// that is somebody's outbox (events, jobs, mails, notices, idempotency records) and every log line, is written down,
// ids are replaced by who or what they are, and the two are compared line by line.
//
//   auto told = support::told_apart(said_no, was_silent, support::everybody_but({"sofia"}));
//   EXPECT_THAT(told, IsEmpty());
//
// An attacker must first win: run it once with a leak planted in the story, and expect lines.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/door.hpp"

namespace support {

struct World {
    Door& door;
    Cast cast;
    // Ids a story made and an outsider might guess or be sent; tried in every GET route besides those of the cast.
    std::vector<base::AnyId> ids = {};
};
using Story = std::function<void(World&)>;

// The cast's people by their names, the outsider included.
std::vector<std::string> everybody();
std::vector<std::string> everybody_but(std::vector<std::string> const& names);
access::PersonId person_named(Cast const& cast, std::string_view name);

// What is left of a story: the rows and log lines that leave the room of the act, and what each of the cast is shown.
// Each observer fetches every GET route there is, with every id of the cast, of the story, and of what they have been
// shown on the way that can lead somewhere on it, and with every person where a route must be asked about people.
struct Tale {
    std::vector<std::string> recorded;
    std::map<std::string, std::vector<std::string>> seen;
};
Tale tell(Story const& story);

// The lines that stand in one world and not in the other, each with the observer who sees it; empty when the two look
// the same. Both worlds start at the same time.
std::vector<std::string> told_apart(Tale const& one, Tale const& other, std::vector<std::string> const& observers);
std::vector<std::string> told_apart(Story const& one, Story const& other, std::vector<std::string> const& observers);

}  // namespace support
