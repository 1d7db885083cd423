#pragma once

#include "access/call.hpp"
#include "message/anonymous_line_shapes.hpp"

namespace message {

base::Result<LineRecipients> show_line_recipients(access::Call& call);
base::Result<LineAnswer> put_line(access::Call& call, LineOpening const& opening);
base::Result<MyLines> list_my_lines(access::Call& call);
base::Result<LinePage> list_lines(access::Call& call, LinesQuery const& query);
base::Result<LineAnswer> show_line(access::Call& call);
base::Result<LineAnswer> put_line_message(access::Call& call, LineWritten const& written);
base::Result<LineAnswer> put_line_reading(access::Call& call);
base::Result<LineAnswer> put_line_closure(access::Call& call);

}  // namespace message
