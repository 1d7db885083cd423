#pragma once
// The file of a pair, for one of its two.

#include <optional>

#include <boost/describe.hpp>

#include "access/call.hpp"

namespace record {

enum class ExportFormat {
    html,
    json,
    zip,  // both, and the files of the messages beside them
};
BOOST_DESCRIBE_ENUM(ExportFormat, html, json, zip)

struct PairExportQuery {
    std::optional<ExportFormat> format;  // html
};
BOOST_DESCRIBE_STRUCT(PairExportQuery, (), (format))

base::Result<access::Document> download_pair_export(access::Call& call, PairExportQuery const& query);

}  // namespace record
