#include "record/pair_export_http.hpp"

#include <algorithm>

#include "meeting/meeting_store.hpp"
#include "meeting/notebook_store.hpp"
#include "message/attachment_store.hpp"
#include "message/thread_store.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/feedback_store.hpp"
#include "pairing/goal_store.hpp"
#include "pairing/pairing_store.hpp"
#include "platform/archive.hpp"
#include "platform/json.hpp"
#include "programme/called_store.hpp"
#include "record/pair_export.hpp"

namespace record {
namespace {

using pairing::Pairing;
using pairing::Side;

// One of the two, and what is theirs.
struct Reader {
    access::Call& call;
    Pairing const& pairing;
    access::OrganisationId organisation;
    crypto::Keys const& keys;
    Side side;
    std::vector<archive::File>* files = nullptr;  // where the files of the messages go, if anywhere
};

std::string name_of(Reader const& reader, Side side) {
    auto const person = pairing::store::find_partner(reader.call.tx, reader.organisation, reader.pairing.person(side));
    return person ? person->called_name.value_or(person->name) : std::string();
}

std::optional<ExportedAgreement> agreement_of(Reader const& reader) {
    auto const agreement =
        pairing::store::find_agreement(reader.call.tx, reader.keys, reader.organisation, reader.pairing.id);
    if (!agreement) return std::nullopt;
    return ExportedAgreement{agreement->cadence, agreement->channel, agreement->ends_on,
                             agreement->outcomes(reader.side), agreement->outcomes(pairing::other(reader.side))};
}

void add_goals_of(PairExport& file, Reader const& reader) {
    auto& tx = reader.call.tx;
    auto const id = reader.pairing.id;
    for (auto& goal : pairing::store::goals_of(tx, reader.keys, reader.organisation, id))
        file.goals.push_back({goal.side == reader.side, goal.text, goal.is_reached, goal.steps});
    auto const own = reader.pairing.person(reader.side);
    auto const partner = reader.pairing.person(pairing::other(reader.side));
    file.own_targets = pairing::store::targets_of(tx, reader.keys, reader.organisation, id, own);
    file.partner_targets = pairing::store::targets_of(tx, reader.keys, reader.organisation, id, partner);
    file.echo = pairing::store::echo_of(tx, reader.keys, reader.organisation, id, own);
}

void add_feedback_of(PairExport& file, Reader const& reader) {
    auto const own = reader.pairing.person(reader.side);
    for (auto& one : pairing::store::feedback_of(reader.call.tx, reader.keys, reader.organisation, reader.pairing.id)) {
        bool const is_own = one.author_id == own;
        file.feedback.push_back({is_own, one.written_on, one.words, one.looks_again_at.has_value(),
                                 is_own ? one.author_look : one.receiver_look,
                                 is_own ? one.receiver_look : one.author_look});
    }
    std::ranges::reverse(file.feedback);  // the store gives the latest first
}

// The files of an archive, those of the latest message first; the number makes each name one of its own.
class FileShelf {
  public:
    FileShelf(Reader const& reader, std::vector<archive::File>& files)
        : reader_(reader), files_(files), thread_{reader.pairing, reader.pairing.person(reader.side)} {}

    std::optional<std::string> put(message::AttachmentBrief const& brief) {
        auto const octets = static_cast<std::size_t>(brief.octets);
        if (octets_ + octets > kMostFileOctets) return std::nullopt;
        auto found =
            message::store::find_attachment(reader_.call.tx, reader_.keys, thread_, reader_.organisation, brief.id);
        if (!found) return std::nullopt;
        octets_ += octets;
        auto path = "files/" + std::to_string(files_.size() + 1) + "-" + brief.name;
        files_.push_back({path, std::move(found->content)});
        return path;
    }

  private:
    Reader const& reader_;
    std::vector<archive::File>& files_;
    message::Thread thread_;
    std::size_t octets_ = 0;
};

ExportedMeeting exported(Reader const& reader, meeting::Meeting const& meeting) {
    auto& tx = reader.call.tx;
    meeting::store::Shelf const shelf{reader.keys, reader.organisation, reader.pairing.id, meeting.id};
    ExportedMeeting one;
    one.state = meeting::state_of(meeting);
    one.time = meeting.time;
    one.minutes = meeting.minutes;
    one.place = meeting.place;
    for (auto const& item : meeting::store::list_agenda(tx, shelf))
        one.agenda.push_back({item.lane == reader.side, item.text});
    one.own_note = meeting::store::find_private_note(tx, shelf, reader.side).text;
    one.shared_note = meeting::store::find_shared_note(tx, shelf).text;
    for (auto const& promise : meeting::store::list_promises(tx, shelf))
        if (promise.meeting_id == meeting.id)
            one.promises.push_back({promise.side == reader.side, promise.text, promise.due_on, promise.is_done});
    return one;
}

base::Result<std::vector<ExportedMessage>> messages_of(Reader const& reader) {
    auto& tx = reader.call.tx;
    std::vector<ExportedMessage> messages;
    std::optional<FileShelf> shelf;
    if (reader.files) shelf.emplace(reader, *reader.files);
    message::MessagesQuery query;
    query.limit = page::kMostRows;
    do {
        TRY(rows, message::store::list_messages(tx, reader.keys, reader.organisation, reader.pairing.id, query));
        for (auto const& row : rows.items) {
            ExportedMessage one{row.person_id == reader.pairing.person(reader.side), row.written_at, row.text, {}};
            for (auto const& file : message::store::list_attachments(tx, reader.keys, reader.organisation, row.id))
                one.attachments.push_back({file.name, shelf ? shelf->put(file) : std::nullopt});
            messages.push_back(std::move(one));
        }
        query.cursor = rows.next_cursor;
    } while (query.cursor);
    std::ranges::reverse(messages);  // the store gives the newest first
    return messages;
}

base::Result<PairExport> export_for(Reader const& reader) {
    auto& call = reader.call;
    auto const& pairing = reader.pairing;
    PairExport file;
    file.made_at = call.now;
    file.programme =
        programme::store::find_called(call.tx, reader.organisation, pairing.programme_id, call.viewer.language).name;
    file.own_name = name_of(reader, reader.side);
    file.partner_name = name_of(reader, pairing::other(reader.side));
    file.started_at = pairing.started_at;
    file.ended_on = pairing.closed_on;
    file.agreement = agreement_of(reader);
    add_goals_of(file, reader);
    add_feedback_of(file, reader);
    for (auto const& meeting : meeting::store::list_of_pairing(call.tx, reader.organisation, pairing.id))
        file.meetings.push_back(exported(reader, meeting));
    TRY(messages, messages_of(reader));
    file.messages = std::move(messages);
    return file;
}

}  // namespace

base::Result<access::Document> download_pair_export(access::Call& call, PairExportQuery const& query) {
    TRY(id, call.id<pairing::PairingId>("id"));
    auto const pairing = pairing::store::find_mine(call.tx, call.viewer, id);
    if (!pairing) return pairing::pairing_not_found();
    auto const format = query.format.value_or(ExportFormat::html);
    std::vector<archive::File> files;
    TRY(file, export_for({call, *pairing, call.viewer.organisation, call.tools.keys,
                          *pairing->side_of(*call.viewer.person), format == ExportFormat::zip ? &files : nullptr}));
    call.headers.add("Content-Disposition",
                     "attachment; filename=\"my-pair." + std::string(meta::name_of(format)) + "\"");
    if (format == ExportFormat::json) return access::Document{"application/json", json::write(file)};
    auto page = as_page(file, call.viewer.language);
    if (format == ExportFormat::html) return access::Document{"text/html; charset=utf-8", std::move(page)};
    files.push_back({"my-pair.html", std::move(page)});
    files.push_back({"my-pair.json", json::write(file)});
    return access::Document{"application/zip", archive::write(files, call.now)};
}

}  // namespace record
