#include "matching/match_preview_http.hpp"

namespace matching {

base::Result<Preview> post_match_preview(access::Visit& /*nothing of it is needed*/, PreviewInput const& input) {
    return make_preview(input);
}

}  // namespace matching
