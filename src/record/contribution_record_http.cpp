#include "record/contribution_record_http.hpp"

#include "pairing/agreement_store.hpp"
#include "pairing/pairing_store.hpp"
#include "platform/i18n.hpp"
#include "programme/called_store.hpp"
#include "record/contribution_record_store.hpp"
#include "topic/topic.hpp"

namespace record {
namespace {

ContributionRecord record_of(access::Call& call) {
    auto const organisation = call.viewer.organisation;
    auto const name_of = [&](base::AnyId programme) {
        return programme::store::find_called(call.tx, organisation, base::as<access::ProgrammeId>(programme),
                                             call.viewer.language)
            .name;
    };
    auto const topics_of = [&](base::AnyId id) {
        std::vector<std::string> topics;
        auto const pairing = pairing::store::find(call.tx, organisation, base::as<pairing::PairingId>(id)).value();
        for (auto const& key : pairing::store::topics_given(call.tx, organisation, pairing, pairing::Side::mentor))
            if (auto const* topic = topic::catalogue(call.viewer.language).find(key)) topics.push_back(topic->name);
        return topics;
    };
    auto const own = pairing::store::find_partner(call.tx, organisation, *call.viewer.person).value();
    return sum_up(own.called_name.value_or(own.name), store::list_held(call.tx, call.viewer), name_of, topics_of);
}

std::string said(access::Call& call, std::string const& key) {
    return i18n::ours().format(call.viewer.language, key, {});
}

}  // namespace

base::Result<ContributionRecord> show_contribution_record(access::Call& call) {
    return record_of(call);
}

base::Result<access::Document> download_contribution_record(access::Call& call, ContributionFileQuery const& query) {
    auto const record = record_of(call);
    auto const format = query.format.value_or(workbook::Format::csv);
    workbook::Table table;
    table.title = said(call, "record.title");
    table.made_at = call.now;
    table.heads = {said(call, "record.day"), said(call, "record.minutes"), said(call, "record.programme")};
    for (auto const& line : record.lines)
        table.rows.push_back({base::to_text(line.held_on), std::to_string(line.minutes), line.programme});
    call.headers.add("Content-Disposition",
                     "attachment; filename=\"my-record." + std::string(meta::name_of(format)) + "\"");
    return access::Document{workbook::content_type(format), workbook::write(table, format)};
}

}  // namespace record
