#include "app/routes.hpp"
#include "voice/loop_board_http.hpp"
#include "voice/question_http.hpp"

namespace app {

using access::May;

// Quiet: who asks and who reads what would say who takes part, who is on a panel and who answers.
void add_voice_routes(access::Routes& r) {
    constexpr std::string_view kQuestion = "board question and decision";
    constexpr std::string_view kAnswer = "panel answer (anonymous)";
    r.get("/question-openings", May::participant, voice::list_question_openings,
          "Where you may ask before you decide, and the panels you may be on")
        .quiet()
        .may_show({"takes part at all", "that two people are a pair"});
    r.put("/programmes/{id}/panel-membership", May::participant, voice::put_panel_membership,
          "Say that you may be asked; nobody is shown who is on a panel")
        .quiet()
        .may_show({"takes part at all", "that two people are a pair"});
    r.remove("/programmes/{id}/panel-membership", May::participant, voice::remove_panel_membership,
             "No longer be asked")
        .quiet()
        .may_show({"takes part at all", "that two people are a pair"});
    r.get("/questions", May::participant, voice::list_my_questions, "List what you ask and what you are asked")
        .quiet()
        .may_show({kQuestion});
    r.put("/programmes/{id}/questions/{question_id}", May::participant, voice::put_question,
          "Ask your own partner, or a panel, before you decide")
        .quiet()
        .may_show({kQuestion, kAnswer});
    r.get("/questions/{id}", May::participant, voice::show_question,
          "Read a question: all of it for whoever asks, is asked or runs the programme")
        .quiet()
        .may_show({kQuestion, kAnswer});
    r.put("/questions/{id}/answer", May::participant, voice::put_panel_answer,
          "Answer under your name, for whoever asks alone")
        .quiet()
        .may_show({kQuestion, kAnswer});
    r.remove("/questions/{id}/answer", May::participant, voice::remove_panel_answer, "Take your answer back")
        .quiet()
        .may_show({kQuestion, kAnswer});
    r.put("/questions/{id}/decision", May::participant, voice::put_decision,
          "Publish the decision, with its reason and what was heard; nothing else closes a question")
        .quiet()
        .may_show({kQuestion, kAnswer, "sponsor's acts and dates"});
    r.put("/questions/{id}/draft", May::participant, voice::put_draft,
          "Write a decision down before it is published: whoever asks, or whoever drafts for the sponsor")
        .quiet()
        .may_show({kQuestion, kAnswer});
    r.put("/programmes/{id}/drafter", May::participant, voice::put_drafter,
          "As the sponsor: name who may draft your decisions; they read your questions and no answers")
        .quiet()
        .may_show({"takes part at all", "that two people are a pair"});
    r.remove("/programmes/{id}/drafter", May::participant, voice::remove_drafter,
             "As the sponsor: nobody drafts for you any more")
        .quiet()
        .may_show({"takes part at all", "that two people are a pair"});
    r.get("/programmes/{id}/loop-board", May::participant, voice::show_loop_board,
          "Read what was asked of a programme's panel and what became of it")
        .may_show({kQuestion, "sponsor's acts and dates"});
    r.put("/programmes/{id}/loop-board/publication", May::participant, voice::put_board_publication,
          "As the sponsor: let everybody in the house read the loop board")
        .may_show({kQuestion, "sponsor's acts and dates"});
    r.remove("/programmes/{id}/loop-board/publication", May::participant, voice::remove_board_publication,
             "As the sponsor: show the loop board to those who take part alone")
        .may_show({kQuestion, "sponsor's acts and dates"});
    r.put("/questions/{id}/mark", May::participant, voice::put_mark,
          "Say whether it is closed for you, or not yet, for fourteen days after the decision")
        .quiet()
        .may_show({kQuestion, kAnswer});
}

}  // namespace app
