#include "voice/front_line_note.hpp"

#include "ballot/question_set.hpp"

namespace voice {

std::vector<NoteAction> allowed_actions(NoteState state) {
    if (state == NoteState::waiting) return {NoteAction::take_back};
    return {NoteAction::change, NoteAction::send, NoteAction::remove};
}

bool is_pair_of(pairing::Pairing const& pairing, ProgrammeId programme, PersonId author) {
    auto const stage = pairing::stage_of(pairing);
    bool const is_under_way = stage == pairing::Stage::started || stage == pairing::Stage::paused;
    return is_under_way && pairing.programme_id == programme && pairing.mentor_id == author;
}

bool may_go_out(std::size_t authors, std::size_t possible) {
    return authors >= kFewestAuthors && possible >= ballot::kFewestPeople;
}

base::Refusal note_not_found() {
    return base::not_found("front_line_note");
}
base::Refusal note_waits() {
    return base::conflict("note_waits", "one waits for Monday already; take it back to change it or to send another");
}
base::Refusal too_few_could_have_written() {
    return base::conflict("too_few_could_have_written",
                          "of fewer than eight people who could have written it, words point at somebody");
}

}  // namespace voice
