#include "care/monday_actions.hpp"

#include "care/monday_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/pairing.hpp"
#include "platform/i18n.hpp"
#include "platform/meta.hpp"
#include "programme/end_reminder_actions.hpp"

namespace care {

void tell_monday(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const week_on = pairing::monday_of(base::utc_day(now));
    for (auto const& monday : store::begin_mondays(tx, organisation, week_on))
        for (auto const& reader : monday.readers)
            notice::tell(tx, organisation, reader, notice::monday, base::any(monday.id), now);
}

std::vector<MondaySentence> sentences_for(db::Tx& tx, access::OrganisationId organisation,
                                          access::ProgrammeId programme, access::PersonId reader, base::Instant now) {
    return sentences_of(store::count_for_monday(tx, organisation, programme, reader, now),
                        programme::days_to_announcement(tx, organisation, programme, now));
}

std::string words_of_monday(db::Tx& tx, notice::Mail const& mail, base::Instant now) {
    auto const id = base::as<MondayId>(mail.subject_id.value_or(base::AnyId{}));
    auto const programme = store::find_programme_of_monday(tx, mail.organisation_id, id);
    if (!programme) return {};
    auto const sentences = sentences_for(tx, mail.organisation_id, *programme, mail.person_id, now);
    std::string words;
    for (auto const& sentence : sentences)
        words += i18n::ours().format(mail.language, "monday." + std::string(meta::name_of(sentence.kind)),
                                     {{"count", sentence.count}, {"of", sentence.of}}) +
                 "\n";
    if (!needs_somebody(sentences)) words += i18n::ours().format(mail.language, "monday.nothing");
    return words;
}

}  // namespace care
