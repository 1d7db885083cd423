#pragma once

#include "access/call.hpp"
#include "circle/circle_shapes.hpp"

namespace circle {

base::Result<MyCircles> list_my_circles(access::Call& call);
base::Result<CircleAnswer> show_circle(access::Call& call);
base::Result<access::Document> show_circle_calendar(access::Call& call);
base::Result<CircleAnswer> put_circle_date(access::Call& call, WantedDate const& wanted);
base::Result<CircleAnswer> remove_circle_date(access::Call& call, DateRead const& read);
base::Result<CircleAnswer> put_departure(access::Call& call);
base::Result<CircleAnswer> remove_departure(access::Call& call);
base::Result<CircleAnswer> put_circle_member(access::Call& call);
base::Result<CirclePage> list_circles(access::Call& call, CirclesQuery const& query);
base::Result<FormingAnswer> post_circles(access::Call& call, FormingWanted const& wanted);

}  // namespace circle
