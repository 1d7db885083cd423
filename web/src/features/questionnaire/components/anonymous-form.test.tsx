import type { AskedQuestionnaire } from "features/questionnaire/api/questionnaires";
import { AnonymousForm } from "features/questionnaire/components/anonymous-form";
import type { QuestionSet } from "lib/ballot/ballots";
import { keptBallot } from "lib/ballot/kept-ballot";
import { forgetAllUnsent } from "lib/unsent";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { answers, refuses, server } from "testing/server";
import { afterEach, expect, test, vi } from "vitest";

// The arithmetic has tests of its own.
const drawn = { publicKey: "key", prepared: "token", blinded: "blinded", inverse: "inverse" };
vi.mock("lib/ballot/ballot", () => ({
  drawBallot: () => Promise.resolve(drawn),
  openBallot: (ballot: typeof drawn, signature: string) =>
    Promise.resolve({ prepared_message: ballot.prepared, signature: `${signature} opened` }),
}));

const set: QuestionSet = {
  id: "s",
  stage: "open",
  closes_at: "2026-12-23T00:00:00Z",
  questions: [],
  public_key: "key",
  is_issued: false,
};
const asked: AskedQuestionnaire = {
  id: "q",
  moment: "own",
  title: "What nobody says",
  programme: { name: "Compass", purpose: null, mentor: null, mentee: null },
  is_anonymous: true,
  is_open: true,
  has_results: false,
  closes_on: "2026-12-22",
  standing: null,
  could_answer: 12,
  questions: [
    { key: "own_1", kind: "agreement", text: "I am heard.", choices: [] },
    { key: "own_2", kind: "text", text: "What do you see?", choices: [] },
  ],
  answers: [],
  reader: "Nina",
  question_set_id: "s",
};

afterEach(() => {
  localStorage.clear();
  forgetAllUnsent();
});

async function open(otherwise: Partial<QuestionSet> = {}) {
  answers("get", "/api/question-sets/s", { ...set, ...otherwise });
  return render(<AnonymousForm asked={asked} setId="s" owner="ana" />);
}

/** The box: what came in, and what would mark it. */
function box() {
  const came: { body: unknown; key: string | null }[] = [];
  server.use(
    http.post("*/api/ballots", async ({ request }) => {
      came.push({ body: await request.json(), key: request.headers.get("Idempotency-Key") });
      return HttpResponse.json({ closes_at: set.closes_at });
    }),
  );
  return came;
}

test("a ballot is drawn, signed, and cast by nobody; then nothing of it stays", async () => {
  const signed = answers("put", "/api/question-sets/s/ballot", { blind_signature: "blind" });
  const came = box();
  const asking = vi.spyOn(globalThis, "fetch");
  const { user } = await open();
  expect(await screen.findByText(/12 people could answer, eight at least/)).toBeVisible();
  expect(screen.getByText(/If you lose this device before, the ballot is lost/)).toBeVisible();
  expect(screen.queryByText("I am heard.")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Begin here" }));
  await user.click(await screen.findByLabelText("4 · rather so"));
  expect(screen.getByText("Read by Nina without your name. Leave names out.")).toBeVisible();
  await user.type(screen.getByLabelText("What do you see?"), "Much");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText(/It is in the box until/)).toBeVisible();
  expect(signed).toEqual([{ blinded_message: "blinded" }]);
  expect(came).toEqual([
    {
      key: null,
      body: {
        question_set_id: "s",
        prepared_message: "token",
        signature: "blind opened",
        answers: [
          { question: "own_1", value: 4, text: null },
          { question: "own_2", value: null, text: "Much" },
        ],
      },
    },
  ]);
  expect(asking).toHaveBeenLastCalledWith(
    expect.anything(),
    expect.objectContaining({ credentials: "omit" }),
  );
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
});

test("a ballot survives a crash with what was typed, and is nobody else's at this computer", async () => {
  answers("put", "/api/question-sets/s/ballot", { blind_signature: "blind" });
  const { user } = await open();
  await user.click(await screen.findByRole("button", { name: "Begin here" }));
  await user.click(await screen.findByLabelText("2 · rather not"));
  expect(keptBallot("ana", "s")).toBeDefined();
  expect(keptBallot("bruno", "s")).toBeUndefined();
  document.body.replaceChildren();
  await open({ is_issued: true });
  expect(await screen.findByLabelText("2 · rather not")).toBeChecked();
});

test("a lost reply asks for the signature of the same ballot again", async () => {
  answers("put", "/api/question-sets/s/ballot", {}, 500);
  const { user } = await open();
  await user.click(await screen.findByRole("button", { name: "Begin here" }));
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(keptBallot("ana", "s")).toEqual({ drawn });
  answers("put", "/api/question-sets/s/ballot", { blind_signature: "blind" });
  await user.click(screen.getByRole("button", { name: "Begin here" }));
  expect(await screen.findByText("I am heard.")).toBeVisible();
});

test("what came into the box first counts", async () => {
  answers("put", "/api/question-sets/s/ballot", { blind_signature: "blind" });
  refuses("post", "/api/ballots", 409, "ballot_cast");
  const { user } = await open();
  await user.click(await screen.findByRole("button", { name: "Begin here" }));
  await user.click(await screen.findByLabelText("5 · fully"));
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText(/It is in the box until/)).toBeVisible();
});

test("whoever begins elsewhere is told so, and keeps no worthless ballot", async () => {
  refuses("put", "/api/question-sets/s/ballot", 409, "ballot_issued");
  const { user } = await open();
  await user.click(await screen.findByRole("button", { name: "Begin here" }));
  expect(await screen.findByText(/begun to answer in another browser/)).toBeVisible();
  expect(keptBallot("ana", "s")).toBeUndefined();
});

test.each([
  [{ stage: "preparing" }, /being made ready/],
  [{ stage: "over" }, /box has closed/],
  [{ is_issued: true }, /nobody can tell which/],
] as [Partial<QuestionSet>, RegExp][])("with %o it says so", async (otherwise, words) => {
  await open(otherwise);
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});
