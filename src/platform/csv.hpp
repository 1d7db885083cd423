#pragma once
// Reads separated text as programs and people really write it: UTF-8 with or without a mark, UTF-16, Windows-1252;
// comma, semicolon, tab or bar; RFC 4180 quotes with line breaks inside; "sep=;" on the first line. Only the cells
// that are asked for are ever kept: all others are skipped while reading (rules 11).

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/result.hpp"

namespace csv {

enum class Encoding { utf8, utf16_little_endian, utf16_big_endian, windows_1252 };
BOOST_DESCRIBE_ENUM(Encoding, utf8, utf16_little_endian, utf16_big_endian, windows_1252)

struct Decoded {
    std::string text;  // valid UTF-8 without a mark; what could not be decoded is U+FFFD
    Encoding encoding;
};

// Octets that are not UTF-8 and show no UTF-16 pattern are read as Windows-1252, the superset of printable Latin-1.
Decoded decode(std::string_view octets);

// The separator that splits the first line with quotes respected; a comma when there is only one column.
char find_separator(std::string_view text);

struct Row {
    std::int32_t line = 0;           // 1-based line on which the row begins
    std::size_t cell_count = 0;      // of all cells, read or not
    bool is_blank = false;           // no cell holds anything but white space
    bool ends_blank = false;         // every cell from the position `width` on is blank
    std::vector<std::string> cells;  // the wanted ones, in the order asked for; "" where the row has none
};

class Reader {
  public:
    // `text` must outlive the reader.
    Reader(std::string_view text, char separator);

    // The next row with all of its cells, or `most` of them, the others only counted; none at the end. Refuses a quote
    // that is never closed, naming its line.
    base::Result<std::optional<Row>> next(std::size_t most = std::numeric_limits<std::size_t>::max());
    // The next row with the cells at `wanted` (ascending positions) only; `width` is the header's number of cells.
    base::Result<std::optional<Row>> next(std::span<std::size_t const> wanted, std::size_t width);

  private:
    enum class After { cell, row, unclosed };
    // Appends to `cell` unless it is null.
    After read_cell(std::string* cell, bool& is_blank);
    After read_quoted(std::string* cell, bool& is_blank);
    After read_plain(std::string* cell, bool& is_blank);
    void end_line();
    struct Wish {
        std::optional<std::span<std::size_t const>> wanted;
        std::size_t width = 0;
        std::size_t most = 0;
    };
    base::Result<std::optional<Row>> read_row(Wish const& wish);

    std::string_view text_;
    std::size_t at_ = 0;
    std::int32_t line_ = 1;
    char separator_;
};

base::Refusal unclosed_quote(std::int32_t line);

// One line of cells, each quoted where needed, ending in CR LF. A cell that a spreadsheet would run as a formula gets
// a leading apostrophe.
std::string write_row(std::span<std::string const> cells, char separator = ',');

}  // namespace csv
