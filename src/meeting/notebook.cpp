#include "meeting/notebook.hpp"

#include "base/text.hpp"
#include "base/version.hpp"

namespace meeting {

base::Result<bool> check_may_write(pairing::Stage stage) {
    if (stage == pairing::Stage::paused) return true;
    return check_may_meet(stage);
}

base::Result<bool> check_may_plan(Meeting const& meeting, pairing::Stage stage) {
    TRY_VOID(check_may_write(stage));
    if (!is_open(meeting)) return meeting_over();
    return true;
}

base::Result<AgendaItem> write_item(AgendaItem item, std::int32_t version, Side lane, std::string const& text) {
    TRY_VOID(base::check_version("agenda item", version, item.version));
    item.text = base::trim(text);
    if (item.text.empty()) return base::invalid("/text", "required");
    item.lane = lane;
    ++item.version;
    return item;
}

base::Result<Note> write_note(Note note, std::int32_t version, std::string const& text) {
    TRY_VOID(base::check_version("note", version, note.version));
    note.text = base::trim(text);
    ++note.version;
    return note;
}

base::Result<Promise> write_promise(Promise promise, std::int32_t version, PromiseWords words) {
    TRY_VOID(base::check_version("promise", version, promise.version));
    promise.text = base::trim(words.text);
    if (promise.text.empty()) return base::invalid("/text", "required");
    promise.side = words.side;
    promise.due_on = words.due_on;
    promise.is_done = words.is_done;
    ++promise.version;
    return promise;
}

base::Refusal agenda_item_not_found() {
    return base::not_found("agenda item");
}
base::Refusal promise_not_found() {
    return base::not_found("promise");
}
base::Refusal too_many_items() {
    return base::conflict("too_many_items", "one meeting does not hold more", {{"most", std::to_string(kMostItems)}});
}

}  // namespace meeting
