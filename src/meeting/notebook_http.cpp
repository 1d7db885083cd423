#include "meeting/notebook_http.hpp"

#include "meeting/notebook_actions.hpp"

namespace meeting {
namespace {

base::Result<Place> notebook_place(access::Call& call) {
    TRY(id, call.id<MeetingId>("id"));
    auto place = find_place(call.tx, call.viewer, id);
    if (!place) return meeting_not_found();
    return *std::move(place);
}

// Does something at the desk, and answers with the notebook as it is then.
template <class Verb>
base::Result<Notebook> after(access::Call& call, Verb const& verb) {
    TRY(place, notebook_place(call));
    Desk const desk{call.tools.keys, place, call.now};
    TRY_VOID(verb(desk));
    return notebook_for(call.tx, desk, call.viewer.language);
}

}  // namespace

base::Result<Guides> list_guides(access::Call& call) {
    return Guides{guides_in(call.viewer.language)};
}

base::Result<Notebook> show_notebook(access::Call& call) {
    return after(call, [](Desk const&) -> base::Result<bool> { return true; });
}

base::Result<Notebook> put_agenda_item(access::Call& call, AgendaItemWritten const& written) {
    TRY(item, call.id<AgendaItemId>("item_id"));
    return after(call, [&](Desk const& desk) { return put_item(call.tx, desk, item, written); });
}

base::Result<Notebook> remove_agenda_item(access::Call& call) {
    TRY(item, call.id<AgendaItemId>("item_id"));
    return after(call, [&](Desk const& desk) { return remove_item(call.tx, desk, item); });
}

base::Result<Notebook> put_private_note(access::Call& call, NoteWritten const& written) {
    return after(call, [&](Desk const& desk) { return put_private_note(call.tx, desk, written); });
}

base::Result<Notebook> put_shared_note(access::Call& call, NoteWritten const& written) {
    return after(call, [&](Desk const& desk) { return put_shared_note(call.tx, desk, written); });
}

base::Result<Notebook> put_promise(access::Call& call, PromiseWritten const& written) {
    TRY(promise, call.id<PromiseId>("promise_id"));
    return after(call, [&](Desk const& desk) { return put_promise(call.tx, desk, promise, written); });
}

base::Result<Notebook> remove_promise(access::Call& call) {
    TRY(promise, call.id<PromiseId>("promise_id"));
    return after(call, [&](Desk const& desk) { return remove_promise(call.tx, desk, promise); });
}

base::Result<Notebook> put_teach_back(access::Call& call, Ticks const& ticks) {
    std::string const topic(call.parameter("topic"));
    return after(call, [&](Desk const& desk) { return put_ticks(call.tx, desk, topic, ticks); });
}

}  // namespace meeting
