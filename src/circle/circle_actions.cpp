#include "circle/circle_actions.hpp"

#include <algorithm>
#include <map>

#include "access/hint.hpp"
#include "base/text.hpp"
#include "circle/circle_store.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "person/conflict_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"

namespace circle {
namespace {

using Positions = std::map<PersonId, std::size_t>;

Positions positions_of(std::vector<store::PeerRow> const& rows) {
    Positions positions;
    for (auto const& row : rows) positions.emplace(row.person_id, positions.size());
    return positions;
}

void add_couple(std::vector<Couple>& couples, Positions const& positions, PersonId one, PersonId other) {
    auto const first = positions.find(one);
    auto const second = positions.find(other);
    if (first != positions.end() && second != positions.end() && first != second)
        couples.emplace_back(first->second, second->second);
}

std::vector<Couple> lines_of(db::Tx& tx, access::OrganisationId organisation, std::vector<store::PeerRow> const& rows) {
    auto const known = store::list_managers(tx, organisation);
    Positions house;
    for (auto const& [one, other] : known) {
        house.emplace(one, house.size());
        house.emplace(other, house.size());
    }
    for (auto const& row : rows) house.emplace(row.person_id, house.size());
    std::vector<std::optional<std::size_t>> managers(house.size());
    for (auto const& [one, other] : known) managers[house.at(one)] = house.at(other);
    std::vector<std::size_t> people;
    for (auto const& row : rows) people.push_back(house.at(row.person_id));
    return lines_among(managers, people);
}

Forming load_forming(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme,
                     std::vector<store::PeerRow> const& rows, std::vector<Circle> const& circles) {
    auto const positions = positions_of(rows);
    std::map<CircleId, std::size_t> place;
    for (auto const& circle : circles) place.emplace(circle.id, place.size());
    Forming forming;
    forming.circles = circles.size();
    for (auto const& row : rows)
        forming.peers.push_back(
            {row.department, row.circle_id ? std::optional(place.at(*row.circle_id)) : std::nullopt});
    forming.kept_apart = lines_of(tx, organisation, rows);
    for (auto const& [one, other] : store::list_partners_managers(tx, organisation, programme))
        add_couple(forming.kept_apart, positions, one, other);
    for (auto const& one : programme::store::load_exclusions(tx, organisation, programme))
        add_couple(forming.rather_apart, positions, one.person_id, one.excluded_id);
    for (auto const& one : person::store::load_conflicts(tx, organisation))
        add_couple(forming.rather_apart, positions, one.one_id, one.other_id);
    return forming;
}

// New circles behind those that there are; whoever had none is placed.
FormingAnswer save_formed(db::Tx& tx, access::OrganisationId organisation, Circle circle,
                          std::vector<store::PeerRow> const& rows, std::vector<Circle> circles, Formed const& formed) {
    FormingAnswer answer;
    circle.number = circles.empty() ? 0 : circles.back().number;
    while (circles.size() < formed.circles) {
        circle.id = tx.make_id<CircleId>();
        ++circle.number;
        store::insert_circle(tx, organisation, circle);
        circles.push_back(circle);
        ++answer.formed;
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at].circle_id) continue;
        if (formed.circle[at]) {
            store::insert_member(tx, organisation, circles[*formed.circle[at]], rows[at].person_id);
            ++answer.placed;
        } else {
            ++answer.waiting;
        }
    }
    return answer;
}

void tell_seated(db::Tx& tx, access::OrganisationId organisation, CircleId id, PersonId person,
                 notice::Kind const& kind, base::AnyId subject, base::Instant now) {
    if (store::is_withheld(tx, organisation, id, person))
        notice::store::queue_mail(tx, organisation, person, kind, subject, now);
    else
        notice::tell(tx, organisation, person, kind, subject, now);
}

// Of the date ahead that they are not to come to any more, and of that to which they are.
void tell_moved(db::Tx& tx, access::OrganisationId organisation, CircleId from, CircleId to, PersonId person,
                base::Instant now) {
    tell_seated(tx, organisation, to, person, notice::circle_formed, base::any(to), now);
    auto const tell_date = [&](CircleId circle, notice::Kind const& kind) {
        auto const ahead = store::find_ahead(tx, organisation, circle, now);
        auto const telling = ahead ? store::find_telling(tx, organisation, *ahead) : std::nullopt;
        if (telling) tell_seated(tx, organisation, to, person, kind, base::any(*telling), now);
    };
    tell_date(from, notice::circle_date_called_off);
    tell_date(to, notice::circle_date_set);
}

// A seat from which dates are set.
base::Result<Circle> find_to_date(db::Tx& tx, access::Viewer const& viewer, CircleId id) {
    auto const found = store::find_seat(tx, viewer, id);
    if (!found) return circle_not_found();
    if (found->seat == Seat::departed) return has_left_circle();
    return found->circle;
}

void save_and_record(db::Tx& tx, access::OrganisationId organisation, CircleDate const& date, audit::Kind const& kind,
                     base::Instant now) {
    store::save_date(tx, organisation, date);
    audit::record(tx, access::house(organisation), kind, base::any(date.id),
                  audit::Facts().id("circle_id", date.circle_id), now);
    access::hint(tx, organisation, "circle", base::any(date.circle_id),
                 store::list_placed(tx, organisation, date.circle_id));
}

void tell_circle(db::Tx& tx, access::OrganisationId organisation, CircleId id, notice::Kind const& kind,
                 base::AnyId subject, base::Instant now) {
    for (auto const& person : store::list_placed(tx, organisation, id))
        tell_seated(tx, organisation, id, person, kind, subject, now);
}

}  // namespace

base::Result<Layout> layout_of(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    auto const circles = store::list_all(tx, organisation, programme);
    if (!circles.empty()) return circles.back().layout;
    auto const found = programme::store::find_programme(tx, organisation, programme);
    if (!found) return base::not_found("programme");
    return found->planned_pairs <= programme::kSmallProgramme ? Layout::one_for_all : Layout::small_groups;
}

base::Result<FormingAnswer> form_circles(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                         FormingWanted const& wanted, base::Instant now) {
    if (!viewer.coordinates(programme)) return base::not_found("programme");
    auto const organisation = viewer.organisation;
    TRY_VOID(programme::check_not_closed(tx, organisation, programme));
    TRY(usual, layout_of(tx, organisation, programme));
    auto const rows = store::list_peers(tx, organisation, programme);
    auto const circles = store::list_all(tx, organisation, programme);
    auto forming = load_forming(tx, organisation, programme, rows, circles);
    forming.layout = wanted.layout.value_or(usual);
    Circle circle;
    circle.programme_id = programme;
    circle.layout = forming.layout;
    circle.formed_on = organisation::store::today(tx, organisation, now);
    auto const answer = save_formed(tx, organisation, circle, rows, circles, form(forming));
    if (answer.placed == 0) return answer;
    audit::record(tx, viewer, kCirclesFormed, base::any(programme),
                  audit::Facts().number("formed", answer.formed).number("placed", answer.placed), now);
    return answer;
}

base::Result<Circle> move_to_circle(db::Tx& tx, access::Viewer const& viewer, CircleId id, PersonId person,
                                    base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const coordinates = [&](CircleId circle) {
        auto const found = store::find_seat(tx, viewer, circle);
        return found && found->seat == Seat::coordinator;
    };
    auto const target = store::find(tx, organisation, id);
    if (!target || !coordinates(id)) return circle_not_found();
    TRY_VOID(programme::check_not_closed(tx, organisation, target->programme_id));
    auto const rows = store::list_peers(tx, organisation, target->programme_id);
    auto const row = std::ranges::find(rows, person, &store::PeerRow::person_id);
    if (row == rows.end() || !row->circle_id || !coordinates(*row->circle_id)) return circle_member_not_found();
    if (*row->circle_id == id) return *target;
    auto const circles = store::list_all(tx, organisation, target->programme_id);
    auto forming = load_forming(tx, organisation, target->programme_id, rows, circles);
    forming.layout = target->layout;
    auto const place = std::ranges::find(circles, id, &Circle::id) - circles.begin();
    if (auto const why =
            why_no_seat(forming, static_cast<std::size_t>(row - rows.begin()), static_cast<std::size_t>(place)))
        return no_seat(*why);
    store::move_member(tx, organisation, *row->circle_id, id, person);
    audit::record(tx, viewer, kCircleMemberMoved, base::any(id),
                  audit::Facts().id("programme_id", target->programme_id), now);
    tell_moved(tx, organisation, *row->circle_id, id, person, now);
    for (auto const& circle : {*row->circle_id, id})
        access::hint(tx, organisation, "circle", base::any(circle), store::list_placed(tx, organisation, circle));
    return *target;
}

base::Result<CircleDate> set_circle_date(db::Tx& tx, access::Viewer const& viewer, CircleId id,
                                         WantedDate const& wanted, base::Instant now) {
    TRY(circle, find_to_date(tx, viewer, id));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, circle.programme_id));
    TRY(starts_at, pairing::to_instant(wanted.starts_local, wanted.time_zone));
    auto const ahead = store::find_ahead(tx, viewer.organisation, id, now);
    CircleDate fresh;
    fresh.id = tx.make_id<CircleDateId>();
    fresh.circle_id = id;
    fresh.starts_local = wanted.starts_local;
    fresh.time_zone = wanted.time_zone;
    fresh.starts_at = starts_at;
    fresh.minutes = wanted.minutes;
    fresh.place = base::trim(wanted.place);
    TRY(date, set_date(ahead, fresh, wanted.version, now));
    if (date.version != wanted.version) save_and_record(tx, viewer.organisation, date, kCircleDateSet, now);
    return date;
}

base::Result<CircleDate> cancel_circle_date(db::Tx& tx, access::Viewer const& viewer, CircleId id, std::int32_t version,
                                            base::Instant now) {
    TRY_VOID(find_to_date(tx, viewer, id));
    auto const ahead = store::find_ahead(tx, viewer.organisation, id, now);
    TRY(date, cancel_date(ahead, version, now));
    save_and_record(tx, viewer.organisation, date, kCircleDateCancelled, now);
    return date;
}

base::Result<bool> leave_circle(db::Tx& tx, access::Viewer const& viewer, CircleId id, base::Instant now) {
    auto const found = store::find_seat(tx, viewer, id);
    if (!found || found->seat == Seat::coordinator) return circle_not_found();
    store::insert_departure(tx, viewer, id);
    audit::record_private(tx, viewer.organisation, kCircleLeft, now);
    return true;
}

base::Result<bool> return_to_circle(db::Tx& tx, access::Viewer const& viewer, CircleId id, base::Instant now) {
    auto const found = store::find_seat(tx, viewer, id);
    if (!found || found->seat == Seat::coordinator) return circle_not_found();
    store::delete_departure(tx, viewer, id);
    audit::record_private(tx, viewer.organisation, kCircleReturned, now);
    return true;
}

void tell_of_circles(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme, base::Instant now) {
    for (auto const& circle : store::list_all(tx, organisation, programme))
        tell_circle(tx, organisation, circle.id, notice::circle_formed, base::any(circle.id), now);
}

void tell_of_date(db::Tx& tx, access::OrganisationId organisation, CircleDateId id, base::Instant now) {
    auto const date = store::find_date(tx, organisation, id);
    auto const telling = date ? store::insert_telling(tx, organisation, *date) : std::nullopt;
    if (!telling) return;
    auto const& kind = date->cancelled_at ? notice::circle_date_called_off : notice::circle_date_set;
    tell_circle(tx, organisation, date->circle_id, kind, base::any(*telling), now);
}

void recheck_circles(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& circle : store::list_open(tx, organisation)) {
        if (!store::is_new_finding(tx, organisation, circle, store::list_to_part(tx, organisation, circle))) continue;
        // A subject of its own: about the same one nobody is told twice.
        auto const finding = tx.make_id<base::AnyId>();
        for (auto const& person : store::list_coordinators(tx, organisation, circle))
            notice::tell(tx, organisation, person, notice::lines_met, finding, now);
    }
}

void call_off_circle_dates(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& date : store::list_of_closed(tx, organisation, now)) {
        auto const cancelled = cancel_date(date, date.version, now).value();
        save_and_record(tx, organisation, cancelled, kCircleDateCancelled, now);
    }
}

}  // namespace circle
