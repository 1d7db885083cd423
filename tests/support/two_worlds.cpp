#include "support/two_worlds.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>

#include <boost/regex.hpp>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "support/databases.hpp"

namespace support {
namespace {

using People = std::vector<std::pair<std::string, access::PersonId>>;

People people_of(Cast const& cast) {
    return {{"ana", cast.ana},   {"bruno", cast.bruno}, {"sofia", cast.sofia}, {"david", cast.david},
            {"lena", cast.lena}, {"marta", cast.marta}, {"jo", cast.jo},       {"kim", cast.kim},
            {"amir", cast.amir}, {"nina", cast.nina},   {"rosa", cast.rosa},   {"otto", cast.otto}};
}

constexpr std::size_t kUuidLength = 36;
constexpr std::size_t kFirstDash = 8;

bool is_uuid(std::string_view text) {
    for (std::size_t i = 0; i < kUuidLength; ++i) {
        bool const is_dash = i == kFirstDash || i == 13 || i == 18 || i == 23;
        if (is_dash ? text[i] != '-' : std::string_view("0123456789abcdef").find(text[i]) == std::string_view::npos)
            return false;
    }
    return true;
}

// All ids in a text, in their order; found by their first dash, because the texts are long and a regex is slow.
std::vector<std::string_view> uuids_of(std::string_view text) {
    std::vector<std::string_view> found;
    for (auto dash = text.find('-', kFirstDash); dash != text.npos; dash = text.find('-', dash + 1)) {
        auto const one = text.substr(dash - kFirstDash, kUuidLength);
        if (one.size() == kUuidLength && is_uuid(one)) found.push_back(one);
    }
    return found;
}

// Ids are random, so the worlds are compared by what an id stands for: the cast by name, the story's by their place,
// all others in the order they are first seen.
class Renamer {
  public:
    explicit Renamer(World const& world) {
        for (auto const& [name, person] : people_of(world.cast)) names_[person.text()] = name;
        names_[world.cast.organisation.text()] = "organisation";
        names_[world.cast.programme.text()] = "programme";
        names_[world.cast.elsewhere.text()] = "elsewhere";
        names_[world.cast.programme_elsewhere.text()] = "programme-elsewhere";
        for (auto const& id : world.ids) names_.emplace(id.text(), "story-" + std::to_string(names_.size()));
    }
    std::string rename(std::string const& seen) {
        auto const line = without_links(seen);
        std::string renamed;
        std::size_t told = 0;
        for (auto const id : uuids_of(line)) {
            auto const at = static_cast<std::size_t>(id.data() - line.data());
            renamed.append(line, told, at - told).append(name_of(std::string(id)));
            told = at + id.size();
        }
        return renamed.append(line, told);
    }

  private:
    // A computed link, and its picture, hold a fresh secret in every world and nothing else that differs.
    static std::string without_links(std::string line) {
        for (auto from = line.find("<svg"); from != std::string::npos; from = line.find("<svg", from + 1))
            line.erase(from + 4, line.find("</svg>", from) - from - 4);
        static boost::regex const kToken("/[A-Za-z0-9_-]{40,}\\.[A-Za-z0-9_-]{43}");
        // A fingerprint is over ids, which are random.
        static boost::regex const kDigest("\"[0-9a-f]{64}\"");
        return boost::regex_replace(boost::regex_replace(line, kToken, "/token"), kDigest, "\"digest\"");
    }

    std::string const& name_of(std::string const& id) {
        return names_.emplace(id, "id-" + std::to_string(names_.size())).first->second;
    }
    std::map<std::string, std::string> names_;
};

// In the same order in every world, so that what is met first is the same thing.
std::vector<std::string> known_ids(World const& world) {
    std::vector<std::string> ids{world.cast.programme.text(), world.cast.organisation.text()};
    for (auto const& [name, person] : people_of(world.cast)) ids.push_back(person.text());
    for (auto const& id : {world.cast.ana_enrolled, world.cast.sofia_enrolled}) ids.push_back(id.text());
    for (auto const& id : world.ids) ids.push_back(id.text());
    return ids;
}

// "/api/pairings/{id}/agreement" with one id in every gap; a second gap takes the same one.
std::string filled(std::string path, std::string const& id) {
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{'))
        path.replace(open, path.find('}') - open + 1, id);
    return path;
}

// The first words of a path below which an id of one table leads somewhere, "/api/match-runs/{id}/pairs".
struct Noun {
    std::string_view word;
    std::string_view table;
};
constexpr Noun kNouns[] = {{"people", "people"},
                           {"people-imports", "people_imports"},
                           {"programmes", "programmes"},
                           {"enrolments", "enrolments"},
                           {"match-runs", "match_runs"},
                           {"pairings", "pairings"},
                           {"threads", "pairings"},
                           {"meetings", "meetings"},
                           {"delegations", "delegations"},
                           {"surveys", "surveys"},
                           {"anonymous-lines", "anonymous_lines"},
                           {"acquaintances", "acquaintances"},
                           {"circles", "circles"},
                           {"group-meetings", "group_meetings"}};

// Where an id can lead: what is no match run is tried below /match-runs only once, with the programme's id, because
// it is "not there" like every other; a route below no noun is tried with everything.
class Leads {
  public:
    explicit Leads(World& world) : programme_(world.cast.programme.text()) {
        world.door.database().read([&](db::Tx& tx) {
            for (auto const& [word, table] : kNouns) {
                auto& below = ids_[std::string(word)];
                for (auto const& id : tx.values<base::AnyId>("SELECT id FROM " + std::string(table)))
                    below.insert(id.text());
            }
        });
    }
    [[nodiscard]] bool has(std::string_view path, std::string const& id) const {
        auto const word = path.substr(kApi.size(), path.find('/', kApi.size()) - kApi.size());
        auto const below = ids_.find(std::string(word));
        return below == ids_.end() || id == programme_ || below->second.contains(id);
    }
    [[nodiscard]] std::set<std::string> const& runs() const { return ids_.at("match-runs"); }

  private:
    static constexpr std::string_view kApi = "/api/";
    std::string programme_;
    std::map<std::string, std::set<std::string>> ids_;
};

// "?programme_id=...": every way to ask a route about one or two of those who take part or the programme, where it must
// be asked so.
std::vector<std::string> questions_about_people(http::Route const& route, Cast const& cast) {
    std::vector<std::string> questions{""};
    if (route.query == nullptr) return {};
    for (auto const& field : route.query->fields) {
        if (field.type->kind != meta::Kind::id) continue;
        std::vector<std::string> longer;
        auto add = [&](std::string const& asked, std::string const& id) {
            longer.push_back(asked + (asked.empty() ? "?" : "&") + std::string(field.name) + "=" + id);
        };
        for (auto const& asked : questions) {
            if (field.name == "programme_id")
                add(asked, cast.programme.text());
            else
                for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david}) add(asked, person.text());
        }
        questions = std::move(longer);
    }
    std::erase(questions, "");
    return questions;
}

// A run is held against every other one, and against itself.
bool asks_for_another_run(http::Route const& route) {
    if (route.query == nullptr) return false;
    return std::ranges::any_of(route.query->fields, [](auto const& field) { return field.name == "with"; });
}

struct Table {
    std::string name;
    std::string columns;
};

// What stands in a row besides its own key. A column that a table lacks repeats another, so that all rows have one
// shape.
std::vector<Table> const& outboxes() {
    static std::vector<Table> const tables{
        {"events", "kind, subject_id AS subject, actor_id AS person, facts AS words, happened_at AS at"},
        {"jobs", "kind, organisation_id AS subject, organisation_id AS person, payload AS words, run_at AS at"},
        {"mails", "kind, subject_id AS subject, person_id AS person, state AS words, queued_at AS at"},
        {"idempotency_keys",
         "key AS kind, organisation_id AS subject, person_id AS person, body AS words, kept_at AS at"}};
    return tables;
}

// Read by whom it is for and by nobody else.
Table const kInboxes{"notices", "kind, subject_id AS subject, person_id AS person, kind AS words, told_at AS at"};

struct OutboxRow {
    std::string kind;
    std::optional<base::AnyId> subject;
    std::optional<base::AnyId> person;
    std::optional<std::string> words;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (), (kind, subject, person, words, at))

std::string line_of(Table const& table, OutboxRow const& row) {
    auto id = [](std::optional<base::AnyId> const& value) { return value ? value->text() : std::string("-"); };
    return table.name + " " + row.kind + " " + id(row.subject) + " " + id(row.person) + " " + row.words.value_or("-") +
           " " + base::to_text(row.at);
}

// Log lines of the story, without their time and thread.
class LogCatcher {
  public:
    LogCatcher() : sink_(std::make_shared<spdlog::sinks::ostream_sink_mt>(lines_)) {
        sink_->set_pattern("%l %v");
        sink_->set_level(spdlog::level::trace);
        spdlog::default_logger()->sinks().push_back(sink_);
    }
    LogCatcher(LogCatcher const&) = delete;
    LogCatcher& operator=(LogCatcher const&) = delete;
    ~LogCatcher() { std::erase(spdlog::default_logger()->sinks(), sink_); }
    std::vector<std::string> lines() {
        std::vector<std::string> all;
        for (std::string line; std::getline(lines_, line);) all.push_back("log " + line);
        return all;
    }

  private:
    std::stringstream lines_;
    std::shared_ptr<spdlog::sinks::ostream_sink_mt> sink_;
};

// Everything one observer can fetch: "GET /api/... 200 {...}".
std::vector<std::string> everything_seen(World& world, std::string const& observer) {
    auto visitor = world.door.as(person_named(world.cast, observer));
    std::vector<std::string> seen;
    std::set<std::string> tried;
    auto fetch = [&](std::string const& target) {
        auto reply = visitor.get(target);
        seen.push_back("GET " + target + " " + std::to_string(reply.status) + " " + reply.body);
        return reply;
    };
    Leads const leads(world);
    auto ids = known_ids(world);
    // What one answer shows, the next request may ask for.
    for (std::size_t known = 0; known != ids.size();) {
        known = ids.size();
        auto const round = ids;
        for (auto const* route : world.door.house().router().all()) {
            if (route->method != http::Method::get) continue;
            for (auto const& id : round) {
                auto target = filled(route->path, id);
                if (!leads.has(route->path, id) || !tried.insert(target).second) continue;
                auto reply = fetch(target);
                if (reply.status == 422 && (id == world.cast.programme.text() || target == route->path))
                    for (auto const& asked : questions_about_people(*route, world.cast)) fetch(target + asked);
                if (reply.status == 422 && asks_for_another_run(*route) && leads.runs().contains(id))
                    for (auto const& run : leads.runs()) fetch(target + "?with=" + run);
                if (reply.status != 200) continue;
                for (auto const shown : uuids_of(reply.body))
                    if (std::ranges::find(ids, shown) == ids.end()) ids.emplace_back(shown);
            }
        }
    }
    return seen;
}

std::vector<std::string> rows_of(World& world, Table const& table, std::optional<access::PersonId> reader) {
    auto sql = "SELECT " + table.columns + " FROM " + table.name + " WHERE organisation_id = $1 ORDER BY at, kind";
    std::vector<std::string> lines;
    for (auto const& row :
         world.door.database().read([&](db::Tx& tx) { return tx.all<OutboxRow>(sql, world.cast.organisation); }))
        if (!reader || row.person == base::any(*reader)) lines.push_back(line_of(table, row));
    return lines;
}

// Each observer with their own numbers for ids: what another has seen besides must not shift them.
std::vector<std::string> renamed(World const& world, std::string const& before, std::vector<std::string> lines) {
    Renamer renamer(world);
    for (auto& line : lines) line = before + renamer.rename(line);
    return lines;
}

}  // namespace

std::vector<std::string> everybody() {
    return everybody_but({});
}

std::vector<std::string> everybody_but(std::vector<std::string> const& names) {
    std::vector<std::string> observers;
    for (auto const& [name, person] : people_of(Cast{}))
        if (std::ranges::find(names, name) == names.end()) observers.push_back(name);
    return observers;
}

access::PersonId person_named(Cast const& cast, std::string_view name) {
    for (auto const& [called, person] : people_of(cast))
        if (called == name) return person;
    throw std::invalid_argument("nobody of the cast is called that");
}

Tale tell(Story const& story) {
    AscendingIds const in_order;
    OwnDatabase database;
    Door door(*database);
    World world{door, make_cast(door.database())};
    std::vector<std::string> recorded;
    {
        LogCatcher log;
        story(world);
        recorded = log.lines();
    }
    for (auto const& table : outboxes())
        for (auto& line : rows_of(world, table, {})) recorded.push_back(std::move(line));
    Tale tale;
    tale.recorded = renamed(world, "", std::move(recorded));
    for (auto const& [observer, person] : people_of(world.cast)) {
        auto lines = everything_seen(world, observer);
        for (auto& line : rows_of(world, kInboxes, person)) lines.push_back(std::move(line));
        tale.seen[observer] = renamed(world, observer + " sees ", std::move(lines));
    }
    return tale;
}

std::vector<std::string> told_apart(Tale const& one, Tale const& other, std::vector<std::string> const& observers) {
    auto all = [&](Tale const& tale) {
        auto lines = tale.recorded;
        for (auto const& observer : observers)
            lines.insert(lines.end(), tale.seen.at(observer).begin(), tale.seen.at(observer).end());
        std::ranges::sort(lines);
        return lines;
    };
    std::vector<std::string> difference;
    std::ranges::set_symmetric_difference(all(one), all(other), std::back_inserter(difference));
    return difference;
}

std::vector<std::string> told_apart(Story const& one, Story const& other, std::vector<std::string> const& observers) {
    return told_apart(tell(one), tell(other), observers);
}

}  // namespace support
