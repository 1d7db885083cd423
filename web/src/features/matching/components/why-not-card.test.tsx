import type { WhyNot } from "features/matching/api/why-not";
import { WhyNotCard } from "features/matching/components/why-not-card";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { answers, server } from "testing/server";
import { expect, it } from "vitest";

const card = (
  <WhyNotCard
    programmeId="programme-1"
    runId="run-1"
    people={{
      mentor: [{ id: "ana", name: "Ana" }],
      mentee: [
        { id: "sofia", name: "Sofia" },
        { id: "david", name: "David" },
      ],
    }}
    called={undefined}
    topicName={(key) => `topic ${key}`}
  />
);
const nothing: WhyNot = { rules: [], is_kept_apart: false, reasons: null, together: null };
const rule = (more: Partial<WhyNot["rules"][number]>): WhyNot["rules"][number] => ({
  rule: "above",
  lift: "nothing",
  gap_least: null,
  gap_most: null,
  people: [],
  topics: [],
  ...more,
});

async function ask(answer: WhyNot) {
  answers("get", "/api/programmes/programme-1/why-not", answer);
  const { user } = await render(card);
  const [one, other] = await screen.findAllByRole("combobox");
  await user.selectOptions(one as HTMLElement, "Ana");
  await user.selectOptions(other as HTMLElement, "Sofia");
}

it("names each rule between two people, and what would lift it", async () => {
  await ask({
    ...nothing,
    rules: [
      rule({ rule: "level_gap", lift: "looser_levels", gap_least: 2 }),
      rule({ rule: "unknown_line", lift: "complete_line", people: ["sofia"] }),
      rule({ rule: "nothing_for_mentee", lift: "bring_topics", topics: ["C1"] }),
    ],
  });
  expect(await screen.findByText("3 things stand between Ana and Sofia:")).toBeVisible();
  expect(screen.getByText("A level difference of at least 2 would do.")).toBeVisible();
  expect(screen.getByText("Completing the line of Sofia would show whether they may meet.")).toBeVisible();
  expect(screen.getByText("It would take somebody who brings topic C1.")).toBeVisible();
});

it("says nothing more of two people who are not available to each other", async () => {
  await ask({ ...nothing, rules: [rule({ rule: "not_available" })] });
  expect((await screen.findByRole("listitem")).textContent?.trim()).toBe("not available to each other");
});

it("says whom each holds, and what putting them together would do", async () => {
  await ask({
    ...nothing,
    together: {
      is_pair: false,
      mentor_holds: [{ id: "david", name: "David", department: null, job_title: null }],
      mentee_holds: [],
      unplaced: null,
      pairs_before: 10,
      pairs: 9,
      total_benefit_before: 8000,
      total_benefit: 7000,
      moved: 2,
    },
  });
  expect(await screen.findByText("Ana and Sofia may meet.")).toBeVisible();
  expect(screen.getByText("Ana is put together with David.")).toBeVisible();
  expect(
    screen.getByText(
      "Put together, there would be one pair fewer, 2 pairs would change, and all pairs together would gain 12.5% less.",
    ),
  ).toBeVisible();
});

it("looks for names where there are too many to choose from", async () => {
  const enrolled = (name: string) => ({
    person_id: name.toLowerCase(),
    name,
    job_title: null,
    department: null,
  });
  server.use(
    http.get("*/api/programmes/programme-1/enrolments", ({ request }) => {
      const side = new URL(request.url).searchParams.get("side");
      const items = [enrolled(side === "mentor" ? "Ana" : "Sofia")];
      return HttpResponse.json({ items, next_cursor: "more" });
    }),
  );
  answers("get", "/api/programmes/programme-1/why-not", {
    ...nothing,
    rules: [rule({ rule: "unknown_line", lift: "complete_line", people: ["sofia"] })],
  });
  const { user } = await render(
    <WhyNotCard
      programmeId="programme-1"
      runId="run-1"
      called={undefined}
      topicName={(key) => `topic ${key}`}
    />,
  );
  await user.click(await screen.findByRole("radio", { name: /Ana/ }));
  await user.click(await screen.findByRole("radio", { name: /Sofia/ }));
  expect(await screen.findByText(/stands? between Ana and Sofia/)).toBeVisible();
  expect(screen.getByText("Completing the line of Sofia would show whether they may meet.")).toBeVisible();
});
