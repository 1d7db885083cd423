#include "circle/circle_calendar.hpp"

#include "circle/circle_store.hpp"
#include "person/person_store.hpp"
#include "platform/i18n.hpp"

namespace circle {

meeting::CalendarEntry entry_of(std::string const& public_url, std::string const& language, CircleDate const& date,
                                base::Instant now) {
    meeting::CalendarEntry entry;
    entry.uid = "circle-" + date.id.text() + "@" + meeting::host_of(public_url);
    entry.sequence = date.version - 1;
    entry.stamped_at = now;
    entry.starts_at = date.starts_at;
    entry.minutes = date.minutes;
    entry.time_zone = date.time_zone;
    entry.title = i18n::ours().format(language, "mail.circle.title");
    entry.place = date.place;
    entry.is_cancelled = date.cancelled_at.has_value();
    entry.asks_for_answer = false;
    return entry;
}

std::vector<meeting::CalendarEntry> circle_diary_of(db::Tx& tx, std::string const& public_url,
                                                    OrganisationId organisation, PersonId person, base::Instant now) {
    auto const reader = person::store::find(tx, organisation, person);
    std::vector<meeting::CalendarEntry> entries;
    if (!reader) return entries;
    for (auto const& date : store::list_dates_of(tx, organisation, person, now - meeting::kLookBack))
        entries.push_back(entry_of(public_url, reader->language, date, now));
    return entries;
}

std::optional<meeting::CalendarNews> circle_calendar_news(db::Tx& tx, meeting::Envelope const& envelope,
                                                          OrganisationId organisation, std::string const& language,
                                                          TellingId telling, bool is_called_off, base::Instant now) {
    auto const date = store::find_told(tx, organisation, telling);
    if (!date) return std::nullopt;
    auto entry = entry_of(envelope.public_url, language, *date, now);
    if (is_called_off && !entry.is_cancelled) {
        // A later version of the date would not reach whoever was moved away.
        entry.is_cancelled = true;
        ++entry.sequence;
    }
    entry.organiser = envelope.house;
    entry.attendees = {envelope.recipient};
    auto const method = entry.is_cancelled ? meeting::Method::cancel : meeting::Method::request;
    return meeting::CalendarNews{method, meeting::write_calendar(method, {entry})};
}

bool is_mail_withheld(db::Tx& tx, OrganisationId organisation, TellingId telling, PersonId person, bool is_called_off) {
    auto const told = store::find_circle_told(tx, organisation, telling);
    auto const circle = told ? store::find(tx, organisation, *told) : std::nullopt;
    if (!circle) return true;
    auto const now_in = store::find_circle_of(tx, organisation, circle->programme_id, person);
    if (!now_in || (*now_in != circle->id && !is_called_off)) return true;
    return store::is_withheld(tx, organisation, *now_in, person);
}

}  // namespace circle
