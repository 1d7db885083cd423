#pragma once
// Everybody an import speaks of while it is planned, and what is found out about them on the way: who a row means
// (recognition.hpp), who stands above them (manager_search.hpp), who is kept (keeping.hpp).

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/random.hpp"
#include "person/people_import.hpp"

namespace person {

// First everybody already known, in the order of the ground; then who the file brings; then managers only named.
struct RollEntry {
    Person person;
    std::optional<std::size_t> row;  // in the file
    bool is_new = false;
    bool is_changed = false;     // by the cells of their row
    bool names_manager = false;  // the row says who stands above
    std::optional<std::size_t> manager;
    bool is_kept = true;
};

// Keys that mean one entry of the roll, or that several share.
class RollIndex {
  public:
    // An empty key means nobody.
    void add(std::string const& key, std::size_t entry);
    [[nodiscard]] bool has(std::string const& key) const { return entries_.contains(key); }
    [[nodiscard]] std::optional<std::size_t> find(std::string const& key) const;
    [[nodiscard]] bool is_shared(std::string const& key) const;

  private:
    std::unordered_map<std::string, std::optional<std::size_t>> entries_;  // none: several
};

// How two rows without a number are told apart.
std::string name_and_day(std::string const& name, std::optional<base::Day> hired_on);

class ImportRoll {
  public:
    ImportRoll(ImportFile const& file, ColumnMapping const& mapping, ImportGround const& ground, base::Random& random);

    // Somebody new, with what the organisation gives everybody.
    RollEntry& add(std::string const& name);
    [[nodiscard]] std::size_t last() const { return entries.size() - 1; }
    [[nodiscard]] std::optional<std::string> header_of(PersonField field) const;
    void refuse(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value);
    void repair(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value);

    ImportFile const& file;
    ColumnMapping const& mapping;
    ImportGround const& ground;
    std::vector<RollEntry> entries;
    std::vector<ImportCells> cells;                        // of each row of the file
    std::vector<std::optional<std::size_t>> entry_of_row;  // none: the row is refused
    RollIndex by_external_id;
    RollIndex by_email;
    RollIndex by_name_and_day;
    RollIndex by_name;
    std::size_t administrators_leaving = 0;
    ImportPlan plan;

  private:
    void add_problem(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value,
                     bool is_repaired);

    base::Random& random_;
};

}  // namespace person
