#pragma once
// What everybody who is signed in may read: it is about the product and the house, never about a person.

#include <array>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/time.hpp"
#include "platform/meta.hpp"
#include "representative/kept.hpp"

namespace representative {

// Rules B. A cell says `yes`, `no`, or in words how much.
struct MatrixRole {
    std::string key;
    std::string name;
    std::string who;
};
BOOST_DESCRIBE_STRUCT(MatrixRole, (), (key, name, who))
struct MatrixRow {
    std::string row;  // as the contract names it in x-shows
    std::string datum;
    std::vector<std::string> cells;  // one a role
};
BOOST_DESCRIBE_STRUCT(MatrixRow, (), (row, datum, cells))
struct WhoSeesWhat {
    std::vector<MatrixRole> roles;
    std::vector<MatrixRow> rows;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(WhoSeesWhat, (), (roles, rows, notes))

struct RecordedEvent {
    std::string kind;
    std::string sentence;
    bool is_private = false;
};
BOOST_DESCRIBE_STRUCT(RecordedEvent, (), (kind, sentence, is_private))
struct RecordedEvents {
    std::vector<RecordedEvent> items;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(RecordedEvents, (), (items, notes))

struct KeptWords {
    std::string key;
    std::string what;
    std::string after;
};
BOOST_DESCRIBE_STRUCT(KeptWords, (), (key, what, after))
struct KeptWordsList {
    std::vector<KeptWords> items;
};
BOOST_DESCRIBE_STRUCT(KeptWordsList, (), (items))
struct KeptFor {
    std::string key;
    std::string what;
    std::optional<std::int32_t> figure;
    KeptUnit unit{};
    std::string after;
};
BOOST_DESCRIBE_STRUCT(KeptFor, (), (key, what, figure, unit, after))
struct KeptForList {
    std::vector<KeptFor> items;
};
BOOST_DESCRIBE_STRUCT(KeptForList, (), (items))

// What the product keeps for one purpose. `tables` are those of the database; those in `sealed` hold what is encrypted
// besides.
struct DataPurpose {
    std::string key;
    std::string purpose;
    std::string data;
    std::vector<std::string> tables;
    std::vector<std::string> sealed;
    std::vector<std::string> kept;  // keys of what is kept
    std::vector<std::string> rows;  // of who sees what
};
BOOST_DESCRIBE_STRUCT(DataPurpose, (), (key, purpose, data, tables, sealed, kept, rows))
struct DataPurposes {
    std::vector<DataPurpose> purposes;
};
BOOST_DESCRIBE_STRUCT(DataPurposes, (), (purposes))

struct LegalBasis {
    std::string purpose;
    std::string basis;
    std::int64_t version = 0;
    base::Day written_on;
};
BOOST_DESCRIBE_STRUCT(LegalBasis, (), (purpose, basis, version, written_on))

struct MappedPurpose : DataPurpose {
    std::vector<KeptFor> kept_for;
    std::optional<std::string> legal_basis;
    std::optional<base::Day> legal_basis_written_on;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(MappedPurpose, (DataPurpose), (kept_for, legal_basis, legal_basis_written_on, version))
struct DataMap {
    std::vector<MappedPurpose> purposes;
    bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(DataMap, (), (purposes, may_write))

struct LegalBasisInput {
    std::int64_t version = 0;
    std::string basis;
};
BOOST_DESCRIBE_STRUCT(LegalBasisInput, (), (version, basis))

}  // namespace representative

template <>
inline constexpr auto meta::limits<representative::LegalBasisInput> =
    std::array{meta::doc("version", "As it was read; 0 where nothing is written"),
               meta::Limit{"basis", 0, 2000, "In your own words; empty: nothing is claimed"}};
template <>
inline constexpr auto meta::limits<representative::MappedPurpose> =
    std::array{meta::doc("legal_basis", "What the house says; null: nothing is claimed")};
template <>
inline constexpr auto meta::limits<representative::KeptFor> =
    std::array{meta::doc("figure", "null: not removed by itself")};
