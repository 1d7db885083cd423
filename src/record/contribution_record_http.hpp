#pragma once
// Endpoints of the contribution record, for its owner alone.

#include <optional>

#include "access/call.hpp"
#include "platform/workbook.hpp"
#include "record/contribution_record.hpp"

namespace record {

struct ContributionFileQuery {
    std::optional<workbook::Format> format;  // csv
};
BOOST_DESCRIBE_STRUCT(ContributionFileQuery, (), (format))

base::Result<ContributionRecord> show_contribution_record(access::Call& call);
base::Result<access::Document> download_contribution_record(access::Call& call, ContributionFileQuery const& query);

}  // namespace record
