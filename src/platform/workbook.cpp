#include "platform/workbook.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "platform/csv.hpp"

namespace workbook {

namespace {

constexpr std::size_t kLongestTitle = 31;   // what spreadsheets allow
constexpr std::size_t kLongestCell = 8000;  // octets; spreadsheets allow 32,767 characters
constexpr double kWidest = 60;
constexpr double kNarrowest = 12;

void check_written(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("XLSX: ") + lxw_strerror(error));
}

// Up to `most` octets, never half a character.
std::string shortened(std::string const& text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

// Without what a sheet may not be called by.
std::string sheet_name(std::string title) {
    std::replace_if(
        title.begin(), title.end(),
        [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, ' ');
    return shortened(title, kLongestTitle);
}

// The library writes to a path; this one leads to memory, so that nobody's name stands in a folder meanwhile.
class MemoryFile {
  public:
    MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;

    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    [[nodiscard]] std::string read() const {
        std::ifstream file(path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    int descriptor_;
};

class XlsxWriter {
  public:
    explicit XlsxWriter(Table const& table) {
        book_ = workbook_new(file_.path().c_str());
        if (book_ == nullptr) throw std::bad_alloc();
        sheet_ = workbook_add_worksheet(book_, sheet_name(table.title).c_str());
        if (sheet_ == nullptr) throw std::bad_alloc();
        lxw_doc_properties properties{};
        properties.created = static_cast<std::time_t>(table.made_at.microseconds / 1'000'000);
        check_written(workbook_set_properties(book_, &properties));
        heads_ = workbook_add_format(book_);
        format_set_bold(heads_);
        cells_ = workbook_add_format(book_);
        format_set_text_wrap(cells_);
        format_set_align(cells_, LXW_ALIGN_VERTICAL_TOP);
    }

    std::string write(Table const& table) {
        write_line(0, table.heads, heads_);
        lxw_row_t row = 1;
        for (auto const& cells : table.rows) write_line(row++, cells, cells_);
        for (std::size_t i = 0; i < table.heads.size(); ++i)
            check_written(worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                                               width_of(table, i), nullptr));
        worksheet_freeze_panes(sheet_, 1, 0);
        check_written(workbook_close(book_));
        return file_.read();
    }

  private:
    void write_line(lxw_row_t row, std::vector<std::string> const& cells, lxw_format* format) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            check_written(worksheet_write_string(sheet_, row, static_cast<lxw_col_t>(i),
                                                 shortened(cells[i], kLongestCell).c_str(), format));
    }
    static double width_of(Table const& table, std::size_t column) {
        auto widest = table.heads[column].size();
        for (auto const& cells : table.rows) widest = std::max(widest, cells[column].size());
        return std::clamp(static_cast<double>(widest) + 2, kNarrowest, kWidest);
    }

    MemoryFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* heads_ = nullptr;
    lxw_format* cells_ = nullptr;
};

std::string write_csv(Table const& table) {
    std::string text = "\xEF\xBB\xBF" + csv::write_row(table.heads);
    for (auto const& cells : table.rows) text += csv::write_row(cells);
    return text;
}

}  // namespace

std::string content_type(Format format) {
    return format == Format::csv ? "text/csv; charset=utf-8"
                                 : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::string write(Table const& table, Format format) {
    return format == Format::csv ? write_csv(table) : XlsxWriter(table).write(table);
}

}  // namespace workbook
