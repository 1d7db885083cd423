#pragma once
// The contribution record: a line for each conversation that somebody held on the side that brings the knowledge, and
// sums by exchange. Hours are as long as the date was set for.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace record {

// One held conversation, as it is found.
struct Held {
    base::AnyId pairing_id;
    base::AnyId programme_id;
    std::string starts_local;  // "2026-11-25T10:00"
    std::int32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Held, (), (pairing_id, programme_id, starts_local, minutes))

struct ContributionLine {
    base::Day held_on;
    std::int32_t minutes = 0;
    std::string programme;
};
BOOST_DESCRIBE_STRUCT(ContributionLine, (), (held_on, minutes, programme))

// Of one partner, who is not named: the record is the mentor's, and so is whom they tell.
struct ContributionSum {
    std::string programme;
    base::Day first_on;
    base::Day last_on;
    std::int32_t meetings = 0;
    std::int32_t minutes = 0;
    std::vector<std::string> topics;  // what they brought and their partner wanted, without private ones
};
BOOST_DESCRIBE_STRUCT(ContributionSum, (), (programme, first_on, last_on, meetings, minutes, topics))

struct ContributionRecord {
    std::string name;  // as its owner wants to be called
    std::int32_t meetings = 0;
    std::int32_t minutes = 0;
    std::vector<ContributionSum> exchanges;  // the earliest first
    std::vector<ContributionLine> lines;     // likewise
};
BOOST_DESCRIBE_STRUCT(ContributionRecord, (), (name, meetings, minutes, exchanges, lines))

// `held` in the order of their dates. Names and topics are found by the two functions.
template <class NameOf, class TopicsOf>
ContributionRecord sum_up(std::string name, std::vector<Held> const& held, NameOf name_of, TopicsOf topics_of) {
    ContributionRecord record;
    record.name = std::move(name);
    std::vector<base::AnyId> seen;
    for (auto const& one : held) {
        auto const day = base::parse_day(std::string_view(one.starts_local).substr(0, 10)).value();
        std::size_t at = 0;
        while (at < seen.size() && seen[at] != one.pairing_id) ++at;
        if (at == seen.size()) {
            seen.push_back(one.pairing_id);
            record.exchanges.push_back({name_of(one.programme_id), day, day, 0, 0, topics_of(one.pairing_id)});
        }
        auto& exchange = record.exchanges[at];
        exchange.last_on = day;
        ++exchange.meetings;
        exchange.minutes += one.minutes;
        ++record.meetings;
        record.minutes += one.minutes;
        record.lines.push_back({day, one.minutes, exchange.programme});
    }
    return record;
}

}  // namespace record
