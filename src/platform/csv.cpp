#include "platform/csv.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace csv {

namespace {

constexpr std::string_view kSeparators = ",;\t|";
constexpr std::string_view kSpecialLine = "sep=";

void append_utf8(std::string& text, std::uint32_t point) {
    auto put = [&](std::uint32_t octet) { text.push_back(static_cast<char>(static_cast<unsigned char>(octet))); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
        put(0xC0 | point >> 6);
    } else {
        if (point < 0x10000) {
            put(0xE0 | point >> 12);
        } else {
            put(0xF0 | point >> 18);
            put(0x80 | (point >> 12 & 0x3F));
        }
        put(0x80 | (point >> 6 & 0x3F));
    }
    put(0x80 | (point & 0x3F));
}

constexpr std::uint32_t kReplacement = 0xFFFD;

std::string from_utf16(std::string_view octets, bool big_endian) {
    auto unit = [&](std::size_t i) {
        auto first = static_cast<unsigned char>(octets[i]);
        auto second = static_cast<unsigned char>(octets[i + 1]);
        return big_endian ? std::uint32_t{first} << 8 | second : std::uint32_t{second} << 8 | first;
    };
    std::string text;
    text.reserve(octets.size() / 2);
    for (std::size_t i = 0; i + 1 < octets.size(); i += 2) {
        auto point = unit(i);
        auto is_high = point >= 0xD800 && point < 0xDC00;
        if (is_high && i + 3 < octets.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = kReplacement;
        }
        append_utf8(text, point);
    }
    return text;
}

// 0x80..0x9F; the five octets that Windows leaves open become U+FFFD.
constexpr std::array<std::uint16_t, 32> kWindowsHigh = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view octets) {
    std::string text;
    text.reserve(octets.size() + octets.size() / 8);
    for (auto octet : octets) {
        auto value = static_cast<unsigned char>(octet);
        append_utf8(text, value >= 0x80 && value < 0xA0 ? kWindowsHigh.at(value - 0x80U) : value);
    }
    return text;
}

// Without a mark UTF-16 shows itself by zero octets: nearly every Latin letter has one, and text has none otherwise.
std::optional<Encoding> unmarked_utf16(std::string_view octets) {
    auto sample = octets.substr(0, 512);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) zeros.at(i % 2) += sample[i] == '\0' ? 1U : 0U;
    if (zeros[1] * 4 > sample.size()) return Encoding::utf16_little_endian;
    if (zeros[0] * 4 > sample.size()) return Encoding::utf16_big_endian;
    return std::nullopt;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool starts_formula(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

}  // namespace

Decoded decode(std::string_view octets) {
    if (octets.starts_with("\xEF\xBB\xBF")) octets.remove_prefix(3);
    if (octets.starts_with("\xFF\xFE")) return {from_utf16(octets.substr(2), false), Encoding::utf16_little_endian};
    if (octets.starts_with("\xFE\xFF")) return {from_utf16(octets.substr(2), true), Encoding::utf16_big_endian};
    if (auto found = unmarked_utf16(octets)) return {from_utf16(octets, *found == Encoding::utf16_big_endian), *found};
    if (base::is_valid_utf8(octets)) return {std::string(octets), Encoding::utf8};
    return {from_windows_1252(octets), Encoding::windows_1252};
}

char find_separator(std::string_view text) {
    if (text.starts_with(kSpecialLine) && text.size() > kSpecialLine.size()) return text[kSpecialLine.size()];
    std::array<std::size_t, 4> counts{};
    bool quoted = false;
    for (auto c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        auto place = kSeparators.find(c);
        if (place != std::string_view::npos) ++counts.at(place);
        // An empty first line decides nothing.
        if (c == '\n' && *std::max_element(counts.begin(), counts.end()) > 0) break;
    }
    // A tab stands in no header by accident; among the others the most frequent wins.
    if (counts[2] > 0) return '\t';
    auto best = std::max_element(counts.begin(), counts.end());
    return *best == 0 ? ',' : kSeparators[static_cast<std::size_t>(best - counts.begin())];
}

Reader::Reader(std::string_view text, char separator) : text_(text), separator_(separator) {
    if (!text_.starts_with(kSpecialLine)) return;
    auto end = text_.find('\n');
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    line_ = 2;
}

base::Result<std::optional<Row>> Reader::next(std::size_t most) {
    return read_row({.wanted = {}, .width = 0, .most = most});
}

base::Result<std::optional<Row>> Reader::next(std::span<std::size_t const> wanted, std::size_t width) {
    return read_row({.wanted = wanted, .width = width, .most = wanted.size()});
}

base::Result<std::optional<Row>> Reader::read_row(Wish const& wish) {
    auto const& wanted = wish.wanted;
    if (at_ >= text_.size()) return std::optional<Row>{};
    Row row{.line = line_, .cell_count = 0, .is_blank = true, .ends_blank = true, .cells = {}};
    if (wanted) row.cells.resize(wanted->size());
    std::size_t upcoming = 0;
    auto after = After::cell;
    while (after == After::cell) {
        std::string* cell = nullptr;
        if (!wanted) {
            cell = row.cells.size() < wish.most ? &row.cells.emplace_back() : nullptr;
        } else if (upcoming < wanted->size() && (*wanted)[upcoming] == row.cell_count) {
            cell = &row.cells[upcoming++];
        }
        bool is_blank = true;
        after = read_cell(cell, is_blank);
        if (after == After::unclosed) return unclosed_quote(row.line);
        row.is_blank = row.is_blank && is_blank;
        if (row.cell_count >= wish.width) row.ends_blank = row.ends_blank && is_blank;
        ++row.cell_count;
    }
    return std::optional<Row>{std::move(row)};
}

Reader::After Reader::read_cell(std::string* cell, bool& is_blank) {
    auto begin = at_;
    while (begin < text_.size() && text_[begin] == ' ' && separator_ != ' ') ++begin;
    if (begin < text_.size() && text_[begin] == '"') {
        at_ = begin + 1;
        return read_quoted(cell, is_blank);
    }
    return read_plain(cell, is_blank);
}

Reader::After Reader::read_quoted(std::string* cell, bool& is_blank) {
    for (; at_ < text_.size(); ++at_) {
        auto c = text_[at_];
        if (c == '"') {
            if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                ++at_;
                return read_plain(cell, is_blank);
            }
            ++at_;
        }
        if (c == '\n') ++line_;
        if (!is_space(c)) is_blank = false;
        if (cell != nullptr) cell->push_back(c);
    }
    return After::unclosed;
}

Reader::After Reader::read_plain(std::string* cell, bool& is_blank) {
    for (; at_ < text_.size(); ++at_) {
        auto c = text_[at_];
        if (c == separator_) {
            ++at_;
            return After::cell;
        }
        if (c == '\n' || c == '\r') {
            end_line();
            return After::row;
        }
        if (!is_space(c)) is_blank = false;
        if (cell != nullptr) cell->push_back(c);
    }
    return After::row;
}

void Reader::end_line() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

base::Refusal unclosed_quote(std::int32_t line) {
    return {base::RefusalKind::invalid,
            "unclosed_quote",
            "a quote is opened and never closed",
            {},
            {{"line", std::to_string(line)}}};
}

std::string write_row(std::span<std::string const> cells, char separator) {
    std::string line;
    for (auto const& cell : cells) {
        if (&cell != cells.data()) line.push_back(separator);
        auto text = starts_formula(cell) ? "'" + cell : cell;
        auto needs_quotes = text.find_first_of("\"\r\n") != std::string::npos ||
                            text.find(separator) != std::string::npos || text != base::trim(text);
        if (!needs_quotes) {
            line += text;
            continue;
        }
        line.push_back('"');
        for (auto c : text) {
            if (c == '"') line.push_back('"');
            line.push_back(c);
        }
        line.push_back('"');
    }
    return line + "\r\n";
}

}  // namespace csv
