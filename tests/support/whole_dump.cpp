#include "support/whole_dump.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include <boost/regex.hpp>

#include "platform/crypto/secret.hpp"

namespace support {
namespace {

constexpr int kSteps = 3;

std::vector<std::string> tables_of(db::Tx& tx, db::Engine engine) {
    return engine == db::Engine::sqlite
               ? tx.values<std::string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
               : tx.values<std::string>(
                     "SELECT table_name::text FROM information_schema.tables "
                     "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1");
}

// One text a row. SQLite writes octets as X'00ff', PostgreSQL as \x00ff and ids with their dashes.
std::vector<std::string> rows_of(db::Tx& tx, db::Engine engine, std::string const& table) {
    if (engine == db::Engine::postgresql) return tx.values<std::string>("SELECT t::text FROM \"" + table + "\" t");
    std::string all;
    for (auto const& column : tx.values<std::string>("SELECT name FROM pragma_table_info('" + table + "')"))
        all += (all.empty() ? "quote(\"" : " || ',' || quote(\"") + column + "\")";
    return tx.values<std::string>("SELECT " + all + " FROM \"" + table + "\"");
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char sign) { return std::tolower(sign); });
    return text;
}

std::string bare(std::string id) {
    std::erase(id, '-');
    return lower(std::move(id));
}

// 0: an id with dashes, 1: sixteen octets of SQLite, 2: other octets of SQLite, 3: of PostgreSQL, 4: a digest or a
// token in words.
boost::regex const& chance() {
    static boost::regex const one(R"(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|X'([0-9A-F]{32})'|X'([0-9A-F]*)')"
                                  R"(|\\+x([0-9a-f]+)|([0-9a-f]{64}|[A-Za-z0-9_-]{43,}))");
    return one;
}

// A row in pieces: words, and between them the ids that stand in it.
struct Row {
    std::vector<std::string> words;
    std::vector<std::string> ids;

    [[nodiscard]] std::string read(std::map<std::string, std::string> const& names) const {
        auto text = words.front();
        for (std::size_t i = 0; i < ids.size(); ++i) text += names.at(ids[i]) + words[i + 1];
        return text;
    }
};

Row row_of(std::string const& text) {
    Row row;
    row.words.emplace_back();
    auto told = text.cbegin();
    for (boost::sregex_iterator found(text.begin(), text.end(), chance()), end; found != end; ++found) {
        auto const& one = *found;
        row.words.back().append(told, one[0].first);
        told = one[0].second;
        if (one[1].matched || one[2].matched) {
            row.ids.push_back(bare(one[1].matched ? one[1].str() : one[2].str()));
            row.words.emplace_back();
            continue;
        }
        auto const octets = one[3].matched ? one[3].length() : one[4].matched ? one[4].length() : one[5].length();
        row.words.back() += "<" + std::to_string(octets) + ">";
    }
    row.words.back().append(told, text.cend());
    return row;
}

// What an id hangs together with becomes its name, a step further each time.
void rename(std::map<std::string, std::string>& names, std::set<std::string> const& known,
            std::vector<Row> const& rows) {
    std::map<std::string, std::vector<std::string>> stands_in;
    for (auto const& row : rows) {
        auto const text = row.read(names);
        for (auto const& id : row.ids)
            if (!known.contains(id)) stands_in[id].push_back(text);
    }
    std::map<std::string, std::string> further = names;
    for (auto& [id, texts] : stands_in) {
        std::ranges::sort(texts);
        std::string all = names.at(id);
        for (auto const& text : texts) all += "\n" + text;
        auto const digest = crypto::sha256(all);
        further[id] = "id:" + crypto::to_base64url({digest.begin(), digest.begin() + 6});
    }
    names = std::move(further);
}

}  // namespace

std::vector<std::string> whole_dump(World& world) {
    auto const engine = world.door.database().engine();
    std::vector<Row> rows;
    world.door.database().read([&](db::Tx& tx) {
        for (auto const& table : tables_of(tx, engine))
            for (auto const& text : rows_of(tx, engine, table)) rows.push_back(row_of(table + " " + text));
    });
    std::map<std::string, std::string> names;
    std::set<std::string> known;
    auto const call = [&](std::string const& id, std::string const& name) {
        if (known.insert(bare(id)).second) names[bare(id)] = name;
    };
    for (auto const& name : everybody()) call(person_named(world.cast, name).text(), name);
    call(world.cast.organisation.text(), "organisation");
    call(world.cast.programme.text(), "programme");
    for (std::size_t i = 0; i < world.ids.size(); ++i) call(world.ids[i].text(), "story-" + std::to_string(i));
    for (auto const& row : rows)
        for (auto const& id : row.ids) names.try_emplace(id, "id");
    for (int step = 0; step < kSteps; ++step) rename(names, known, rows);
    std::vector<std::string> lines;
    for (auto const& row : rows) lines.push_back(row.read(names));
    std::ranges::sort(lines);
    return lines;
}

}  // namespace support
