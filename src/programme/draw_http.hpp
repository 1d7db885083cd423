#pragma once

#include "access/call.hpp"
#include "programme/draw_shapes.hpp"

namespace programme {

base::Result<DrawShown> show_draw(access::Call& call);
base::Result<DrawShown> put_draw(access::Call& call);

}  // namespace programme
