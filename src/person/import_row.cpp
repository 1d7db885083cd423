#include "person/import_row.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "person/person.hpp"
#include "platform/zone.hpp"

namespace person {

namespace {

constexpr std::size_t kLongestCell = 300;

// What programs write for "nothing".
bool means_nothing(std::string_view folded) {
    static std::set<std::string, std::less<>> const words = {"-",    "--",  "n/a",     "na",    "#n/a",    "null",
                                                             "none", "nil", "(blank)", "#ref!", "#value!", "?"};
    return words.contains(folded);
}

struct RawRow {
    csv::Row row;
    std::vector<std::string> cells;  // cleaned
};

// Control characters become spaces; every run of white space becomes one space.
std::string clean(std::string text, std::int32_t& trimmed) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    auto squeezed = base::squeeze(text);
    if (squeezed != text) ++trimmed;
    if (squeezed.size() <= 8 && means_nothing(base::fold(squeezed))) return {};
    return squeezed;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "Grade 7", "L5" and "7.0" are 7, 5 and 7.
std::optional<std::int32_t> level_number(std::string_view text) {
    auto begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) return std::nullopt;
    std::int32_t number = 0;
    auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), number);
    auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (rest.starts_with(".0") || rest.starts_with(",0")) rest.remove_prefix(2);
    if (error != std::errc{} || number > 100 || rest.find_first_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return number;
}

// "Trainee", "Grade 7", "L5"; a bare "7" says nothing to whoever reads it on a card (rules D19).
bool is_level_word(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

std::optional<std::string> language_of(std::string_view text) {
    static std::map<std::string, std::string, std::less<>> const words = {
        {"english", "en"}, {"englisch", "en"},    {"anglais", "en"},  {"ingles", "en"},
        {"german", "de"},  {"deutsch", "de"},     {"allemand", "de"}, {"aleman", "de"},
        {"french", "fr"},  {"franzosisch", "fr"}, {"francais", "fr"}, {"frances", "fr"},
        {"spanish", "es"}, {"spanisch", "es"},    {"espagnol", "es"}, {"espanol", "es"}};
    auto letters = base::plain_letters(text);
    if (auto found = words.find(letters); found != words.end()) return found->second;
    auto tag = letters.substr(0, letters.find_first_of("-_"));
    for (std::string_view known : {"en", "de", "fr", "es"})
        if (tag == known) return tag;
    return std::nullopt;
}

// Reads one file: first all rows as cleaned cells, then what they say.
class ImportReading {
  public:
    ImportReading(ColumnMapping const& mapping, base::Day today) : mapping_(mapping), today_(today) {
        for (auto const& word : mapping.level_words) levels_by_word_[base::fold(word.word)] = word.level;
    }

    base::Result<ImportFile> read(std::string_view octets);

  private:
    base::Result<std::vector<std::string>> read_header(csv::Reader& reader);
    base::Result<bool> read_rows(csv::Reader& reader);
    void keep_row(csv::Row row);
    std::vector<base::FieldError> open_questions() const;
    std::optional<base::FieldError> day_question() const;
    void interpret(RawRow const& raw);
    std::optional<Problem> why_unreadable(RawRow const& raw) const;
    Problem shifted(RawRow const& raw) const;
    std::size_t count_misfits(RawRow const& raw) const;
    bool fits(PersonField field, std::string const& cell) const;
    void take_cells(RawRow const& raw, ImportCells& cells);
    void take_name(RawRow const& raw, ImportCells& cells);
    void take_days(RawRow const& raw, ImportCells& cells);
    void take_level(RawRow const& raw, ImportCells& cells);
    void take_email(RawRow const& raw, ImportCells& cells);
    std::optional<base::Day> take_day(RawRow const& raw, PersonField field);
    std::optional<std::string> text_at(RawRow const& raw, PersonField field) const;
    void repaired(RawRow const& raw, PersonField field, ProblemReason reason);
    std::optional<std::string> header_of(PersonField field) const;
    bool has(PersonField field) const { return header_of(field).has_value(); }

    ColumnMapping const& mapping_;
    base::Day today_;
    std::map<std::string, std::int32_t> levels_by_word_;
    std::map<std::string, std::int32_t> unknown_words_;
    std::vector<MappedColumn> columns_;
    std::vector<std::size_t> wanted_;
    std::size_t width_ = 0;
    std::vector<RawRow> raw_;
    bool cuts_rows_short_ = false;
    bool managers_are_numbers_ = false;
    ImportFile file_;
};

base::Result<ImportFile> ImportReading::read(std::string_view octets) {
    auto decoded = csv::decode(octets);
    auto separator = csv::find_separator(decoded.text);
    csv::Reader reader(decoded.text, separator);
    TRY(headers, read_header(reader));
    TRY(columns, locate_columns(mapping_, headers));
    columns_ = std::move(columns);
    for (auto const& column : columns_) wanted_.push_back(static_cast<std::size_t>(column.position));
    file_.notes.encoding = decoded.encoding;
    file_.notes.separator = std::string(1, separator);
    file_.notes.columns_in_file = static_cast<std::int32_t>(headers.size());
    file_.notes.columns_read = static_cast<std::int32_t>(columns_.size());
    if (!mapping_.has_header) {
        csv::Reader again(decoded.text, separator);
        TRY_VOID(read_rows(again));
    } else {
        TRY_VOID(read_rows(reader));
    }
    if (auto questions = open_questions(); !questions.empty()) return base::invalid(std::move(questions));
    for (auto const& raw : raw_) interpret(raw);
    for (auto const& [word, people] : unknown_words_) file_.notes.unknown_level_words.push_back({word, people});
    return std::move(file_);
}

base::Result<std::vector<std::string>> ImportReading::read_header(csv::Reader& reader) {
    while (true) {
        TRY(row, reader.next());
        if (!row) return base::invalid("", "empty_file");
        if (row->is_blank) continue;
        auto headers = std::move(row->cells);
        while (headers.size() > 1 && base::trim(headers.back()).empty()) headers.pop_back();
        width_ = headers.size();
        if (!mapping_.has_header) return headers;
        for (auto& header : headers) header = base::squeeze(header);
        file_.header_key = header_key(headers);
        std::set<NeverRead> kinds;
        for (auto const& header : headers)
            if (auto kind = never_read(header)) kinds.insert(*kind);
        file_.notes.never_read.assign(kinds.begin(), kinds.end());
        return headers;
    }
}

base::Result<bool> ImportReading::read_rows(csv::Reader& reader) {
    while (true) {
        TRY(row, reader.next(wanted_, width_));
        if (!row) break;
        if (row->is_blank) continue;
        if (raw_.size() == kMostImportRows) return base::invalid("", "too_many_rows");
        keep_row(std::move(*row));
    }
    auto short_rows =
        std::count_if(raw_.begin(), raw_.end(), [&](auto const& raw) { return raw.row.cell_count < width_; });
    cuts_rows_short_ = static_cast<std::size_t>(short_rows) * 10 > raw_.size();
    if (cuts_rows_short_) file_.notes.cut_short_rows = static_cast<std::int32_t>(short_rows);
    auto numbers = std::count_if(raw_.begin(), raw_.end(), [&](auto const& raw) {
        return is_number(text_at(raw, PersonField::manager_name).value_or(""));
    });
    managers_are_numbers_ = static_cast<std::size_t>(numbers) * 2 > raw_.size();
    return true;
}

void ImportReading::keep_row(csv::Row row) {
    RawRow raw{std::move(row), {}};
    for (auto& cell : raw.row.cells) raw.cells.push_back(clean(std::move(cell), file_.notes.cells_trimmed));
    raw.row.cells.clear();
    raw_.push_back(std::move(raw));
}

std::vector<base::FieldError> ImportReading::open_questions() const {
    std::vector<base::FieldError> questions;
    if (auto question = day_question()) questions.push_back(std::move(*question));
    auto tells_apart = has(PersonField::external_id) || has(PersonField::email) || mapping_.email_pattern;
    if (!tells_apart && !mapping_.recognise_by_name) questions.push_back({"/recognise_by_name", "needed", {}});
    return questions;
}

std::optional<base::FieldError> ImportReading::day_question() const {
    if (mapping_.day_order) return std::nullopt;
    std::optional<base::FieldError> question;
    bool some_month_first = false;
    bool some_day_first = false;
    for (auto const& raw : raw_) {
        for (auto field : {PersonField::hired_on, PersonField::left_on}) {
            auto text = text_at(raw, field);
            auto written = text ? read_written_day(*text, today_) : std::nullopt;
            if (!written) continue;
            some_month_first = some_month_first || !written->day_first;
            some_day_first = some_day_first || !written->month_first;
            if (question || !written->is_open()) continue;
            question = base::FieldError{"/day_order",
                                        "needed",
                                        {{"column", *header_of(field)},
                                         {"line", std::to_string(raw.row.line)},
                                         {"value", *text},
                                         {"day_first", base::to_text(*written->day_first)},
                                         {"month_first", base::to_text(*written->month_first)}}};
        }
    }
    if (question && some_month_first != some_day_first)
        question->params["proposed"] = some_month_first ? "month_first" : "day_first";
    return question;
}

void ImportReading::interpret(RawRow const& raw) {
    ImportRow row{.line = raw.row.line, .is_refused = false, .cells = {}};
    if (auto problem = why_unreadable(raw)) {
        file_.problems.push_back(std::move(*problem));
        row.is_refused = true;
    } else {
        take_cells(raw, row.cells);
    }
    file_.rows.push_back(std::move(row));
}

std::optional<Problem> ImportReading::why_unreadable(RawRow const& raw) const {
    auto refused = [&](std::optional<PersonField> field, ProblemReason reason) {
        Problem problem{.line = raw.row.line, .column_name = {}, .value = {}, .reason = reason, .is_repaired = false};
        if (field) problem.column_name = header_of(*field);
        if (field) problem.value = text_at(raw, *field);
        return problem;
    };
    if (raw.row.cell_count > width_ && !raw.row.ends_blank) return refused({}, ProblemReason::too_many_cells);
    auto is_short = raw.row.cell_count < width_ && !cuts_rows_short_;
    auto names_a_number = [&](PersonField field) { return !fits(field, text_at(raw, field).value_or("")); };
    if (is_short || count_misfits(raw) > 1 || names_a_number(PersonField::name) ||
        names_a_number(PersonField::manager_name))
        return shifted(raw);
    auto names = {PersonField::name, PersonField::given_name, PersonField::family_name};
    if (std::none_of(names.begin(), names.end(), [&](auto field) { return text_at(raw, field); }))
        return refused(has(PersonField::name) ? PersonField::name : PersonField::family_name,
                       ProblemReason::name_missing);
    for (auto const& column : columns_) {
        if (text_at(raw, column.field).value_or("").size() <= kLongestCell) continue;
        auto problem = refused(column.field, ProblemReason::too_long);
        problem.value.reset();
        return problem;
    }
    return std::nullopt;
}

// Names the cell that shows it: a number among names first, then the first that cannot be what its column says.
Problem ImportReading::shifted(RawRow const& raw) const {
    Problem problem{
        .line = raw.row.line, .column_name = {}, .value = {}, .reason = ProblemReason::shifted, .is_repaired = false};
    std::vector<PersonField> fields{PersonField::manager_name, PersonField::name};
    for (auto const& column : columns_) fields.push_back(column.field);
    for (auto field : fields) {
        auto text = text_at(raw, field);
        if (!text || fits(field, *text)) continue;
        problem.column_name = header_of(field);
        problem.value = text;
        break;
    }
    return problem;
}

std::size_t ImportReading::count_misfits(RawRow const& raw) const {
    return static_cast<std::size_t>(std::count_if(columns_.begin(), columns_.end(), [&](auto const& column) {
        auto text = text_at(raw, column.field);
        return text && !fits(column.field, *text);
    }));
}

bool ImportReading::fits(PersonField field, std::string const& cell) const {
    switch (field) {
        case PersonField::hired_on:
        case PersonField::left_on:
            return cell.empty() || read_written_day(cell, today_);
        case PersonField::email:
        case PersonField::manager_email:
            return cell.empty() || read_email(cell);
        case PersonField::manager_name:
            return managers_are_numbers_ || !is_number(cell);
        case PersonField::name:
            return !is_number(cell);
        default:
            return true;
    }
}

void ImportReading::take_cells(RawRow const& raw, ImportCells& cells) {
    take_name(raw, cells);
    cells.external_id = text_at(raw, PersonField::external_id);
    cells.called_name = text_at(raw, PersonField::called_name);
    cells.pronouns = text_at(raw, PersonField::pronouns);
    cells.department = text_at(raw, PersonField::department);
    cells.site = text_at(raw, PersonField::site);
    cells.job_title = text_at(raw, PersonField::job_title);
    cells.manager_id = text_at(raw, PersonField::manager_id);
    if (auto manager = text_at(raw, PersonField::manager_name)) {
        // A number in the name column of a whole file is an id.
        if (managers_are_numbers_ && !cells.manager_id)
            cells.manager_id = manager;
        else
            cells.manager_name = speak(*manager).whole;
    }
    if (auto manager = text_at(raw, PersonField::manager_email)) cells.manager_email = read_email(*manager);
    take_email(raw, cells);
    take_level(raw, cells);
    take_days(raw, cells);
    if (auto zone = text_at(raw, PersonField::time_zone)) {
        if (zone::is_known(*zone))
            cells.time_zone = zone;
        else
            repaired(raw, PersonField::time_zone, ProblemReason::time_zone_unknown);
    }
    if (auto language = text_at(raw, PersonField::language)) {
        cells.language = language_of(*language);
        if (!cells.language) repaired(raw, PersonField::language, ProblemReason::language_unknown);
    }
}

void ImportReading::take_name(RawRow const& raw, ImportCells& cells) {
    auto whole = text_at(raw, PersonField::name);
    auto given = text_at(raw, PersonField::given_name);
    auto family = text_at(raw, PersonField::family_name);
    auto name = whole ? speak(*whole) : speak(given.value_or(""), family.value_or(""));
    if (whole && given) name.given = *given;
    if (whole && family) name.family = *family;
    if (name.was_turned) ++file_.notes.names_turned;
    cells.name = name.whole;
    cells.given = name.given;
    cells.family = name.family;
    if (auto wished = text_at(raw, PersonField::sign_in_name)) {
        cells.sign_in_name = read_sign_in_name(*wished);
        if (!cells.sign_in_name) repaired(raw, PersonField::sign_in_name, ProblemReason::sign_in_name_unusable);
    }
}

void ImportReading::take_email(RawRow const& raw, ImportCells& cells) {
    if (auto text = text_at(raw, PersonField::email)) {
        cells.email = read_email(*text);
        if (!cells.email) repaired(raw, PersonField::email, ProblemReason::email_unreadable);
    } else if (mapping_.email_pattern) {
        cells.email = EmailPattern::parse(*mapping_.email_pattern)->apply({cells.name, cells.given, cells.family});
    }
}

void ImportReading::take_level(RawRow const& raw, ImportCells& cells) {
    auto source = mapping_.level_source;
    if (source == LevelSource::none) return;
    auto field = source == LevelSource::job_titles ? PersonField::job_title : PersonField::level;
    auto text = text_at(raw, field);
    if (!text) return;
    if (source == LevelSource::words || source == LevelSource::job_titles) {
        auto found = levels_by_word_.find(base::fold(*text));
        if (found != levels_by_word_.end()) cells.level = found->second;
    } else if (auto number = level_number(*text)) {
        // Kept rising inside: level 1 of a falling scale stands above level 2.
        cells.level = source == LevelSource::falling_number ? 100 - *number : *number;
    }
    if (!cells.level) {
        ++unknown_words_[*text];
        repaired(raw, field, ProblemReason::level_unknown);
    } else if (source != LevelSource::job_titles && is_level_word(*text)) {
        file_.level_names.try_emplace(*cells.level, *text);
    }
}

void ImportReading::take_days(RawRow const& raw, ImportCells& cells) {
    cells.hired_on = take_day(raw, PersonField::hired_on);
    cells.left_on = take_day(raw, PersonField::left_on);
    if (!cells.hired_on || !cells.left_on || *cells.left_on >= *cells.hired_on) return;
    repaired(raw, PersonField::left_on, ProblemReason::left_before_hired);
    cells.left_on.reset();
}

std::optional<base::Day> ImportReading::take_day(RawRow const& raw, PersonField field) {
    auto text = text_at(raw, field);
    if (!text) return std::nullopt;
    auto written = read_written_day(*text, today_);
    // Nothing is open in this file when no order was given.
    auto day = written ? written->read(mapping_.day_order.value_or(written->day_first ? DayOrder::day_first
                                                                                      : DayOrder::month_first))
                       : std::nullopt;
    if (!day)
        repaired(raw, field, ProblemReason::day_unreadable);
    else if (written->has_two_digit_year)
        ++file_.notes.two_digit_years;
    return day;
}

std::optional<std::string> ImportReading::text_at(RawRow const& raw, PersonField field) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].field == field && !raw.cells[i].empty()) return raw.cells[i];
    return std::nullopt;
}

void ImportReading::repaired(RawRow const& raw, PersonField field, ProblemReason reason) {
    file_.problems.push_back({.line = raw.row.line,
                              .column_name = header_of(field),
                              .value = text_at(raw, field),
                              .reason = reason,
                              .is_repaired = true});
}

std::optional<std::string> ImportReading::header_of(PersonField field) const {
    for (auto const& column : columns_)
        if (column.field == field) return column.header;
    return std::nullopt;
}

}  // namespace

bool refuses(ProblemReason reason) {
    return reason <= ProblemReason::twice_in_file;
}

base::Result<std::vector<std::string>> read_headers(std::string_view octets) {
    auto decoded = csv::decode(octets);
    csv::Reader reader(decoded.text, csv::find_separator(decoded.text));
    while (true) {
        TRY(row, reader.next());
        if (!row) return std::vector<std::string>{};
        if (row->is_blank) continue;
        for (auto& header : row->cells) header = base::squeeze(header);
        return std::move(row->cells);
    }
}

base::Result<ImportFile> read_import(std::string_view octets, ColumnMapping const& mapping, base::Day today) {
    return ImportReading(mapping, today).read(octets);
}

}  // namespace person
