#include "care/history_store.hpp"

#include <algorithm>
#include <map>

namespace care::store {
namespace {

struct PairRow {
    PairingId pairing_id;
    ProgrammeId programme_id;
    PersonId mentor_id;
    PersonId mentee_id;
    base::Instant started_at;
    std::int32_t meetings_before;
    pairing::Cadence cadence;
    Side booking_side;
};
BOOST_DESCRIBE_STRUCT(PairRow, (),
                      (pairing_id, programme_id, mentor_id, mentee_id, started_at, meetings_before, cadence,
                       booking_side))

struct OccasionRow {
    PairingId pairing_id;
    meeting::MeetingId id;
    base::Instant opened_at;
    std::optional<base::Instant> told_at;
    Side proposed_by;
    std::optional<base::Instant> starts_at;
    std::optional<base::Instant> held_at;
    std::optional<base::Instant> cancelled_at;
};
BOOST_DESCRIBE_STRUCT(OccasionRow, (),
                      (pairing_id, id, opened_at, told_at, proposed_by, starts_at, held_at, cancelled_at))

struct ChangedRow {
    PairingId pairing_id;
    meeting::MeetingId meeting_id;
    meeting::ChangeKind kind;
    Side side;
    base::Instant starts_at;
    base::Instant happened_at;
};
BOOST_DESCRIBE_STRUCT(ChangedRow, (), (pairing_id, meeting_id, kind, side, starts_at, happened_at))

struct WrittenRow {
    PairingId pairing_id;
    Side side;
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(WrittenRow, (), (pairing_id, side, written_at))

struct StoppedRow {
    PairingId pairing_id;
    base::Day from_on;
    base::Day until_on;
};
BOOST_DESCRIBE_STRUCT(StoppedRow, (), (pairing_id, from_on, until_on))

// One stretch of pairs, filled table by table: as many questions whatever the number of pairs.
class Stretch {
  public:
    Stretch(db::Tx& tx, OrganisationId organisation, PairingId after, std::int64_t most)
        : tx_(tx), organisation_(organisation), after_(after) {
        read_pairs(most);
        if (pairs_.empty()) return;
        read_occasions();
        read_changes();
        read_messages();
        read_pauses();
        read_absences();
    }
    std::vector<LivePair> take() && { return std::move(pairs_); }

  private:
    template <class Row>
    std::vector<Row> rows(std::string_view sql) {
        return tx_.all<Row>(sql, organisation_, after_, pairs_.back().pairing_id);
    }
    // Rows come for pairs between, that are not live, too.
    History* history_of(PairingId id) {
        auto const found = std::ranges::lower_bound(pairs_, id, {}, &LivePair::pairing_id);
        return found != pairs_.end() && found->pairing_id == id ? &found->history : nullptr;
    }

    void read_pairs(std::int64_t most) {
        for (auto const& row : tx_.all<PairRow>(R"(
                 SELECT p.id AS pairing_id, p.programme_id, mentor.person_id AS mentor_id, mentee.person_id AS mentee_id,
                        p.started_at, p.meetings_before, a.cadence, a.booking_side
                 FROM pairings p
                 JOIN programmes programme ON programme.organisation_id = p.organisation_id
                  AND programme.id = p.programme_id AND programme.state <> 'closed'
                 JOIN agreements a ON a.organisation_id = p.organisation_id AND a.pairing_id = p.id
                 JOIN pairing_people mentor ON mentor.organisation_id = p.organisation_id AND mentor.pairing_id = p.id
                  AND mentor.side = 'mentor'
                 JOIN pairing_people mentee ON mentee.organisation_id = p.organisation_id AND mentee.pairing_id = p.id
                  AND mentee.side = 'mentee'
                 LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
                 LEFT JOIN pauses pause ON pause.organisation_id = p.organisation_id AND pause.pairing_id = p.id
                  AND pause.resumed_on IS NULL
                 WHERE p.organisation_id = $1 AND p.id > $2 AND p.started_at IS NOT NULL
                   AND closure.released_on IS NULL AND pause.pairing_id IS NULL
                 ORDER BY p.id LIMIT $3)",
                                                organisation_, after_, most)) {
            LivePair pair{row.pairing_id, row.programme_id, row.mentor_id, row.mentee_id, {}};
            pair.history.started_at = row.started_at;
            pair.history.has_met_before = row.meetings_before > 0;
            pair.history.cadence_days = meeting::days_of(row.cadence);
            pair.history.booking_side = row.booking_side;
            pairs_.push_back(std::move(pair));
        }
    }
    void read_occasions() {
        for (auto const& row : rows<OccasionRow>(R"(
                 SELECT m.pairing_id, m.id, m.opened_at, m.proposed_by, m.starts_at, m.held_at, m.cancelled_at,
                        CASE WHEN m.starts_at IS NULL AND m.cancelled_at IS NULL THEN
                            (SELECT MAX(link.made_at) FROM meeting_links link
                             WHERE link.organisation_id = m.organisation_id AND link.meeting_id = m.id
                               AND link.kind = 'times_proposed') END AS told_at
                 FROM meetings m WHERE m.organisation_id = $1 AND m.pairing_id > $2 AND m.pairing_id <= $3)"))
            if (auto* history = history_of(row.pairing_id))
                history->occasions.push_back({row.id, row.opened_at, row.told_at.value_or(row.opened_at),
                                              row.proposed_by, row.starts_at, row.held_at, row.cancelled_at});
    }
    void read_changes() {
        for (auto const& row : rows<ChangedRow>(R"(
                 SELECT m.pairing_id, c.meeting_id, c.kind, c.side, c.starts_at, c.happened_at
                 FROM meeting_changes c
                 JOIN meetings m ON m.organisation_id = c.organisation_id AND m.id = c.meeting_id
                 WHERE m.organisation_id = $1 AND m.pairing_id > $2 AND m.pairing_id <= $3
                 ORDER BY c.happened_at, c.id)"))
            if (auto* history = history_of(row.pairing_id))
                history->changes.push_back({row.meeting_id, row.kind, row.side, row.starts_at, row.happened_at});
    }
    void read_messages() {
        for (auto const& row : rows<WrittenRow>(R"(
                 SELECT last.pairing_id, one.side, last.written_at
                 FROM pairings p
                 JOIN messages last ON last.organisation_id = p.organisation_id AND last.pairing_id = p.id
                  AND last.position = (SELECT later.position FROM messages later
                                       WHERE later.organisation_id = p.organisation_id AND later.pairing_id = p.id
                                         AND later.taken_back_at IS NULL ORDER BY later.position DESC LIMIT 1)
                 JOIN pairing_people one ON one.organisation_id = last.organisation_id
                  AND one.pairing_id = last.pairing_id AND one.person_id = last.person_id
                 WHERE p.organisation_id = $1 AND p.id > $2 AND p.id <= $3)"))
            if (auto* history = history_of(row.pairing_id)) history->last_message = Written{row.side, row.written_at};
    }
    void read_pauses() {
        keep(rows<StoppedRow>(R"(
            SELECT pairing_id, paused_on AS from_on, resumed_on AS until_on FROM pauses
            WHERE organisation_id = $1 AND pairing_id > $2 AND pairing_id <= $3 AND resumed_on IS NOT NULL)"),
             0);
    }
    // The last day of an absence is one of it.
    void read_absences() {
        keep(rows<StoppedRow>(R"(
            SELECT one.pairing_id, absence.from_on, absence.until_on FROM pairing_people one
            JOIN absences absence ON absence.organisation_id = one.organisation_id AND absence.person_id = one.person_id
            WHERE one.organisation_id = $1 AND one.pairing_id > $2 AND one.pairing_id <= $3)"),
             1);
    }
    void keep(std::vector<StoppedRow> const& stopped, int more) {
        for (auto const& row : stopped)
            if (auto* history = history_of(row.pairing_id))
                history->stopped.push_back({row.from_on, row.until_on + more});
    }

    db::Tx& tx_;
    OrganisationId organisation_;
    PairingId after_;
    std::vector<LivePair> pairs_;
};

}  // namespace

std::vector<LivePair> list_live_pairs(db::Tx& tx, OrganisationId organisation, PairingId after, std::int64_t most) {
    return Stretch(tx, organisation, after, most).take();
}

}  // namespace care::store
