#pragma once
// Everything that stands in a database, as whoever holds its files could compare it: every row of every table, with
// each value either by what it is or, where it is chance, by what it hangs together with.
//
//   ids of the cast and of the story   by their names, so that a row says whom it is about
//   any other id                       by the rows in which it stands, three steps far: a row that ties an answer to
//                                      Ann reads other than one that ties it to Bob, whatever its key
//   what is sealed, digested or drawn  by its length, which an attacker sees too
//
// Two worlds that differ in one private thing must give the same lines.

#include <string>
#include <vector>

#include "support/two_worlds.hpp"

namespace support {

// Sorted.
std::vector<std::string> whole_dump(World& world);

}  // namespace support
