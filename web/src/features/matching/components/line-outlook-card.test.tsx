import { LineOutlookCard } from "features/matching/components/line-outlook-card";
import { render, screen } from "testing/render";
import { expect, test } from "vitest";

test("says how many pairs each part of the line rule removes", async () => {
  await render(
    <LineOutlookCard
      outlook={{
        mentors: 120,
        mentees: 12,
        possible_pairs: 1440,
        unknown_line: 48,
        above: 260,
        common_manager: 17,
        opened: 5,
        allowed_pairs: 1115,
        tops: [],
      }}
    />,
  );
  expect(screen.getByText(/1,440 possible pairs; 1,115 stand outside one line/)).toBeVisible();
  expect(screen.getByRole("row", { name: /not known to the top 48/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /stands above the other 260/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /in common within two steps 17/ })).toBeVisible();
  expect(screen.getByText(/5 more pairs are possible/)).toBeVisible();
});
