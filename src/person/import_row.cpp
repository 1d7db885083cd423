#include "person/import_row.hpp"

#include "base/text.hpp"
#include "person/import_table.hpp"
#include "person/person.hpp"
#include "person/row_check.hpp"
#include "person/written_cell.hpp"
#include "platform/zone.hpp"

namespace person {

namespace {

// What the rows of one file say.
class ImportReading {
  public:
    ImportReading(ImportTable table, ColumnMapping const& mapping, base::Day today)
        : table_(std::move(table)), mapping_(mapping), today_(today) {
        for (auto const& word : mapping.level_words) levels_by_word_[base::fold(word.word)] = word.level;
    }

    base::Result<ImportFile> read();

  private:
    [[nodiscard]] std::vector<base::FieldError> open_questions() const;
    [[nodiscard]] std::optional<base::FieldError> day_question() const;
    void interpret(TableRow const& row);
    void take_cells(TableRow const& row, ImportCells& cells);
    void take_name(TableRow const& row, ImportCells& cells);
    void take_manager(TableRow const& row, ImportCells& cells);
    void take_email(TableRow const& row, ImportCells& cells);
    void take_level(TableRow const& row, ImportCells& cells);
    void take_days(TableRow const& row, ImportCells& cells);
    std::optional<base::Day> take_day(TableRow const& row, PersonField field);
    void take_language(TableRow const& row, ImportCells& cells);
    void repaired(TableRow const& row, PersonField field, ProblemReason reason);

    ImportTable table_;
    ColumnMapping const& mapping_;
    base::Day today_;
    std::map<std::string, std::int32_t> levels_by_word_;
    std::map<std::string, std::int32_t> unknown_words_;
    ImportFile file_;
};

base::Result<ImportFile> ImportReading::read() {
    if (auto questions = open_questions(); !questions.empty()) return base::invalid(std::move(questions));
    file_.notes = std::move(table_.notes);
    file_.header_key = table_.header_key;
    for (auto const& row : table_.rows) interpret(row);
    for (auto const& [word, people] : unknown_words_) file_.notes.unknown_level_words.push_back({word, people});
    return std::move(file_);
}

std::vector<base::FieldError> ImportReading::open_questions() const {
    std::vector<base::FieldError> questions;
    if (auto question = day_question()) questions.push_back(std::move(*question));
    auto tells_apart = table_.has(PersonField::external_id) || table_.has(PersonField::email) || mapping_.email_pattern;
    if (!tells_apart && !mapping_.recognise_by_name) questions.push_back({"/recognise_by_name", "needed", {}});
    return questions;
}

std::optional<base::FieldError> ImportReading::day_question() const {
    if (mapping_.day_order) return std::nullopt;
    std::optional<base::FieldError> question;
    bool some_month_first = false;
    bool some_day_first = false;
    for (auto const& row : table_.rows) {
        for (auto field : {PersonField::hired_on, PersonField::left_on}) {
            auto text = table_.text_at(row, field);
            auto written = text ? read_written_day(*text, today_) : std::nullopt;
            if (!written) continue;
            some_month_first = some_month_first || !written->day_first;
            some_day_first = some_day_first || !written->month_first;
            if (question || !written->is_open()) continue;
            question = base::FieldError{"/day_order",
                                        "needed",
                                        {{"column", *table_.header_of(field)},
                                         {"line", std::to_string(row.line)},
                                         {"value", *text},
                                         {"day_first", base::to_text(*written->day_first)},
                                         {"month_first", base::to_text(*written->month_first)}}};
        }
    }
    if (question && some_month_first != some_day_first)
        question->params["proposed"] = some_month_first ? "month_first" : "day_first";
    return question;
}

void ImportReading::interpret(TableRow const& row) {
    ImportRow read{.line = row.line, .is_refused = false, .cells = {}};
    if (auto problem = why_unreadable(table_, row, today_)) {
        file_.problems.push_back(std::move(*problem));
        read.is_refused = true;
    } else {
        take_cells(row, read.cells);
    }
    file_.rows.push_back(std::move(read));
}

void ImportReading::take_cells(TableRow const& row, ImportCells& cells) {
    take_name(row, cells);
    cells.external_id = table_.text_at(row, PersonField::external_id);
    cells.called_name = table_.text_at(row, PersonField::called_name);
    cells.pronouns = table_.text_at(row, PersonField::pronouns);
    cells.department = table_.text_at(row, PersonField::department);
    cells.site = table_.text_at(row, PersonField::site);
    cells.job_title = table_.text_at(row, PersonField::job_title);
    take_manager(row, cells);
    take_email(row, cells);
    take_level(row, cells);
    take_days(row, cells);
    take_language(row, cells);
}

void ImportReading::take_name(TableRow const& row, ImportCells& cells) {
    auto whole = table_.text_at(row, PersonField::name);
    auto given = table_.text_at(row, PersonField::given_name);
    auto family = table_.text_at(row, PersonField::family_name);
    auto name = whole ? speak(*whole) : speak(given.value_or(""), family.value_or(""));
    if (whole && given) name.given = *given;
    if (whole && family) name.family = *family;
    if (name.was_turned) ++file_.notes.names_turned;
    cells.name = name.whole;
    cells.given = name.given;
    cells.family = name.family;
    if (auto wished = table_.text_at(row, PersonField::sign_in_name)) {
        cells.sign_in_name = read_sign_in_name(*wished);
        if (!cells.sign_in_name) repaired(row, PersonField::sign_in_name, ProblemReason::sign_in_name_unusable);
    }
}

void ImportReading::take_manager(TableRow const& row, ImportCells& cells) {
    cells.manager_id = table_.text_at(row, PersonField::manager_id);
    if (auto manager = table_.text_at(row, PersonField::manager_name)) {
        // A number in the name column of a whole file is an id.
        if (table_.managers_are_numbers && !cells.manager_id)
            cells.manager_id = manager;
        else
            cells.manager_name = speak(*manager).whole;
    }
    if (auto manager = table_.text_at(row, PersonField::manager_email)) cells.manager_email = read_email(*manager);
}

void ImportReading::take_email(TableRow const& row, ImportCells& cells) {
    if (auto text = table_.text_at(row, PersonField::email)) {
        cells.email = read_email(*text);
        if (!cells.email) repaired(row, PersonField::email, ProblemReason::email_unreadable);
    } else if (mapping_.email_pattern) {
        cells.email = EmailPattern::parse(*mapping_.email_pattern)->apply({cells.name, cells.given, cells.family});
    }
}

void ImportReading::take_level(TableRow const& row, ImportCells& cells) {
    auto source = mapping_.level_source;
    if (source == LevelSource::none) return;
    auto field = source == LevelSource::job_titles ? PersonField::job_title : PersonField::level;
    auto text = table_.text_at(row, field);
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
        repaired(row, field, ProblemReason::level_unknown);
    } else if (source != LevelSource::job_titles && is_level_word(*text)) {
        file_.level_names.try_emplace(*cells.level, *text);
    }
}

void ImportReading::take_days(TableRow const& row, ImportCells& cells) {
    cells.hired_on = take_day(row, PersonField::hired_on);
    cells.left_on = take_day(row, PersonField::left_on);
    if (!cells.hired_on || !cells.left_on || *cells.left_on >= *cells.hired_on) return;
    repaired(row, PersonField::left_on, ProblemReason::left_before_hired);
    cells.left_on.reset();
}

std::optional<base::Day> ImportReading::take_day(TableRow const& row, PersonField field) {
    auto text = table_.text_at(row, field);
    if (!text) return std::nullopt;
    auto written = read_written_day(*text, today_);
    // Nothing is open in this file when no order was given.
    auto day = written ? written->read(mapping_.day_order.value_or(written->day_first ? DayOrder::day_first
                                                                                      : DayOrder::month_first))
                       : std::nullopt;
    if (!day)
        repaired(row, field, ProblemReason::day_unreadable);
    else if (written->has_two_digit_year)
        ++file_.notes.two_digit_years;
    return day;
}

void ImportReading::take_language(TableRow const& row, ImportCells& cells) {
    if (auto zone = table_.text_at(row, PersonField::time_zone)) {
        if (zone::is_known(*zone))
            cells.time_zone = zone;
        else
            repaired(row, PersonField::time_zone, ProblemReason::time_zone_unknown);
    }
    if (auto language = table_.text_at(row, PersonField::language)) {
        cells.language = language_of(*language);
        if (!cells.language) repaired(row, PersonField::language, ProblemReason::language_unknown);
    }
}

void ImportReading::repaired(TableRow const& row, PersonField field, ProblemReason reason) {
    file_.problems.push_back({.line = row.line,
                              .column_name = table_.header_of(field),
                              .value = table_.text_at(row, field),
                              .reason = reason,
                              .is_repaired = true});
}

}  // namespace

std::string folded_cells(ImportCells const& cells) {
    std::string folded = base::fold(cells.name);
    for (auto const* cell :
         {&cells.external_id, &cells.called_name, &cells.pronouns, &cells.email, &cells.sign_in_name, &cells.department,
          &cells.site, &cells.job_title, &cells.manager_id, &cells.manager_name, &cells.manager_email})
        if (*cell) folded.append("\n").append(base::fold(**cell));
    return folded;
}

base::Result<ImportFile> read_import(std::string_view octets, ColumnMapping const& mapping, base::Day today) {
    TRY(table, read_table(octets, mapping));
    return ImportReading(std::move(table), mapping, today).read();
}

}  // namespace person
