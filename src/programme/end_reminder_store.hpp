#pragma once
// The only SQL that writes end_reminders.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "programme/end_reminder.hpp"

namespace programme::store {

using access::OrganisationId;

// Of programmes that are neither in draft nor closed, have an end and no last day that was announced.
struct ComingEnd {
    ProgrammeId programme_id;
    base::Day ends_on;
    std::optional<base::AnyId> reminder_id;  // of this very end
    std::optional<base::Day> reminded_on;

    [[nodiscard]] std::optional<EndReminder> reminder() const;
};
BOOST_DESCRIBE_STRUCT(ComingEnd, (), (programme_id, ends_on, reminder_id, reminded_on))
// Whose end is at `latest_end` or before.
std::vector<ComingEnd> list_coming_ends(db::Tx& tx, OrganisationId organisation, base::Day latest_end);
std::optional<EndReminder> find_coming_end(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::optional<ProgrammeId> find_programme_reminded_of(db::Tx& tx, OrganisationId organisation, base::AnyId reminder);
// In place of the one of another end.
void save_end_reminder(db::Tx& tx, OrganisationId organisation, EndReminder const& reminder);

// Announced, neither closed nor looking back, with the last day at `latest` or before.
std::vector<Closing> list_closings_near(db::Tx& tx, OrganisationId organisation, base::Day latest);
std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace programme::store
