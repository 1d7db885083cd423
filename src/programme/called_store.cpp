#include "programme/called_store.hpp"

#include <fmt/format.h>

namespace programme::store {

namespace {

// Of two tags that both begin the reader's, the longer is the greater.
constexpr std::string_view kCalledJoins = R"(
    LEFT JOIN programme_words read_words
        ON read_words.organisation_id = {0}.organisation_id AND read_words.programme_id = {0}.id
       AND read_words.language = (SELECT MAX(nearest.language) FROM programme_words nearest
                                  WHERE nearest.organisation_id = {0}.organisation_id AND nearest.programme_id = {0}.id
                                    AND ({1} = nearest.language OR {1} LIKE nearest.language || '-%'))
    LEFT JOIN programme_words own_words
        ON own_words.organisation_id = {0}.organisation_id AND own_words.programme_id = {0}.id
       AND own_words.language = {0}.language
)";

constexpr std::string_view kCalledColumns = R"({1} AS programme_name,
    COALESCE(read_words.purpose, own_words.purpose, {0}.purpose) AS programme_purpose,
    COALESCE(read_words.mentor_neutral, own_words.mentor_neutral) AS programme_mentor,
    COALESCE(read_words.mentee_neutral, own_words.mentee_neutral) AS programme_mentee)";

struct CalledRow {
    Called programme;
};
BOOST_DESCRIBE_STRUCT(CalledRow, (), (programme))

}  // namespace

CalledSql called_in(std::string_view programme, std::string_view language) {
    auto name = fmt::format("COALESCE(read_words.name, own_words.name, {}.name)", programme);
    return {fmt::format(kCalledColumns, programme, name), fmt::format(kCalledJoins, programme, language),
            std::move(name)};
}

Called find_called(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::string const& language) {
    static auto const called = called_in("p", "$3");
    static auto const sql =
        "SELECT " + called.columns + " FROM programmes p" + called.joins + "WHERE p.organisation_id = $1 AND p.id = $2";
    return tx.one<CalledRow>(sql, organisation, id, language).value().programme;
}

}  // namespace programme::store
