#include "record/pair_export.hpp"

#include "platform/i18n.hpp"

namespace record {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

// RFC 3986 2.3, and the slashes between folders.
std::string percent_encoded(std::string_view path) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (char const c : path) {
        auto const octet = static_cast<unsigned char>(c);
        if (kPlain.find(c) != std::string_view::npos)
            out += c;
        else
            out.append("%").append(1, kDigits[octet >> 4U]).append(1, kDigits[octet & 0x0fU]);
    }
    return out;
}

// Text is escaped where it goes in, and nowhere else.
class Page {
  public:
    Page(PairExport const& pair, std::string const& language) : pair_(pair), language_(language) {}

    [[nodiscard]] std::string say(std::string const& key, i18n::Arguments const& words = {}) const {
        return i18n::ours().format(language_, "pair_export." + key, words);
    }
    [[nodiscard]] std::string who(bool is_own) const { return is_own ? pair_.own_name : pair_.partner_name; }
    void add(std::string_view tag, std::string_view text) {
        body_.append("<").append(tag).append(">").append(escaped(text)).append("</").append(tag).append(">\n");
    }
    // `path` is of ours: "files/03-notes.md".
    void link(std::string_view path, std::string_view text) {
        body_.append("<p><a href=\"").append(escaped(percent_encoded(path))).append("\">");
        body_.append(escaped(text)).append("</a></p>\n");
    }
    void heading(std::string const& key) { add("h2", say(key)); }
    void list(std::string const& title, std::vector<std::string> const& lines) {
        if (lines.empty()) return;
        add("h3", title);
        body_ += "<ul>\n";
        for (auto const& line : lines) add("li", line);
        body_ += "</ul>\n";
    }
    [[nodiscard]] std::string whole() const {
        auto const title = escaped(say("title", {{"partner", pair_.partner_name}}));
        return "<!doctype html>\n<html lang=\"" + escaped(language_) +
               "\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
               title +
               "</title>\n<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em}"
               "p{white-space:pre-wrap}</style>\n<h1>" +
               title + "</h1>\n" + body_ + "</html>\n";
    }

  private:
    PairExport const& pair_;
    std::string language_;
    std::string body_;
};

std::string minute_of(base::Instant instant) {
    return base::to_text(instant).substr(0, 10) + " " + base::to_text(instant).substr(11, 5) + " UTC";
}

void add_agreement(Page& page, PairExport const& pair) {
    if (!pair.agreement) return;
    page.heading("agreement");
    page.add("p", page.say("ends_on", {{"day", base::to_text(pair.agreement->ends_on)}}));
    page.list(page.who(true), pair.agreement->own_outcomes);
    page.list(page.who(false), pair.agreement->partner_outcomes);
}

void add_goals(Page& page, PairExport const& pair) {
    if (!pair.goals.empty()) page.heading("goals");
    for (auto const& goal : pair.goals) {
        std::vector<std::string> steps;
        for (auto const& step : goal.steps) steps.push_back((step.is_done ? "☑ " : "☐ ") + step.text);
        auto const title = page.who(goal.is_own) + ": " + goal.text + (goal.is_reached ? " ☑" : "");
        if (steps.empty())
            page.add("h3", title);
        else
            page.list(title, steps);
    }
    if (pair.own_targets.empty() && pair.partner_targets.empty()) return;
    page.heading("targets");
    page.list(page.who(true), pair.own_targets);
    page.list(page.who(false), pair.partner_targets);
    if (pair.echo && !pair.echo->stuck.empty()) page.add("p", pair.echo->stuck);
}

void add_note(Page& page, std::string const& key, std::string const& text) {
    if (text.empty()) return;
    page.add("h4", page.say(key));
    page.add("p", text);
}

void add_meeting(Page& page, ExportedMeeting const& meeting) {
    auto const state = page.say("meeting_state", {{"state", std::string(meta::name_of(meeting.state))}});
    auto when = meeting.time ? meeting.time->starts_local + " " + meeting.time->time_zone : std::string();
    if (when.size() > 10 && when[10] == 'T') when[10] = ' ';
    page.add("h3", when.empty() ? state : when + " · " + state);
    if (!meeting.place.empty()) page.add("p", meeting.place);
    std::vector<std::string> agenda;
    for (auto const& item : meeting.agenda) agenda.push_back(page.who(item.is_own) + ": " + item.text);
    page.list(page.say("agenda"), agenda);
    add_note(page, "shared_note", meeting.shared_note);
    add_note(page, "own_note", meeting.own_note);
    std::vector<std::string> promises;
    for (auto const& promise : meeting.promises)
        promises.push_back((promise.is_done ? "☑ " : "☐ ") + page.who(promise.is_own) + ": " + promise.text +
                           (promise.due_on ? " (" + base::to_text(*promise.due_on) + ")" : ""));
    page.list(page.say("promises"), promises);
}

void add_feedback(Page& page, PairExport const& pair) {
    if (!pair.feedback.empty()) page.heading("feedback");
    for (auto const& one : pair.feedback) {
        page.add("h3", page.who(one.is_own) + ", " + base::to_text(one.written_on));
        add_note(page, "situation", one.words.situation);
        add_note(page, "saw", one.words.saw);
        add_note(page, "effect", one.words.effect);
        add_note(page, "wish", one.words.wish);
        if (one.own_look) page.list(page.say("look"), {page.who(true) + ": " + *one.own_look});
        if (one.partner_look) page.list(page.say("look"), {page.who(false) + ": " + *one.partner_look});
    }
}

void add_messages(Page& page, PairExport const& pair) {
    if (!pair.messages.empty()) page.heading("messages");
    for (auto const& message : pair.messages) {
        page.add("h4", page.who(message.is_own) + ", " + minute_of(message.written_at));
        page.add("p", message.text.value_or(page.say("taken_back")));
        for (auto const& [name, file] : message.attachments) {
            auto const words = page.say("attachment", {{"name", name}});
            if (file)
                page.link(*file, words);
            else
                page.add("p", words);
        }
    }
}

}  // namespace

std::string as_page(PairExport const& pair, std::string const& language) {
    Page page(pair, language);
    page.add("p", page.say("made", {{"name", pair.own_name},
                                    {"programme", pair.programme},
                                    {"day", base::to_text(base::utc_day(pair.made_at))}}));
    add_agreement(page, pair);
    add_goals(page, pair);
    add_feedback(page, pair);
    if (!pair.meetings.empty()) page.heading("meetings");
    for (auto const& meeting : pair.meetings) add_meeting(page, meeting);
    add_messages(page, pair);
    return page.whole();
}

}  // namespace record
