#include "programme/draw_http.hpp"

#include <algorithm>

#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"

namespace programme {
namespace {

// What JSON numbers hold exactly.
constexpr std::uint64_t kDrawSeeds = std::uint64_t{1} << 53U;

std::vector<ShownTicket> tickets_of(access::Call& call, Programme const& programme, Side side) {
    auto const own = store::list_own_enrolments(call.tx, call.viewer);
    std::vector<ShownTicket> shown;
    for (auto const& drawn : store::list_drawn(call.tx, call.viewer.organisation, programme.id, side))
        shown.push_back({drawn.place, drawn.ticket, draw_number(*programme.lottery_seed, drawn.ticket),
                         std::ranges::find(own, drawn.ticket, &OwnEnrolment::id) != own.end()});
    return shown;
}

DrawShown shown_draw(access::Call& call, Programme const& programme) {
    if (!programme.lottery_seed) return {};
    return {programme.lottery_seed, tickets_of(call, programme, Side::mentor),
            tickets_of(call, programme, Side::mentee)};
}

}  // namespace

base::Result<DrawShown> show_draw(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto programme = store::find_own_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    if (programme->waiting_order != WaitingOrder::lottery) return no_draw_here();
    return shown_draw(call, *programme);
}

base::Result<DrawShown> put_draw(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const seed = static_cast<std::int64_t>(call.tools.database.options().random->below(kDrawSeeds));
    TRY(programme, draw_places(call.tx, call.viewer, id, seed, call.now));
    return shown_draw(call, programme);
}

}  // namespace programme
