#include "person/people_import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "person/reporting_line.hpp"

namespace person {

namespace {

constexpr std::size_t kNobodyYet = static_cast<std::size_t>(-1);

// Somebody the plan speaks of: first everybody already known, then who the file brings, then managers only named.
struct Node {
    Person person;
    std::optional<std::size_t> row;  // in the file
    bool is_new = false;
    bool names_manager = false;  // the row says who stands above
    std::optional<std::size_t> manager;
    bool is_kept = true;
};

// Keys that mean one node, or that several share (kNobodyYet).
class NodeIndex {
  public:
    void add(std::string const& key, std::size_t node) {
        if (key.empty()) return;
        auto [at, is_fresh] = nodes_.try_emplace(key, node);
        if (!is_fresh && at->second != node) at->second = kNobodyYet;
    }
    [[nodiscard]] bool has(std::string const& key) const { return nodes_.contains(key); }
    [[nodiscard]] std::optional<std::size_t> find(std::string const& key) const {
        auto found = nodes_.find(key);
        if (found == nodes_.end() || found->second == kNobodyYet) return std::nullopt;
        return found->second;
    }
    [[nodiscard]] bool is_shared(std::string const& key) const {
        auto found = nodes_.find(key);
        return found != nodes_.end() && found->second == kNobodyYet;
    }

  private:
    std::unordered_map<std::string, std::size_t> nodes_;
};

std::string name_and_day(std::string const& name, std::optional<base::Day> hired_on) {
    return name_key(name) + "\n" + (hired_on ? base::to_text(*hired_on) : "");
}

template <class T>
bool take(std::optional<T>& field, std::optional<T> const& cell) {
    if (!cell || field == cell) return false;
    field = cell;
    return true;
}

bool take(std::string& field, std::optional<std::string> const& cell) {
    if (!cell || cell->empty() || field == *cell) return false;
    field = *cell;
    return true;
}

// Everything else about this person stays out.
Person name_and_place(Person const& person) {
    Person bare;
    bare.id = person.id;
    bare.name = person.name;
    bare.external_id = person.external_id;
    bare.language = person.language;
    bare.time_zone = person.time_zone;
    bare.manager_id = person.manager_id;
    bare.line_state = person.line_state;
    bare.people_under = person.people_under;
    bare.outside_confirmed_at = person.outside_confirmed_at;
    bare.is_active = person.is_active;
    bare.is_name_only = true;
    bare.created_at = person.created_at;
    bare.version = person.version;
    return bare;
}

void count_row(ImportFigures& figures, PlannedRow const& row) {
    static std::map<Outcome, std::int32_t ImportFigures::*> const figure_of = {
        {Outcome::added, &ImportFigures::added},         {Outcome::changed, &ImportFigures::changed},
        {Outcome::unchanged, &ImportFigures::unchanged}, {Outcome::refused, &ImportFigures::refused},
        {Outcome::name_only, &ImportFigures::name_only}, {Outcome::left_out, &ImportFigures::left_out}};
    ++figures.rows_read;
    ++(figures.*figure_of.at(row.outcome));
    if (row.is_repaired) ++figures.repaired;
}

class Planning {
  public:
    Planning(ImportFile const& file, ColumnMapping const& mapping, ImportGround const& ground, base::Random& random)
        : file_(file), mapping_(mapping), ground_(ground), random_(random) {}

    ImportPlan plan();

  private:
    void know_everybody();
    void recognise_rows();
    void recognise(std::size_t row);
    std::optional<std::size_t> find_known(ImportCells const& cells);
    std::size_t add_person(std::size_t row);
    void keep_address(std::size_t row, std::optional<std::size_t> known);
    void drop_shared_email(std::size_t row, std::optional<std::size_t> known);
    void apply_cells();
    void apply(Node& node, ImportCells const& cells);
    void choose_manager_key();
    void find_managers();
    std::optional<std::size_t> find_manager(ImportCells const& cells);
    std::size_t name_manager(std::string const& name, std::optional<std::string> const& id);
    void draw_tree();
    void keep_earlier_counts(std::vector<Link>& links, std::unordered_map<PersonId, std::size_t> const& place_of) const;
    std::optional<std::size_t> named_top();
    void keep_listed();
    std::vector<bool> find_listed();
    void place(Tree const& tree);
    void count();
    PlannedRow planned_row(std::size_t row);
    [[nodiscard]] Outcome outcome_of(std::size_t at) const;
    [[nodiscard]] PlannedPerson planned_person(std::size_t at) const;
    void refuse(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value);
    void repair(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value);
    std::optional<std::string> header_of(PersonField field) const;

    ImportFile const& file_;
    ColumnMapping const& mapping_;
    ImportGround const& ground_;
    base::Random& random_;
    ImportPlan plan_;
    std::vector<Node> nodes_;
    std::vector<bool> changed_;
    std::vector<ImportCells> cells_;
    std::vector<std::optional<std::size_t>> node_of_row_;
    std::set<std::int32_t> repaired_lines_;
    NodeIndex by_external_id_;
    NodeIndex by_email_;
    NodeIndex by_name_and_day_;
    NodeIndex by_name_;
    std::set<std::string> sign_in_names_;
    bool uses_manager_ids_ = false;
    std::map<std::string, std::size_t> named_managers_;
    std::map<std::size_t, std::int32_t> reports_of_named_;
    std::map<std::string, std::int32_t> ambiguous_;
};

ImportPlan Planning::plan() {
    plan_.problems = file_.problems;
    plan_.report.file = file_.notes;
    know_everybody();
    recognise_rows();
    apply_cells();
    choose_manager_key();
    find_managers();
    draw_tree();
    count();
    return std::move(plan_);
}

void Planning::know_everybody() {
    for (auto const& person : ground_.people) {
        auto at = nodes_.size();
        nodes_.push_back({.person = person, .row = {}, .manager = {}});
        by_external_id_.add(person.external_id.value_or(""), at);
        by_email_.add(person.email.value_or(""), at);
        by_name_and_day_.add(name_and_day(person.name, person.hired_on), at);
        if (person.sign_in_name) sign_in_names_.insert(*person.sign_in_name);
    }
}

void Planning::recognise_rows() {
    node_of_row_.resize(file_.rows.size());
    for (auto const& row : file_.rows) cells_.push_back(row.cells);
    for (std::size_t row = 0; row < file_.rows.size(); ++row)
        if (!file_.rows[row].is_refused) recognise(row);
}

void Planning::recognise(std::size_t row) {
    auto const& cells = cells_[row];
    auto goes_by_name = !cells.external_id && !cells.email;
    if (goes_by_name && !mapping_.recognise_by_name)
        return refuse(row, ProblemReason::id_missing, PersonField::external_id, std::nullopt);
    auto known = find_known(cells);
    if (known && nodes_[*known].row) {
        auto field = cells.external_id ? PersonField::external_id
                     : cells.email     ? PersonField::email
                                       : PersonField::name;
        return refuse(row, ProblemReason::twice_in_file, field,
                      cells.external_id ? cells.external_id
                      : cells.email     ? cells.email
                                        : cells.name);
    }
    if (goes_by_name && header_of(PersonField::external_id))
        repair(row, ProblemReason::recognised_by_name, PersonField::name, cells.name);
    keep_address(row, known);
    drop_shared_email(row, known);
    auto at = known ? *known : add_person(row);
    nodes_[at].row = row;
    // At once, so that a later row with another number is not taken for the same person.
    take(nodes_[at].person.external_id, cells.external_id);
    node_of_row_[row] = at;
    by_external_id_.add(cells_[row].external_id.value_or(""), at);
    by_email_.add(cells_[row].email.value_or(""), at);
    by_name_and_day_.add(name_and_day(cells.name, cells.hired_on), at);
}

std::optional<std::size_t> Planning::find_known(ImportCells const& cells) {
    if (cells.external_id)
        if (auto found = by_external_id_.find(*cells.external_id)) return found;
    // Somebody known under another number is somebody else, whatever the address or name.
    auto may_be = [&](std::optional<std::size_t> found) {
        return found &&
               (!cells.external_id || !nodes_[*found].person.external_id || nodes_[*found].person.is_name_only);
    };
    if (cells.email)
        if (auto found = by_email_.find(*cells.email); may_be(found)) return found;
    if (mapping_.recognise_by_name)
        if (auto found = by_name_and_day_.find(name_and_day(cells.name, cells.hired_on)); may_be(found)) return found;
    // A manager who was only a name so far, and now has a row.
    auto named = by_name_and_day_.find(name_and_day(cells.name, std::nullopt));
    if (named && nodes_[*named].person.is_name_only && !nodes_[*named].row) return named;
    return std::nullopt;
}

std::size_t Planning::add_person(std::size_t row) {
    Node node{.person = {}, .row = row, .is_new = true, .manager = {}};
    node.person.id = PersonId::make(random_);
    node.person.name = cells_[row].name;
    node.person.language = ground_.language;
    node.person.time_zone = ground_.time_zone;
    node.person.created_at = ground_.now;
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
}

// SECURITY.md, on administrators: whoever holds somebody's address can become them.
void Planning::keep_address(std::size_t row, std::optional<std::size_t> known) {
    auto& email = cells_[row].email;
    if (!known || !email || ground_.may_change_addresses || !header_of(PersonField::email)) return;
    auto const& own = nodes_[*known].person.email;
    if (!own || own == email) return;
    repair(row, ProblemReason::email_kept, PersonField::email, email);
    email.reset();
}

// Two people cannot sign in with one address: the second keeps none.
void Planning::drop_shared_email(std::size_t row, std::optional<std::size_t> known) {
    auto& email = cells_[row].email;
    if (!email || !by_email_.has(*email)) return;
    auto owner = by_email_.find(*email);
    if (owner && owner == known) return;
    if (!mapping_.email_pattern || header_of(PersonField::email))
        repair(row, ProblemReason::email_shared, PersonField::email, email);
    email.reset();
}

void Planning::apply_cells() {
    changed_.assign(nodes_.size(), false);
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (!nodes_[at].row) continue;
        apply(nodes_[at], cells_[*nodes_[at].row]);
        changed_[at] = nodes_[at].is_new || nodes_[at].person != ground_.people[at];
    }
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        by_name_.add(name_key(nodes_[at].person.name), at);
        if (nodes_[at].person.called_name) by_name_.add(name_key(*nodes_[at].person.called_name), at);
    }
}

void Planning::apply(Node& node, ImportCells const& cells) {
    auto& person = node.person;
    take(person.name, cells.name);
    take(person.called_name, cells.called_name);
    take(person.pronouns, cells.pronouns);
    take(person.department, cells.department);
    take(person.site, cells.site);
    take(person.job_title, cells.job_title);
    take(person.level, cells.level);
    take(person.time_zone, cells.time_zone);
    take(person.language, cells.language);
    take(person.hired_on, cells.hired_on);
    // A made address never replaces one that somebody gave.
    if (!person.email || !mapping_.email_pattern || header_of(PersonField::email)) {
        if (take(person.email, cells.email) && !header_of(PersonField::email)) ++plan_.report.emails_made;
    }
    if (person.is_name_only) {
        person.is_name_only = false;
        person.is_active = true;
    }
    if (cells.sign_in_name && !person.sign_in_name && !sign_in_names_.contains(*cells.sign_in_name)) {
        person.sign_in_name = cells.sign_in_name;
    } else if (!person.sign_in_name) {
        auto stem = sign_in_name_from({cells.name, cells.given, cells.family});
        person.sign_in_name = free_sign_in_name(stem, [&](auto const& name) { return sign_in_names_.contains(name); });
        ++plan_.report.sign_in_names_made;
    }
    sign_in_names_.insert(*person.sign_in_name);
    if (take(person.left_on, cells.left_on) && has_left(person.left_on, ground_.today) && person.is_active) {
        person.is_active = false;
        ++person.sign_in_epoch;
    }
}

// Ids are managers' numbers only where most of them are somebody's: `ManagerID 22` may count something else.
void Planning::choose_manager_key() {
    std::set<std::string> ids;
    for (std::size_t row = 0; row < cells_.size(); ++row)
        if (!file_.rows[row].is_refused && cells_[row].manager_id) ids.insert(*cells_[row].manager_id);
    if (ids.empty()) return;
    auto known = std::count_if(ids.begin(), ids.end(), [&](auto const& id) { return by_external_id_.has(id); });
    uses_manager_ids_ =
        static_cast<std::size_t>(known) * 2 >= ids.size() || (known > 0 && !header_of(PersonField::manager_name));
    plan_.report.manager_ids_are_other_numbering = !uses_manager_ids_;
}

void Planning::find_managers() {
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (!nodes_[at].row) continue;
        auto const cells = cells_[*nodes_[at].row];
        nodes_[at].names_manager = cells.manager_email || cells.manager_name || (cells.manager_id && uses_manager_ids_);
        if (!nodes_[at].names_manager) continue;
        auto manager = find_manager(cells);
        nodes_[at].manager = manager;
        if (manager && named_managers_.size() > 0 && nodes_[*manager].is_new && !nodes_[*manager].row)
            ++reports_of_named_[*manager];
    }
}

std::optional<std::size_t> Planning::find_manager(ImportCells const& cells) {
    auto id = uses_manager_ids_ ? cells.manager_id : std::nullopt;
    if (id) {
        // A row of one's own under this number outweighs a name; a mere place in the tree does not.
        auto found = by_external_id_.find(*id);
        if (found && !(nodes_[*found].person.is_name_only && cells.manager_name)) return found;
    }
    if (cells.manager_email)
        if (auto found = by_email_.find(*cells.manager_email)) return found;
    if (!cells.manager_name) return id ? std::optional(name_manager(*id, id)) : std::nullopt;
    auto key = name_key(*cells.manager_name);
    if (auto found = by_name_.find(key)) return found;
    if (by_name_.is_shared(key)) {
        ++ambiguous_[*cells.manager_name];
        return std::nullopt;
    }
    return name_manager(*cells.manager_name, std::nullopt);
}

// A manager without a row stands in the tree as a name, so that their people are seen to share a line.
std::size_t Planning::name_manager(std::string const& name, std::optional<std::string> const& id) {
    auto key = name_key(name);
    if (auto found = named_managers_.find(key); found != named_managers_.end()) return found->second;
    Node node{.person = {}, .row = {}, .is_new = true, .manager = {}};
    node.person.id = PersonId::make(random_);
    node.person.name = name;
    node.person.external_id = id;
    node.person.language = ground_.language;
    node.person.time_zone = ground_.time_zone;
    node.person.created_at = ground_.now;
    node.person.is_name_only = true;
    nodes_.push_back(std::move(node));
    changed_.push_back(true);
    named_managers_[key] = nodes_.size() - 1;
    return nodes_.size() - 1;
}

void Planning::draw_tree() {
    std::unordered_map<PersonId, std::size_t> place_of;
    for (std::size_t at = 0; at < nodes_.size(); ++at) place_of[nodes_[at].person.id] = at;
    std::vector<Link> links;
    for (auto& node : nodes_) {
        if (!node.names_manager && node.person.manager_id) node.manager = place_of.at(*node.person.manager_id);
        links.push_back({.manager = node.manager,
                         .is_confirmed_outside = node.person.outside_confirmed_at.has_value(),
                         .is_counted = node.person.is_active});
    }
    if (static_cast<std::int32_t>(file_.rows.size()) * 2 < ground_.headcount) keep_earlier_counts(links, place_of);
    auto tree = build_tree(links, named_top());
    place(tree);
    keep_listed();
}

// A few rows beside a whole house: whom an earlier file counted beyond our rows still counts.
void Planning::keep_earlier_counts(std::vector<Link>& links,
                                   std::unordered_map<PersonId, std::size_t> const& place_of) const {
    std::vector<Link> earlier;
    std::vector<std::int32_t> people_under;
    for (auto const& person : ground_.people) {
        Link link;
        link.is_counted = person.is_active;
        if (person.manager_id) link.manager = place_of.at(*person.manager_id);
        earlier.push_back(link);
        people_under.push_back(person.people_under);
    }
    keep_people_elsewhere(earlier, people_under);
    for (std::size_t at = 0; at < earlier.size(); ++at) links[at].people_elsewhere = earlier[at].people_elsewhere;
}

std::optional<std::size_t> Planning::named_top() {
    if (mapping_.top) {
        if (auto found = by_external_id_.find(*mapping_.top)) return found;
        if (auto found = by_email_.find(base::fold(*mapping_.top))) return found;
        if (auto found = by_name_.find(name_key(speak(*mapping_.top).whole))) return found;
        auto named = named_managers_.find(name_key(*mapping_.top));
        if (named != named_managers_.end()) return named->second;
    }
    for (std::size_t at = 0; at < nodes_.size(); ++at)
        if (ground_.top_id == nodes_[at].person.id && nodes_[at].manager.value_or(at) == at) return at;
    return std::nullopt;
}

void Planning::place(Tree const& tree) {
    auto name = [&](std::size_t at) { return nodes_[at].person.name; };
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        auto& node = nodes_[at];
        node.manager = tree.managers[at];
        node.person.manager_id.reset();
        if (node.manager) node.person.manager_id = nodes_[*node.manager].person.id;
        node.person.line_state = tree.line_states[at];
        node.person.people_under = tree.people_under[at];
    }
    plan_.report.headcount = tree.headcount;
    if (tree.top) plan_.report.top = name(*tree.top);
    if (tree.top) plan_.top_id = nodes_[*tree.top].person.id;
    for (auto const& branch : tree.broken)
        plan_.report.broken_lines.push_back({name(branch.head), branch.people_under});
    for (auto const& cycle : tree.cycles) {
        auto& names = plan_.report.cycles.emplace_back();
        for (auto at : cycle) names.push_back(name(at));
    }
    for (auto const& [at, people] : reports_of_named_) plan_.report.managers_without_row.push_back({name(at), people});
    for (auto const& [manager, people] : ambiguous_) plan_.report.ambiguous_managers.push_back({manager, people});
}

// Whoever stands in the line of somebody who stays is kept as a name and a place in the tree (rules 11).
void Planning::keep_listed() {
    if (mapping_.keep == Keep::everyone) return;
    auto stays = find_listed();
    for (std::size_t at = 0; at < ground_.people.size(); ++at)
        if (!ground_.people[at].is_name_only) stays[at] = true;
    for (auto& node : nodes_) node.is_kept = false;
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (!stays[at]) continue;
        for (std::optional<std::size_t> up = at; up && !nodes_[*up].is_kept; up = nodes_[*up].manager)
            nodes_[*up].is_kept = true;
    }
    for (std::size_t at = 0; at < nodes_.size(); ++at)
        if (!stays[at] && nodes_[at].row) nodes_[at].person = name_and_place(nodes_[at].person);
}

std::vector<bool> Planning::find_listed() {
    std::vector<bool> is_listed(nodes_.size(), false);
    for (auto const& listed : mapping_.listed) {
        auto found = by_external_id_.find(base::trim(listed));
        if (!found) found = by_email_.find(base::fold(listed));
        if (!found) found = by_name_.find(name_key(speak(listed).whole));
        if (found)
            is_listed[*found] = true;
        else
            plan_.report.listed_not_found.push_back(listed);
    }
    return is_listed;
}

void Planning::count() {
    for (auto const& problem : plan_.problems)
        if (problem.is_repaired) repaired_lines_.insert(problem.line);
    for (std::size_t row = 0; row < file_.rows.size(); ++row) plan_.rows.push_back(planned_row(row));
    for (auto const& row : plan_.rows) count_row(plan_.figures, row);
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        auto const& node = nodes_[at];
        if (!node.is_new && !node.row && node.person.is_active && !node.person.is_name_only) ++plan_.report.not_in_file;
        if (!node.is_kept) continue;
        auto planned = planned_person(at);
        if (planned.is_new || planned.has_new_cells || planned.is_moved) plan_.people.push_back(std::move(planned));
    }
    std::stable_sort(plan_.problems.begin(), plan_.problems.end(),
                     [](auto const& a, auto const& b) { return a.line < b.line; });
    std::stable_sort(plan_.report.managers_without_row.begin(), plan_.report.managers_without_row.end(),
                     [](auto const& a, auto const& b) { return a.people > b.people; });
}

PlannedRow Planning::planned_row(std::size_t row) {
    PlannedRow planned{
        .line = file_.rows[row].line, .outcome = Outcome::refused, .person_id = {}, .cells = cells_[row]};
    auto at = node_of_row_[row];
    if (!at) return planned;
    planned.outcome = outcome_of(*at);
    planned.is_repaired = repaired_lines_.contains(planned.line);
    if (!nodes_[*at].is_new) planned.person_id = nodes_[*at].person.id;
    if (has_left(nodes_[*at].person.left_on, ground_.today)) ++plan_.report.leavers;
    return planned;
}

Outcome Planning::outcome_of(std::size_t at) const {
    auto const& node = nodes_[at];
    if (!node.is_kept) return Outcome::left_out;
    if (node.person.is_name_only) return Outcome::name_only;
    if (node.is_new || ground_.people[at].is_name_only) return Outcome::added;
    auto is_moved = ground_.people[at].manager_id != node.person.manager_id;
    return changed_[at] || is_moved ? Outcome::changed : Outcome::unchanged;
}

PlannedPerson Planning::planned_person(std::size_t at) const {
    auto const& after = nodes_[at].person;
    PlannedPerson planned{.after = after, .is_new = nodes_[at].is_new};
    if (planned.is_new) return planned;
    auto const& before = ground_.people[at];
    auto in_old_place = after;
    in_old_place.manager_id = before.manager_id;
    in_old_place.line_state = before.line_state;
    in_old_place.people_under = before.people_under;
    planned.has_new_cells = in_old_place != before;
    planned.is_moved = in_old_place != after;
    planned.loses_access = before.is_active && !after.is_active;
    return planned;
}

void Planning::refuse(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value) {
    plan_.problems.push_back({.line = file_.rows[row].line,
                              .column_name = header_of(field),
                              .value = std::move(value),
                              .reason = reason,
                              .is_repaired = false});
}

void Planning::repair(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value) {
    plan_.problems.push_back({.line = file_.rows[row].line,
                              .column_name = header_of(field),
                              .value = std::move(value),
                              .reason = reason,
                              .is_repaired = true});
}

std::optional<std::string> Planning::header_of(PersonField field) const {
    for (auto const& column : mapping_.columns)
        if (column.field == field) return column.header;
    return std::nullopt;
}

}  // namespace

ImportPlan plan_import(ImportFile const& file, ColumnMapping const& mapping, ImportGround const& ground,
                       base::Random& random) {
    return Planning(file, mapping, ground, random).plan();
}

}  // namespace person
