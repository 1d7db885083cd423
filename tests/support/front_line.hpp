#pragma once
// A programme of eight who bring something and four who learn, in eight pairs, and how one of the eight writes what
// they see, by the doors that people use.

#include <string>
#include <vector>

#include "support/door.hpp"

namespace support {

// Ana and Bruno first, then six more, each with a partner: Sofia, David, and two more learn with two of them each. The
// house has been round once, so that they can write.
std::vector<access::PersonId> make_eight_writers(Door& door, Cast const& cast);

// The path of a note, by number; the same in every world.
std::string note_path(Cast const& cast, int number);
// Written by its author for that audience ("coordinator", "sponsor"), and sent. A test fails when either is refused.
void send_note(Door& door, Cast const& cast, access::PersonId author, int number, std::string const& text,
               std::string const& audience = "sponsor");
// The house goes round on the next morning at nine, and on.
void let_mornings_pass(Door& door, int mornings);
// Until a Monday has gone by.
void let_a_week_pass(Door& door);

}  // namespace support
