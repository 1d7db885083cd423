#include "app/routes.hpp"
#include "voice/front_line_note_http.hpp"

namespace app {

using access::May;

// Quiet: who asks for this page, who writes and who sends would say whose words a coordinator reads on Monday.
void add_front_line_routes(access::Routes& r) {
    constexpr std::string_view kNote = "front-line note";
    constexpr std::string_view kPair = "that two people are a pair";
    constexpr std::string_view kTakesPart = "takes part at all";
    r.get("/front-line-notes", May::participant, voice::list_my_notes,
          "What you write of what you see from here, and what your partner wrote to you")
        .quiet()
        .may_show({kNote, kPair, kTakesPart});
    r.put("/programmes/{id}/front-line-notes/{note_id}", May::participant, voice::put_note,
          "Write a note, or change it; it is yours alone until you send it")
        .quiet()
        .may_show({kNote, kPair, kTakesPart});
    r.remove("/programmes/{id}/front-line-notes/{note_id}", May::participant, voice::remove_own_note,
             "Throw a note away that has not been sent")
        .quiet()
        .may_show({kNote, kPair, kTakesPart});
    r.put("/programmes/{id}/front-line-notes/{note_id}/sending", May::participant, voice::put_note_sending,
          "Send it as it was previewed: to your partner at once, else without your name on a Monday")
        .quiet()
        .may_show({kNote, kPair, kTakesPart});
    r.remove("/programmes/{id}/front-line-notes/{note_id}/sending", May::participant, voice::remove_note_sending,
             "Take a note back before its Monday; nobody learns that it was there")
        .quiet()
        .may_show({kNote, kPair, kTakesPart});
    r.get("/programmes/{id}/front-line-notes", May::coordinator, voice::list_released_notes,
          "Read what has gone out, without authors, by the week")
        .may_show({kNote});
    r.get("/front-line-themes", May::participant, voice::list_my_themes,
          "Read the themes that were shown in your programmes, and what their sponsors answered")
        .may_show({kNote, "sponsor's acts and dates"});
    r.get("/programmes/{id}/front-line-themes", May::participant, voice::list_programme_themes,
          "Read the themes of a programme; whoever coordinates it also those on their way")
        .may_show({kNote, "sponsor's acts and dates"});
    r.put("/programmes/{id}/front-line-themes/{theme_id}", May::coordinator, voice::put_theme,
          "Compose a theme in your own words; the house shows it on a Monday when it stands on enough people")
        .may_show({kNote, "sponsor's acts and dates"});
    r.remove("/programmes/{id}/front-line-themes/{theme_id}", May::coordinator, voice::remove_own_theme,
             "Throw a theme away that the house has not looked at")
        .may_show({kNote, "sponsor's acts and dates"});
    r.put("/programmes/{id}/front-line-themes/{theme_id}/answer", May::participant, voice::put_theme_answer,
          "As the sponsor: answer a theme, once, to everybody who takes part")
        .may_show({kNote, "sponsor's acts and dates"});
}

}  // namespace app
