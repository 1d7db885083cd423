#include "organisation/installation_store.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"

namespace organisation::store {

namespace {

struct KeyFact {
    std::string name;  // "key.seal.1"
    std::string value;
};
BOOST_DESCRIBE_STRUCT(KeyFact, (), (name, value))

crypto::KeyMark to_mark(KeyFact const& fact) {
    auto const parts = base::split(fact.name, '.');
    crypto::KeyMark mark{parts.at(1), 0, fact.value};
    std::from_chars(parts.at(2).data(), parts.at(2).data() + parts.at(2).size(), mark.number);
    return mark;
}

}  // namespace

std::optional<std::string> find_fact(db::Tx& tx, std::string_view name) {
    return tx.value<std::string>("SELECT value FROM installation_facts WHERE name = $1", name);
}

void put_fact(db::Tx& tx, std::string_view name, std::string_view value) {
    tx.run(R"(
        INSERT INTO installation_facts (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value)",
           name, value);
}

void remove_fact(db::Tx& tx, std::string_view name) {
    tx.run("DELETE FROM installation_facts WHERE name = $1", name);
}

std::vector<crypto::KeyMark> list_key_marks(db::Tx& tx) {
    std::vector<crypto::KeyMark> marks;
    for (auto const& fact : tx.all<KeyFact>("SELECT name, value FROM installation_facts WHERE name LIKE 'key.%'"))
        marks.push_back(to_mark(fact));
    return marks;
}

void add_key_mark(db::Tx& tx, crypto::KeyMark const& mark) {
    put_fact(tx, fmt::format("key.{}.{}", mark.purpose, mark.number), mark.fingerprint);
}

}  // namespace organisation::store
