#pragma once

#include "access/call.hpp"
#include "meeting/notebook_shapes.hpp"

namespace meeting {

base::Result<Guides> list_guides(access::Call& call);

// Each answers with the whole as it stands then.
base::Result<Notebook> show_notebook(access::Call& call);
base::Result<Notebook> put_agenda_item(access::Call& call, AgendaItemWritten const& written);
base::Result<Notebook> remove_agenda_item(access::Call& call);
base::Result<Notebook> put_private_note(access::Call& call, NoteWritten const& written);
base::Result<Notebook> put_shared_note(access::Call& call, NoteWritten const& written);
base::Result<Notebook> put_promise(access::Call& call, PromiseWritten const& written);
base::Result<Notebook> remove_promise(access::Call& call);
base::Result<Notebook> put_teach_back(access::Call& call, Ticks const& ticks);

}  // namespace meeting
