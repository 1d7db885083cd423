#pragma once
// One table as a file that a spreadsheet opens: XLSX, or CSV. Every cell is text: nothing a cell holds is ever run as a
// formula (CSV: platform/csv.hpp).

#include <span>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/time.hpp"

namespace workbook {

enum class Format { xlsx, csv };
BOOST_DESCRIBE_ENUM(Format, xlsx, csv)

struct Table {
    std::string title;      // of the sheet; CSV has none
    base::Instant made_at;  // likewise: the same table is the same file for ever
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;  // each as long as the heads
};

// "text/csv; charset=utf-8" and the like.
std::string content_type(Format format);

// CSV begins with a byte order mark, without which spreadsheets take UTF-8 for something else. Throws when there is no
// memory for it.
std::string write(Table const& table, Format format);

}  // namespace workbook
