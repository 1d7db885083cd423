#include "app/cli/table_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "base/text.hpp"
#include "platform/csv.hpp"

namespace app {

namespace {

base::Refusal file_unreadable(std::string const& path) {
    return {base::RefusalKind::not_found, "file_unreadable", path + ": cannot be read.", {}, {{"file", path}}};
}
base::Refusal file_unwritable(std::string const& path) {
    return {base::RefusalKind::unavailable, "file_unwritable", path + ": cannot be written.", {}, {{"file", path}}};
}
base::Refusal table_empty(std::string const& path) {
    return {base::RefusalKind::invalid, "table_empty", path + ": has no header.", {}, {{"file", path}}};
}
base::Refusal column_twice(std::string const& path, std::string const& column) {
    return {base::RefusalKind::invalid,
            "column_twice",
            path + ": the column \"" + column + "\" stands twice.",
            {},
            {{"file", path}, {"column", column}}};
}
base::Refusal row_has_wrong_width(std::string const& path, std::int32_t line, std::size_t cells, std::size_t columns) {
    return {base::RefusalKind::invalid,
            "row_has_wrong_width",
            fmt::format("{} line {}: {} cells, but the header has {}.", path, line, cells, columns),
            {},
            {{"file", path}, {"line", std::to_string(line)}}};
}

base::Result<std::vector<std::string>> read_header(csv::Reader& reader, std::string const& path) {
    TRY(header, reader.next());
    if (!header || header->is_blank) return table_empty(path);
    auto columns = header->cells;
    for (auto& column : columns) column = base::trim(column);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].empty() && std::count(columns.begin(), columns.end(), columns[i]) > 1)
            return column_twice(path, columns[i]);
    return columns;
}

}  // namespace

base::Result<std::string> read_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return file_unreadable(path);
    std::string octets{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) return file_unreadable(path);
    return octets;
}

base::Result<bool> write_file(std::string const& path, std::string const& octets) {
    std::ofstream file(path, std::ios::binary);
    if (!file || !(file << octets) || !file.flush()) return file_unwritable(path);
    return true;
}

base::Result<matching::Table> read_table(std::string const& path) {
    TRY(octets, read_file(path));
    return parse_table(path, octets);
}

base::Result<matching::Table> parse_table(std::string const& path, std::string const& octets) {
    auto const decoded = csv::decode(octets);
    csv::Reader reader(decoded.text, csv::find_separator(decoded.text));
    TRY(columns, read_header(reader, path));
    matching::Table table{path, std::move(columns), {}};
    for (;;) {
        TRY(row, reader.next());
        if (!row) return table;
        if (row->is_blank) continue;
        if (row->cells.size() != table.columns.size())
            return row_has_wrong_width(path, row->line, row->cells.size(), table.columns.size());
        table.rows.push_back({row->line, std::move(row->cells)});
    }
}

}  // namespace app
