#pragma once

#include "access/call.hpp"
#include "topic/exchange_shapes.hpp"

namespace topic {

base::Result<Catalogue> list_topics(access::Call& call, TopicQuery const& query);
base::Result<Exchange> show_exchange(access::Call& call);
base::Result<Exchange> put_exchange(access::Call& call, ExchangeInput const& input);
base::Result<WillNotDiscuss> show_will_not_discuss(access::Call& call);
base::Result<WillNotDiscuss> put_will_not_discuss(access::Call& call, WillNotDiscuss const& input);
base::Result<ExchangeBrief> show_exchange_brief(access::Call& call);
base::Result<TopicBoard> show_topic_board(access::Call& call);

}  // namespace topic
