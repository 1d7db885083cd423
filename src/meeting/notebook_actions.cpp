#include "meeting/notebook_actions.hpp"

#include <algorithm>

#include "access/hint.hpp"
#include "base/text.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/notebook_store.hpp"
#include "meeting/surprise_card.hpp"
#include "meeting/topic_card.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/enrolment_store.hpp"
#include "topic/exchange_store.hpp"
#include "topic/topic.hpp"

namespace meeting {
namespace {

store::Shelf shelf_of(Desk const& desk) {
    return {desk.keys, desk.place.party.organisation, desk.place.meeting.pairing_id, desk.place.meeting.id};
}

pairing::Stage stage_of(Desk const& desk) {
    return pairing::stage_of(desk.place.party.pairing);
}

base::Result<bool> record(db::Tx& tx, Desk const& desk, audit::Kind const& kind,
                          std::vector<access::PersonId> const& readers) {
    auto const organisation = desk.place.party.organisation;
    audit::record_private(tx, organisation, kind, desk.now);
    access::hint(tx, organisation, "meeting", base::any(desk.place.meeting.id), readers);
    return true;
}

std::vector<access::PersonId> both(Desk const& desk) {
    return {desk.place.party.pairing.mentor_id, desk.place.party.pairing.mentee_id};
}

std::optional<programme::Enrolment> enrolment_of(db::Tx& tx, Party const& party, Side side) {
    return programme::store::find_enrolment_of(
        tx, party.organisation, party.pairing.programme_id, party.pairing.person(side),
        side == Side::mentor ? programme::Side::mentor : programme::Side::mentee);
}

// Silent (rules 6): neither learns what the other leaves out, the card is another one.
std::vector<std::string> left_out(db::Tx& tx, Party const& party) {
    std::vector<std::string> subjects;
    for (auto side : {Side::mentor, Side::mentee}) {
        auto const enrolment = enrolment_of(tx, party, side);
        if (!enrolment) continue;
        auto const more = topic::store::load_will_not_discuss(tx, party.organisation, enrolment->id);
        subjects.insert(subjects.end(), more.begin(), more.end());
    }
    return subjects;
}

std::optional<std::string> card_of(db::Tx& tx, Desk const& desk, std::int32_t number, std::string const& language) {
    if (!has_surprise(number)) return std::nullopt;
    auto const& party = desk.place.party;
    auto const* card =
        draw_card(desk.keys, {party.organisation, party.pairing.id, number, left_out(tx, party)}, language);
    return card ? std::optional(card->text) : std::nullopt;
}

// What somebody keeps private and has said may be named (rules 6).
std::vector<std::string> named_topics(db::Tx& tx, Desk const& desk, Side side, topic::Way way) {
    auto const& party = desk.place.party;
    auto const enrolment = enrolment_of(tx, party, side);
    if (!enrolment) return {};
    std::vector<std::string> named;
    for (auto const& one : topic::store::load_topics(tx, party.organisation, enrolment->id, desk.keys).private_topics)
        if (one.may_be_named_on_my_card && one.way == way) named.push_back(one.topic);
    return named;
}

// What the one brings and the other wants, both ways; what is private only where both may be named with it.
std::vector<SharedTopic> shared_topics(db::Tx& tx, Desk const& desk) {
    auto const& party = desk.place.party;
    std::vector<SharedTopic> shared;
    for (auto giver : {Side::mentor, Side::mentee}) {
        for (auto const& key : pairing::store::topics_given(tx, party.organisation, party.pairing, giver))
            shared.push_back({key, giver});
        auto const wanted = named_topics(tx, desk, pairing::other(giver), topic::Way::want);
        for (auto const& key : named_topics(tx, desk, giver, topic::Way::bring))
            if (std::ranges::find(wanted, key) != wanted.end()) shared.push_back({key, giver});
    }
    return shared;
}

std::vector<TopicCardAnswer> cards_of(db::Tx& tx, Desk const& desk, std::int32_t number, std::string const& language) {
    std::vector<TopicCardAnswer> answers;
    for (auto const& one : cards_for(shared_topics(tx, desk), number, left_out(tx, desk.place.party))) {
        auto const* card = topic_cards(language).find(one.topic);
        auto const* topic = topic::catalogue(language).find(one.topic);
        if (card && topic)
            answers.push_back(
                {one.topic, topic->name, one.brought_by, card->bringing, card->wanting, card->first_step, card->care});
    }
    return answers;
}

TeachBackAnswer answer_of(TeachBack const& teach_back, std::string const& language) {
    auto const* topic = topic::catalogue(language).find(teach_back.topic);
    TeachBackAnswer answer{teach_back.topic, topic ? topic->name : teach_back.topic, teach_back.version, {}};
    std::int32_t number = 0;
    for (auto const& text : find_criteria(teach_back.topic, language)->criteria) {
        ++number;
        answer.criteria.push_back({text, std::ranges::binary_search(teach_back.mentee_ticked, number),
                                   std::ranges::binary_search(teach_back.mentor_ticked, number)});
    }
    return answer;
}

// What the one brings and the other wants, whether or not anything is ticked, then what else was ticked.
std::vector<TeachBack> teach_backs_of(db::Tx& tx, Desk const& desk) {
    auto const& party = desk.place.party;
    auto const written = store::list_teach_backs(tx, shelf_of(desk));
    std::vector<TeachBack> all;
    for (auto const& key : pairing::store::topics_given(tx, party.organisation, party.pairing, Side::mentor))
        if (find_criteria(key)) all.push_back({key, 0, {}, {}});
    for (auto const& one : written) {
        auto const given = std::ranges::find(all, one.topic, &TeachBack::topic);
        if (given == all.end()) {
            all.push_back(one);
        } else {
            *given = one;
        }
    }
    return all;
}

// A held or coming conversation has its number; one without a date would be the next.
std::int32_t number_of(std::vector<MeetingAnswer> const& answers, Desk const& desk) {
    std::int32_t next = desk.place.party.pairing.meetings_before + 1;
    for (auto const& answer : answers) {
        if (!answer.number) continue;
        if (answer.id == desk.place.meeting.id) return *answer.number;
        next = std::max(next, *answer.number + 1);
    }
    return next;
}

template <class Item, class Id>
Item* item_of(std::vector<Item>& items, Id id) {
    auto const found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

template <class Item>
std::int32_t next_position(std::vector<Item> const& items) {
    std::int32_t last = 0;
    for (auto const& item : items) last = std::max(last, item.position);
    return last + 1;
}

// Sent again because its answer was lost.
template <class Item>
bool is_said_again(Item const& before, Item after, std::int32_t version) {
    after.version = before.version;
    return version + 1 == before.version && before == after;
}

std::vector<Promise> promises_made_here(db::Tx& tx, Desk const& desk) {
    auto promises = store::list_promises(tx, shelf_of(desk));
    std::erase_if(promises, [&](Promise const& one) { return one.meeting_id != desk.place.meeting.id; });
    return promises;
}

}  // namespace

Notebook notebook_for(db::Tx& tx, Desk const& desk, std::string const& language) {
    auto const& [party, meeting] = desk.place;
    auto const shelf = shelf_of(desk);
    Notebook notebook;
    notebook.id = meeting.id;
    notebook.pairing_id = meeting.pairing_id;
    notebook.side = party.side;
    notebook.activity = meeting.activity;
    notebook.guide = meta::name_of(meeting.activity);
    if (meeting.activity == Activity::conversation) {
        auto const number = number_of(answers_for(tx, party, desk.now), desk);
        notebook.number = number;
        notebook.guide = guide_key(number);
        notebook.surprise_card = card_of(tx, desk, number, language);
        notebook.topic_cards = cards_of(tx, desk, number, language);
        if (number == 1 && party.side == Side::mentor && is_open(meeting)) notebook.rehearsal = rehearsal_in(language);
    }
    for (auto const& item : store::list_agenda(tx, shelf))
        notebook.agenda.push_back({item.id, item.version, item.lane, item.text});
    notebook.private_note = store::find_private_note(tx, shelf, party.side);
    notebook.shared_note = store::find_shared_note(tx, shelf);
    for (auto const& promise : store::list_promises(tx, shelf))
        notebook.promises.push_back({promise.id, promise.version, promise.meeting_id == meeting.id, promise.side,
                                     promise.text, promise.due_on, promise.is_done});
    for (auto const& one : teach_backs_of(tx, desk)) notebook.teach_backs.push_back(answer_of(one, language));
    notebook.may_plan = check_may_plan(meeting, stage_of(desk)).has_value();
    notebook.may_write = check_may_write(stage_of(desk)).has_value();
    return notebook;
}

base::Result<bool> put_item(db::Tx& tx, Desk const& desk, AgendaItemId id, AgendaItemWritten const& written) {
    TRY_VOID(check_may_plan(desk.place.meeting, stage_of(desk)));
    auto items = store::list_agenda(tx, shelf_of(desk));
    AgendaItem before{id, 0, next_position(items), written.lane, {}};
    if (auto const* found = item_of(items, id)) {
        before = *found;
    } else if (store::is_taken(tx, shelf_of(desk), id)) {
        return agenda_item_not_found();
    } else if (items.size() >= kMostItems) {
        return too_many_items();
    }
    auto const again = write_item(before, before.version, written.lane, written.text);
    if (again && is_said_again(before, *again, written.version)) return true;
    TRY(item, write_item(before, written.version, written.lane, written.text));
    store::save_item(tx, shelf_of(desk), item);
    return record(tx, desk, kAgendaWritten, both(desk));
}

base::Result<bool> remove_item(db::Tx& tx, Desk const& desk, AgendaItemId id) {
    TRY_VOID(check_may_plan(desk.place.meeting, stage_of(desk)));
    auto items = store::list_agenda(tx, shelf_of(desk));
    if (!item_of(items, id)) return true;
    store::remove_item(tx, shelf_of(desk), id);
    return record(tx, desk, kAgendaWritten, both(desk));
}

base::Result<bool> put_private_note(db::Tx& tx, Desk const& desk, NoteWritten const& written) {
    TRY_VOID(check_may_write(stage_of(desk)));
    auto const side = desk.place.party.side;
    auto const before = store::find_private_note(tx, shelf_of(desk), side);
    if (is_said_again(before, Note{0, base::trim(written.text)}, written.version)) return true;
    TRY(note, write_note(before, written.version, written.text));
    store::save_private_note(tx, shelf_of(desk), side, note);
    // One's own other tabs; the other does not even learn that there is one.
    return record(tx, desk, kPrivateNoteWritten, {desk.place.party.pairing.person(side)});
}

base::Result<bool> put_shared_note(db::Tx& tx, Desk const& desk, NoteWritten const& written) {
    TRY_VOID(check_may_write(stage_of(desk)));
    auto const before = store::find_shared_note(tx, shelf_of(desk));
    if (is_said_again(before, Note{0, base::trim(written.text)}, written.version)) return true;
    TRY(note, write_note(before, written.version, written.text));
    store::save_shared_note(tx, shelf_of(desk), note);
    return record(tx, desk, kSharedNoteWritten, both(desk));
}

base::Result<bool> put_promise(db::Tx& tx, Desk const& desk, PromiseId id, PromiseWritten const& written) {
    TRY_VOID(check_may_write(stage_of(desk)));
    auto promises = store::list_promises(tx, shelf_of(desk));
    auto const here = promises_made_here(tx, desk);
    Promise before{id, desk.place.meeting.id, 0, next_position(here), written.side, {}, {}, false};
    if (auto const* found = item_of(promises, id)) {
        before = *found;
    } else if (store::is_taken(tx, shelf_of(desk), id)) {
        return promise_not_found();
    } else if (here.size() >= kMostItems) {
        return too_many_items();
    }
    PromiseWords const words{written.side, written.text, written.due_on, written.is_done};
    auto const again = write_promise(before, before.version, words);
    if (again && is_said_again(before, *again, written.version)) return true;
    TRY(promise, write_promise(before, written.version, words));
    store::save_promise(tx, shelf_of(desk), promise);
    return record(tx, desk, kPromiseWritten, both(desk));
}

base::Result<bool> remove_promise(db::Tx& tx, Desk const& desk, PromiseId id) {
    TRY_VOID(check_may_write(stage_of(desk)));
    auto promises = store::list_promises(tx, shelf_of(desk));
    if (!item_of(promises, id)) return true;
    store::remove_promise(tx, shelf_of(desk), id);
    return record(tx, desk, kPromiseWritten, both(desk));
}

base::Result<bool> put_ticks(db::Tx& tx, Desk const& desk, std::string const& topic, Ticks const& ticks) {
    TRY_VOID(check_may_write(stage_of(desk)));
    if (!find_criteria(topic)) return topic_not_found();
    TeachBack before{topic, 0, {}, {}};
    for (auto const& one : store::list_teach_backs(tx, shelf_of(desk)))
        if (one.topic == topic) before = one;
    TRY(ticked, tick(before, desk.place.party.side, ticks.version, ticks.ticked));
    ticked.shown_on = shown_since(ticked, before, base::utc_day(desk.now));
    store::save_teach_back(tx, shelf_of(desk), ticked);
    return record(tx, desk, kTeachBackTicked, both(desk));
}

}  // namespace meeting
