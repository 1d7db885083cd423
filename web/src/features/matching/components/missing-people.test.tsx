import type { MissingPeople } from "features/matching/api/match-plan";
import { MissingPeopleSentence } from "features/matching/components/missing-people";
import { render, screen } from "testing/render";
import { expect, test } from "vitest";

const missing: MissingPeople = {
  side: "mentor",
  people: 3,
  places_each: 2,
  pairs: 12,
  brings: ["C1"],
  wants: ["I1", "I2"],
  level_least: 1,
  level_most: 3,
  departments: [],
  not_departments: ["Finance", "Retail"],
  site: null,
  not_sites: [],
  could_meet: 9,
  whom: [],
};
const topicName = (key: string) => ({ C1: "Shops", I1: "Careers", I2: "Leading" })[key] ?? key;

test("says how many more people of which kind would give how many a partner", async () => {
  await render(<MissingPeopleSentence missing={missing} topicName={topicName} />);
  expect(
    screen.getByText(
      /3 more people who can bring Shops and want Careers and Leading, each with 2 places, would give 6 more people a partner/,
    ),
  ).toBeVisible();
  expect(
    screen.getByText("From any department but Finance and Retail. On one of the levels 1 to 3."),
  ).toBeVisible();
});

test("speaks of one person as of one, and of the other side the other way round", async () => {
  const one = {
    ...missing,
    side: "mentee" as const,
    people: 1,
    places_each: 1,
    brings: ["I1"],
    wants: ["C1"],
  };
  await render(
    <MissingPeopleSentence missing={{ ...one, not_departments: [], level_most: 1 }} topicName={topicName} />,
  );
  expect(
    screen.getByText(
      /One more person who wants Shops and can bring Careers would give one more person a partner/,
    ),
  ).toBeVisible();
  expect(screen.getByText("On level 1.")).toBeVisible();
});
