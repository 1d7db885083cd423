#pragma once

#include "access/call.hpp"
#include "programme/closing_shapes.hpp"

namespace programme {

base::Result<ClosingAnswer> show_closing(access::Call& call);
base::Result<ClosingAnswer> put_closing(access::Call& call, ClosingAnnouncement const& wanted);
base::Result<ClosingAnswer> put_closing_review(access::Call& call, ClosingReview const& review);
base::Result<OwnClosings> list_my_closings(access::Call& call);
base::Result<ClosingReviewPage> show_closing_review(access::Call& call);
base::Result<ClosingReviewPage> put_closing_agreement(access::Call& call, ClosingAgreement const& agreement);

}  // namespace programme
