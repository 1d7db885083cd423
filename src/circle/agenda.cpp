#include "circle/agenda.hpp"

#include "platform/content.hpp"

namespace circle {

CircleAgenda const& agenda_in(std::string_view language) {
    return content::read_once<CircleAgenda>("content/circle_agenda/", language);
}

}  // namespace circle
