#include "person/import_table.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "person/written_cell.hpp"

namespace person {

namespace {

// More, or longer, are the octets of something else: looking at them takes for ever and finds nobody.
constexpr std::size_t kMostColumns = 10'000;
constexpr std::size_t kLongestHeader = 2'000;
constexpr std::size_t kMostCellOctets = 10'000;

// The first row that says anything; empty when there is none.
base::Result<std::vector<std::string>> first_cells(csv::Reader& reader) {
    while (true) {
        TRY(row, reader.next(kMostColumns));
        if (!row) return std::vector<std::string>{};
        if (row->is_blank) continue;
        auto const is_long = [](std::string const& header) { return header.size() > kLongestHeader; };
        if (row->cell_count > kMostColumns || std::ranges::any_of(row->cells, is_long))
            return base::invalid("", "not_a_table");
        return std::move(row->cells);
    }
}

// Far too long for any field however it ends, and refused as such.
std::string bounded(std::string cell) {
    if (cell.size() <= kMostCellOctets) return cell;
    cell.resize(kMostCellOctets);
    while (!base::is_valid_utf8(cell)) cell.pop_back();
    return cell;
}

class TableReading {
  public:
    explicit TableReading(ColumnMapping const& mapping) : mapping_(mapping) {}

    base::Result<ImportTable> read(std::string_view octets) {
        auto decoded = csv::decode(octets);
        auto separator = csv::find_separator(decoded.text);
        csv::Reader reader(decoded.text, separator);
        TRY(headers, read_header(reader));
        TRY(columns, locate_columns(mapping_, headers));
        table_.columns = std::move(columns);
        auto& notes = table_.notes;
        notes.encoding = decoded.encoding;
        notes.separator = std::string(1, separator);
        notes.columns_in_file = static_cast<std::int32_t>(headers.size());
        notes.columns_read = static_cast<std::int32_t>(table_.columns.size());
        csv::Reader from_the_top(decoded.text, separator);
        TRY_VOID(read_rows(mapping_.has_header ? reader : from_the_top));
        look_at_the_whole();
        return std::move(table_);
    }

  private:
    base::Result<std::vector<std::string>> read_header(csv::Reader& reader) {
        TRY(headers, first_cells(reader));
        if (headers.empty()) return base::invalid("", "empty_file");
        while (headers.size() > 1 && base::trim(headers.back()).empty()) headers.pop_back();
        table_.width = headers.size();
        if (!mapping_.has_header) return headers;
        for (auto& header : headers) header = base::squeeze(header);
        table_.header_key = header_key(headers);
        std::set<NeverRead> kinds;
        for (auto const& header : headers)
            if (auto kind = never_read(header)) kinds.insert(*kind);
        table_.notes.never_read.assign(kinds.begin(), kinds.end());
        return headers;
    }

    base::Result<bool> read_rows(csv::Reader& reader) {
        std::vector<std::size_t> wanted;
        for (auto const& column : table_.columns) wanted.push_back(static_cast<std::size_t>(column.position));
        while (true) {
            TRY(row, reader.next(wanted, table_.width));
            if (!row) return true;
            if (row->is_blank) continue;
            if (table_.rows.size() == kMostImportRows) return base::invalid("", "too_many_rows");
            keep_row(std::move(*row));
        }
    }

    void keep_row(csv::Row row) {
        TableRow kept{row.line, row.cell_count, row.ends_blank, {}};
        for (auto& cell : row.cells)
            kept.cells.push_back(clean_cell(bounded(std::move(cell)), table_.notes.cells_trimmed));
        table_.rows.push_back(std::move(kept));
    }

    void look_at_the_whole() {
        auto const& rows = table_.rows;
        auto short_rows =
            std::count_if(rows.begin(), rows.end(), [&](auto const& row) { return row.cell_count < table_.width; });
        table_.cuts_rows_short = static_cast<std::size_t>(short_rows) * 10 > rows.size();
        if (table_.cuts_rows_short) table_.notes.cut_short_rows = static_cast<std::int32_t>(short_rows);
        auto numbers = std::count_if(rows.begin(), rows.end(), [&](auto const& row) {
            return is_number(table_.text_at(row, PersonField::manager_name).value_or(""));
        });
        table_.managers_are_numbers = static_cast<std::size_t>(numbers) * 2 > rows.size();
    }

    ColumnMapping const& mapping_;
    ImportTable table_;
};

}  // namespace

std::optional<std::string> ImportTable::text_at(TableRow const& row, PersonField field) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].field == field && !row.cells[i].empty()) return row.cells[i];
    return std::nullopt;
}

std::optional<std::string> ImportTable::header_of(PersonField field) const {
    for (auto const& column : columns)
        if (column.field == field) return column.header;
    return std::nullopt;
}

base::Result<std::vector<std::string>> read_headers(std::string_view octets) {
    auto decoded = csv::decode(octets);
    csv::Reader reader(decoded.text, csv::find_separator(decoded.text));
    TRY(headers, first_cells(reader));
    for (auto& header : headers) header = base::squeeze(header);
    return headers;
}

base::Result<ImportTable> read_table(std::string_view octets, ColumnMapping const& mapping) {
    return TableReading(mapping).read(octets);
}

}  // namespace person
