#pragma once
// The only SQL that writes closings and closing_targets.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "programme/closing.hpp"

namespace programme::store {

using access::OrganisationId;

std::optional<Closing> find_closing(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// By what a notice or a mail is about: its announcement, or its review.
std::optional<Closing> find_closing_told(db::Tx& tx, OrganisationId organisation, base::AnyId subject);
// Whole, with its targets.
void save_closing(db::Tx& tx, OrganisationId organisation, Closing const& closing);

// Announced, of programmes that are not closed, whose last day is before `today`.
std::vector<Closing> list_due_closings(db::Tx& tx, OrganisationId organisation, base::Day today);
// Of programmes the viewer has not left, the latest day first.
std::vector<Closing> list_own_closings(db::Tx& tx, access::Viewer const& viewer);
// Whoever has not left the programme, on this side or on whichever, each once.
std::vector<PersonId> list_taking_part(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                       std::optional<Side> side = std::nullopt);

}  // namespace programme::store
