import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { SignedInLayout } from "app/layouts/signed-in-layout";
import { SignedOutLayout } from "app/layouts/signed-out-layout";
import { BrokenPage } from "app/pages/broken-page";
import { NotFoundPage } from "app/pages/not-found-page";
import { wantWords } from "lib/i18n/languages";
import type { Part } from "lib/i18n/parts";
import type { ComponentType } from "react";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});
const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedInLayout });
const signedOut = createRoute({ getParentRoute: () => root, id: "signed-out", component: SignedOutLayout });

type PageFile = () => Promise<Record<string, ComponentType>>;

/** The words of pages that stand at several addresses. */
const wordsOf = {
  meeting: ["guide", "meeting", "notebook", "pair"],
  pair: ["agreement", "care", "guide", "meeting", "message", "one_line", "pair", "survey"],
  asking: ["asking", "questionnaire"],
  questions: ["questionnaire", "survey"],
  results: ["questionnaire", "results"],
  room: ["concern", "message", "unnamed"],
  setUp: ["people", "programme", "set_up", "settings"],
} satisfies Record<string, Part[]>;

/** A page and its words, which come together. */
function spoken(file: PageFile, page: string, words: Part[]) {
  return lazyRouteComponent(async () => {
    const [loaded] = await Promise.all([file(), wantWords(words)]);
    return loaded;
  }, page);
}

/** A page for people who are signed in. */
function inside<const Path extends string>(path: Path, file: PageFile, page: string, words: Part[] = []) {
  return createRoute({ getParentRoute: () => signedIn, path, component: spoken(file, page, words) });
}

/** A person to talk to; `about` is the pair it is about, `without_name` the acquaintance. */
const talk = createRoute({
  getParentRoute: () => signedIn,
  path: "/talk",
  component: spoken(() => import("app/pages/talk-page"), "TalkPage", [
    "acquaintance",
    "concern",
    "message",
    "unnamed",
  ]),
  validateSearch: (search): { about?: string; without_name?: string } => ({
    ...(typeof search.about === "string" ? { about: search.about } : {}),
    ...(typeof search.without_name === "string" ? { without_name: search.without_name } : {}),
  }),
});

/** A page anyone may open. */
function outside<const Path extends string>(path: Path, file: PageFile, page: string, words: Part[] = []) {
  return createRoute({
    getParentRoute: () => signedOut,
    path,
    component: spoken(file, page, words),
    validateSearch: (search): { next?: string } =>
      typeof search.next === "string" ? { next: search.next } : {},
  });
}

/** The table of pages; each is a download of its own. */
const routeTree = root.addChildren([
  signedOut.addChildren([
    outside("/sign-in", () => import("app/pages/sign-in-page"), "SignInPage"),
    outside("/o/$slug", () => import("app/pages/sign-in-page"), "SignInPage"),
    outside("/activation/$token", () => import("app/pages/activation-page"), "ActivationPage", ["door"]),
    outside("/forgotten", () => import("app/pages/forgotten-page"), "ForgottenPage", ["door"]),
    outside("/date/$token", () => import("app/pages/date-page"), "DatePage", ["date", "meeting", "pair"]),
    outside("/first-date/$token", () => import("app/pages/first-date-page"), "FirstDatePage", [
      "date",
      "meeting",
      "pair",
    ]),
    outside("/times/$token", () => import("app/pages/times-page"), "TimesPage", ["care", "date"]),
    outside("/working-time/$link", () => import("app/pages/working-time-page"), "WorkingTimePage", [
      "supervisor",
    ]),
    outside("/room/$token", () => import("app/pages/room-page"), "RoomPage", wordsOf.room),
    outside("/room/$token/$concern_id", () => import("app/pages/room-page"), "RoomConcernPage", wordsOf.room),
    outside("/room/$token/line/$line_id", () => import("app/pages/room-page"), "RoomLinePage", wordsOf.room),
    outside("/sponsor/$link", () => import("app/pages/acceptance-page"), "AcceptancePage", ["acceptance"]),
    outside("/closing/$link", () => import("app/pages/closing-review-page"), "ClosingReviewPage", [
      "closing",
    ]),
    outside("/letter/$link", () => import("app/pages/letter-page"), "LetterPage", ["opening_letter"]),
    outside("/join/$link", () => import("app/pages/join-page"), "JoinPage", ["door"]),
    outside("/set-up", () => import("app/pages/set-up-page"), "SetUpPage", ["set_up"]),
  ]),
  signedIn.addChildren([
    // Everybody
    inside("/", () => import("app/pages/home-page"), "HomePage", ["enrolment", "home", "pair"]),
    inside("/exchange", () => import("app/pages/exchange-page"), "ExchangePage", [
      "enrolment",
      "mine",
      "pair",
    ]),
    inside("/pair", () => import("app/pages/pair-page"), "PairPage", wordsOf.pair),
    inside("/pair/$pairing_id", () => import("app/pages/pair-page"), "PairPage", wordsOf.pair),
    inside("/pair/$pairing_id/stop", () => import("app/pages/stop-page"), "StopPage", [
      "agreement",
      "pair",
      "unnamed",
    ]),
    inside("/meeting", () => import("app/pages/meeting-page"), "MeetingPage", wordsOf.meeting),
    inside("/meeting/$meeting_id", () => import("app/pages/meeting-page"), "MeetingPage", wordsOf.meeting),
    inside("/pair/$pairing_id/goals", () => import("app/pages/goals-page"), "GoalsPage", [
      "agreement",
      "goals",
      "pair",
    ]),
    inside("/pair/$pairing_id/review", () => import("app/pages/review-page"), "ReviewPage", [
      "agreement",
      "goals",
      "guide",
      "meeting",
      "pair",
      "survey",
    ]),
    inside("/pair/$pairing_id/timeline", () => import("app/pages/timeline-page"), "TimelinePage", [
      "meeting",
      "pair",
      "timeline",
    ]),
    inside("/pair/$pairing_id/feedback", () => import("app/pages/feedback-page"), "FeedbackPage", [
      "feedback",
      "pair",
    ]),
    inside("/introductions", () => import("app/pages/introductions-page"), "IntroductionsPage", [
      "introduction",
    ]),
    inside("/agreed-settings", () => import("app/pages/agreed-settings-page"), "AgreedSettingsPage", [
      "agreed",
      "open_pages",
    ]),
    inside(
      "/agreed-settings/$programme_id",
      () => import("app/pages/programme-settings-page"),
      "ProgrammeSettingsPage",
      ["agreed"],
    ),
    inside("/who-sees-what", () => import("app/pages/who-sees-what-page"), "WhoSeesWhatPage", ["open_pages"]),
    inside("/what-is-kept", () => import("app/pages/what-is-kept-page"), "WhatIsKeptPage", ["open_pages"]),
    inside("/what-is-recorded", () => import("app/pages/what-is-recorded-page"), "WhatIsRecordedPage", [
      "open_pages",
    ]),
    inside("/my-record", () => import("app/pages/record-page"), "RecordPage", ["record"]),
    inside("/questions", () => import("app/pages/questions-page"), "QuestionsPage", wordsOf.questions),
    inside(
      "/questions/$survey_id",
      () => import("app/pages/questions-page"),
      "QuestionPage",
      wordsOf.questions,
    ),
    // Notices lead to these two without saying which; so does the list.
    inside("/questionnaire", () => import("app/pages/questions-page"), "QuestionsPage", wordsOf.questions),
    inside("/results", () => import("app/pages/questions-page"), "QuestionsPage", wordsOf.questions),
    inside(
      "/questionnaire/$questionnaire_id",
      () => import("app/pages/questionnaire-page"),
      "QuestionnairePage",
      ["ballot", "questionnaire"],
    ),
    inside(
      "/results/$questionnaire_id",
      () => import("app/pages/results-page"),
      "ResultsPage",
      wordsOf.results,
    ),
    inside(
      "/results/$questionnaire_id/words",
      () => import("app/pages/results-page"),
      "WordsPage",
      wordsOf.results,
    ),
    inside("/messages", () => import("app/pages/messages-page"), "MessagesPage", ["message", "unnamed"]),
    inside("/messages/$line_id", () => import("app/pages/line-page"), "LinePage", ["message", "unnamed"]),
    inside("/dates/$delegation_id", () => import("app/pages/kept-dates-page"), "KeptDatesPage", [
      "date",
      "meeting",
      "pair",
    ]),
    inside("/circles", () => import("app/pages/circles-page"), "CirclesPage", ["circle"]),
    inside("/news", () => import("app/pages/news-page"), "NewsPage", ["news", "opening_letter"]),
    inside("/before-i-decide", () => import("app/pages/before-i-decide-page"), "BeforeIDecidePage", [
      "voice",
    ]),
    inside(
      "/before-i-decide/board/$programme_id",
      () => import("app/pages/loop-board-page"),
      "LoopBoardPage",
      ["voice"],
    ),
    inside("/decide", () => import("app/pages/decide-page"), "DecidePage", ["ballot", "voice"]),
    inside("/before-i-decide/$question_id", () => import("app/pages/question-page"), "BoardQuestionPage", [
      "ballot",
      "voice",
    ]),
    inside("/what-i-see", () => import("app/pages/what-i-see-page"), "WhatISeePage", ["front_line"]),
    inside("/what-changed", () => import("app/pages/what-changed-page"), "WhatChangedPage", ["released"]),
    inside("/themes", () => import("app/pages/themes-page"), "ThemesPage", ["front_line"]),
    inside("/preparation", () => import("app/pages/preparation-page"), "PreparationPage", ["preparation"]),
    inside("/preparation/$enrolment_id/$module", () => import("app/pages/module-page"), "ModulePage", [
      "preparation",
    ]),
    inside("/reading/$module", () => import("app/pages/module-page"), "ModulePage", ["preparation"]),
    inside("/supervisor", () => import("app/pages/supervisor-page"), "SupervisorPage", ["supervisor"]),
    inside("/closings", () => import("app/pages/closings-page"), "ClosingsPage", ["closing"]),
    talk,
    inside("/talk/$concern_id", () => import("app/pages/concern-page"), "ConcernPage", ["concern"]),
    inside("/settings", () => import("app/pages/settings-page"), "SettingsPage", ["open_pages", "settings"]),
    inside("/suggestions", () => import("app/pages/suggestions-page"), "SuggestionsPage", [
      "acquaintance",
      "home",
      "matching",
    ]),
    inside(
      "/acquaintances/$acquaintance_id",
      () => import("app/pages/acquaintance-page"),
      "AcquaintancePage",
      ["acquaintance", "matching"],
    ),
    // Whoever runs a programme
    inside("/programmes", () => import("app/pages/programmes-page"), "ProgrammesPage", ["programme"]),
    inside("/programmes/$programme_id", () => import("app/pages/programme-page"), "ProgrammePage", [
      "contacts",
      "mine",
      "programme",
      "set_up",
    ]),
    inside(
      "/programmes/$programme_id/set-up",
      () => import("app/pages/programme-set-up-page"),
      "ProgrammeSetUpPage",
      wordsOf.setUp,
    ),
    inside(
      "/programmes/$programme_id/set-up/$step",
      () => import("app/pages/programme-set-up-page"),
      "ProgrammeSetUpPage",
      wordsOf.setUp,
    ),
    inside(
      "/programmes/$programme_id/sponsor-letter",
      () => import("app/pages/sponsor-letter-page"),
      "SponsorLetterPage",
      ["acceptance", "letter", "programme"],
    ),
    inside(
      "/programmes/$programme_id/people",
      () => import("app/pages/programme-people-page"),
      "ProgrammePeoplePage",
      ["people", "programme"],
    ),
    inside(
      "/programmes/$programme_id/letters",
      () => import("app/pages/programme-letters-page"),
      "ProgrammeLettersPage",
      ["enrolment", "letter", "people"],
    ),
    inside("/programmes/preview", () => import("app/pages/preview-page"), "PreviewPage", ["matching"]),
    inside("/programmes/$programme_id/matching", () => import("app/pages/matching-page"), "MatchingPage", [
      "acquaintance",
      "matching",
      "run",
    ]),
    inside(
      "/programmes/$programme_id/matching/$run_id",
      () => import("app/pages/match-run-page"),
      "MatchRunPage",
      ["matching", "run"],
    ),
    inside(
      "/programmes/$programme_id/matching/$run_id/compared/$before_id",
      () => import("app/pages/comparison-page"),
      "ComparisonPage",
      ["matching"],
    ),
    inside(
      "/programmes/$programme_id/pairs",
      () => import("app/pages/programme-pairs-page"),
      "ProgrammePairsPage",
      ["bring", "care", "one_line", "pair"],
    ),
    inside(
      "/programmes/$programme_id/preparation",
      () => import("app/pages/programme-preparation-page"),
      "ProgrammePreparationPage",
      ["preparation"],
    ),
    inside(
      "/programmes/$programme_id/circles",
      () => import("app/pages/programme-circles-page"),
      "ProgrammeCirclesPage",
      ["circle"],
    ),
    inside(
      "/programmes/$programme_id/launch-kit",
      () => import("app/pages/launch-kit-page"),
      "LaunchKitPage",
      ["launch"],
    ),
    inside(
      "/programmes/$programme_id/released-words",
      () => import("app/pages/programme-words-page"),
      "ProgrammeWordsPage",
      ["released"],
    ),
    inside(
      "/programmes/$programme_id/what-people-see",
      () => import("app/pages/programme-notes-page"),
      "ProgrammeNotesPage",
      ["front_line"],
    ),
    inside(
      "/programmes/$programme_id/news",
      () => import("app/pages/programme-news-page"),
      "ProgrammeNewsPage",
      ["news"],
    ),
    inside(
      "/programmes/$programme_id/letter",
      () => import("app/pages/programme-letter-page"),
      "ProgrammeLetterPage",
      ["launch", "news", "opening_letter"],
    ),
    inside(
      "/programmes/$programme_id/supervisors",
      () => import("app/pages/programme-supervisors-page"),
      "ProgrammeSupervisorsPage",
      ["supervisor"],
    ),
    inside(
      "/programmes/$programme_id/monday",
      () => import("app/pages/programme-monday-page"),
      "ProgrammeMondayPage",
      ["care", "home", "situation"],
    ),
    inside(
      "/programmes/$programme_id/questions",
      () => import("app/pages/programme-questions-page"),
      "ProgrammeQuestionsPage",
      wordsOf.asking,
    ),
    inside(
      "/programmes/$programme_id/questions/new",
      () => import("app/pages/programme-questionnaire-page"),
      "NewQuestionnairePage",
      wordsOf.asking,
    ),
    inside(
      "/programmes/$programme_id/questions/$questionnaire_id",
      () => import("app/pages/programme-questionnaire-page"),
      "ProgrammeQuestionnairePage",
      wordsOf.asking,
    ),
    inside(
      "/programmes/$programme_id/results",
      () => import("app/pages/programme-results-page"),
      "ProgrammeResultsPage",
      wordsOf.results,
    ),
    inside(
      "/programmes/$programme_id/closing",
      () => import("app/pages/programme-closing-page"),
      "ProgrammeClosingPage",
      ["closing", "programme"],
    ),
    // Administrators
    inside("/administration/people", () => import("app/pages/people-page"), "PeoplePage", ["people"]),
    inside("/administration/people/$person_id", () => import("app/pages/person-page"), "PersonPage", [
      "contacts",
      "people",
    ]),
    inside(
      "/administration/letters",
      () => import("app/pages/administration-letters-page"),
      "AdministrationLettersPage",
      ["enrolment", "letter", "people"],
    ),
    inside("/administration/import", () => import("app/pages/import-page"), "ImportPage", [
      "import",
      "people",
    ]),
    inside(
      "/administration/import/$import_id",
      () => import("app/pages/import-report-page"),
      "ImportReportPage",
      ["import", "people"],
    ),
    inside("/administration/holidays", () => import("app/pages/holidays-page"), "HolidaysPage", ["holidays"]),
    inside("/administration/roles", () => import("app/pages/roles-page"), "RolesPage", ["people"]),
    inside(
      "/administration/reporting-channels",
      () => import("app/pages/reporting-channels-page"),
      "ReportingChannelsPage",
      ["concern", "contacts"],
    ),
    inside("/administration/conflicts", () => import("app/pages/conflicts-page"), "ConflictsPage", [
      "people",
    ]),
    inside("/administration/mails", () => import("app/pages/mails-page"), "MailsPage", ["people"]),
    inside("/administration/log", () => import("app/pages/log-page"), "LogPage", ["audit"]),
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
