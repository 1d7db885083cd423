#include "person/manager_search.hpp"

#include <algorithm>
#include <set>

namespace person {

namespace {

class ManagerSearch {
  public:
    explicit ManagerSearch(ImportRoll& roll) : roll_(roll) { choose_key(); }

    NamedManagers search() {
        for (std::size_t at = 0; at < roll_.entries.size(); ++at)
            if (auto row = roll_.entries[at].row) find_manager_of(at, roll_.cells[*row]);
        return std::move(named_);
    }

  private:
    // Ids are managers' numbers only where most of them are somebody's: `ManagerID 22` may count something else.
    void choose_key() {
        std::set<std::string> ids;
        for (std::size_t row = 0; row < roll_.cells.size(); ++row)
            if (!roll_.file.rows[row].is_refused && roll_.cells[row].manager_id)
                ids.insert(*roll_.cells[row].manager_id);
        if (ids.empty()) return;
        auto known =
            std::count_if(ids.begin(), ids.end(), [&](auto const& id) { return roll_.by_external_id.has(id); });
        uses_ids_ = static_cast<std::size_t>(known) * 2 >= ids.size() ||
                    (known > 0 && !roll_.header_of(PersonField::manager_name));
        roll_.plan.report.manager_ids_are_other_numbering = !uses_ids_;
    }

    void find_manager_of(std::size_t at, ImportCells const& cells) {
        auto names_one = cells.manager_email || cells.manager_name || (cells.manager_id && uses_ids_);
        roll_.entries[at].names_manager = names_one;
        if (!names_one) return;
        auto manager = find(cells);
        roll_.entries[at].manager = manager;
        if (manager && roll_.entries[*manager].is_new && !roll_.entries[*manager].row) ++named_.reports_of[*manager];
    }

    std::optional<std::size_t> find(ImportCells const& cells) {
        auto id = uses_ids_ ? cells.manager_id : std::nullopt;
        if (id) {
            // A row of one's own under this number outweighs a name; a mere place in the tree does not.
            auto found = roll_.by_external_id.find(*id);
            if (found && !(roll_.entries[*found].person.is_name_only && cells.manager_name)) return found;
        }
        if (cells.manager_email)
            if (auto found = roll_.by_email.find(*cells.manager_email)) return found;
        if (!cells.manager_name) return id ? std::optional(name_manager(*id, id)) : std::nullopt;
        auto key = name_key(*cells.manager_name);
        if (auto found = roll_.by_name.find(key)) return found;
        if (roll_.by_name.is_shared(key)) {
            ++named_.ambiguous[*cells.manager_name];
            return std::nullopt;
        }
        return name_manager(*cells.manager_name, std::nullopt);
    }

    std::size_t name_manager(std::string const& name, std::optional<std::string> const& id) {
        auto [found, is_fresh] = named_.by_key.try_emplace(name_key(name), roll_.entries.size());
        if (!is_fresh) return found->second;
        auto& person = roll_.add(name).person;
        person.external_id = id;
        person.is_name_only = true;
        person.removable_at = roll_.ground.now;
        return found->second;
    }

    ImportRoll& roll_;
    bool uses_ids_ = false;
    NamedManagers named_;
};

}  // namespace

NamedManagers find_managers(ImportRoll& roll) {
    return ManagerSearch(roll).search();
}

}  // namespace person
