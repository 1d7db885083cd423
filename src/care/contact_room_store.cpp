#include "care/contact_room_store.hpp"

#include <algorithm>

#include "care/contact_link_store.hpp"
#include "message/confidential_contact_store.hpp"

namespace care::store {
namespace {

struct CountRow {
    ProgrammeId programme_id;
    std::int64_t people;
};
BOOST_DESCRIBE_STRUCT(CountRow, (), (programme_id, people))

struct NamedRow {
    PersonId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedRow, (), (id, name))

void add_substitutes(std::vector<Contact>& contacts) {
    auto const there = std::ranges::find_if(contacts, [](Contact const& one) { return !one.away_until_on; });
    if (there == contacts.end()) return;
    for (auto& contact : contacts)
        if (contact.away_until_on) contact.substitute = there->name;
}

}  // namespace

std::vector<Contact> list_contacts(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, base::Day today) {
    std::vector<Contact> contacts;
    for (auto const& one : message::store::list_contacts(tx, viewer, programme)) {
        auto const settings = find_settings(tx, viewer.organisation, one.id, today);
        contacts.push_back({one.id, one.name, find_contact_link(tx, viewer.organisation, one.id).has_value(),
                            settings.kept_months, settings.away_until_on, std::nullopt});
    }
    add_substitutes(contacts);
    return contacts;
}

bool is_contact_there(db::Tx& tx, OrganisationId organisation, Concern const& concern, base::Day today) {
    auto person = access::house(organisation);
    person.person = concern.person_id;
    auto const contacts = list_contacts(tx, person, concern.programme_id, today);
    return std::ranges::find(contacts, concern.contact_id, &Contact::id) != contacts.end();
}

std::vector<NamedContact> list_named_contacts(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    std::vector<NamedContact> contacts;
    for (auto const& one : tx.all<NamedRow>(R"(
             SELECT person.id, COALESCE(person.called_name, person.name) AS name FROM people person
             WHERE person.organisation_id = $1 AND person.is_active
               AND EXISTS (SELECT 1 FROM roles granted
                           WHERE granted.organisation_id = $1 AND granted.person_id = person.id
                             AND granted.role = 'confidential_contact'
                             AND (granted.programme_id IS NULL OR granted.programme_id = $2))
             ORDER BY person.name_folded, person.id)",
                                            organisation, programme))
        contacts.push_back({one.name, find_contact_link(tx, organisation, one.id).has_value()});
    return contacts;
}

RoomSettings find_settings(db::Tx& tx, OrganisationId organisation, PersonId contact, base::Day today) {
    return tx
        .one<RoomSettings>(R"(
            SELECT CASE WHEN away_until_on >= $3 THEN away_until_on END AS away_until_on, kept_months
            FROM contact_rooms WHERE organisation_id = $1 AND person_id = $2)",
                           organisation, contact, today)
        .value_or(RoomSettings{});
}

void save_settings(db::Tx& tx, Viewer const& viewer, RoomSettings const& settings) {
    tx.run(R"(
        INSERT INTO contact_rooms (organisation_id, person_id, away_until_on, kept_months) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, person_id)
        DO UPDATE SET away_until_on = excluded.away_until_on, kept_months = excluded.kept_months)",
           viewer.organisation, viewer.person, settings.away_until_on, settings.kept_months);
}

std::vector<CountedProgramme> count_people(db::Tx& tx, Viewer const& viewer, base::Day since) {
    std::vector<CountedProgramme> counted;
    for (auto const& row : tx.all<CountRow>(R"(
             SELECT programme_id, COUNT(DISTINCT person_id) AS people FROM concerns
             WHERE organisation_id = $1 AND contact_id = $2 AND raised_on >= $3
             GROUP BY programme_id ORDER BY programme_id)",
                                            viewer.organisation, viewer.person, since))
        counted.push_back({row.programme_id, row.people});
    return counted;
}

std::vector<PersonId> mark_told(db::Tx& tx, OrganisationId organisation, base::Day through) {
    auto const told = tx.values<PersonId>(R"(
        SELECT DISTINCT concern.contact_id FROM concerns concern
        JOIN concern_messages m ON m.organisation_id = concern.organisation_id AND m.concern_id = concern.id
         AND NOT m.is_contacts
        JOIN roles granted ON granted.organisation_id = concern.organisation_id
         AND granted.person_id = concern.contact_id AND granted.role = 'confidential_contact'
         AND (granted.programme_id IS NULL OR granted.programme_id = concern.programme_id)
        LEFT JOIN concern_readers reader ON reader.organisation_id = concern.organisation_id
         AND reader.concern_id = concern.id AND reader.is_contact
        LEFT JOIN contact_rooms room ON room.organisation_id = concern.organisation_id
         AND room.person_id = concern.contact_id
        WHERE concern.organisation_id = $1 AND m.position > COALESCE(reader.read_position, 0)
          AND m.written_on <= $2 AND m.written_on > COALESCE(room.told_through_on, '')
        ORDER BY concern.contact_id)",
                                          organisation, through);
    for (auto const& contact : told)
        tx.run(R"(
            INSERT INTO contact_rooms (organisation_id, person_id, kept_months, told_through_on) VALUES ($1, $2, $3, $4)
            ON CONFLICT (organisation_id, person_id) DO UPDATE SET told_through_on = excluded.told_through_on)",
               organisation, contact, kLongestKeptMonths, through);
    return told;
}

}  // namespace care::store
