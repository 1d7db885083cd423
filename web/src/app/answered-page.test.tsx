import { useQuery } from "@tanstack/react-query";
import { AnsweredPage } from "app/answered-page";
import { Broken, Refusal } from "lib/api-client/refusal";
import { render, screen } from "testing/render";
import { expect, it } from "vitest";

function Asked({ failing }: { failing: Error }) {
  const query = useQuery({
    queryKey: ["asked"],
    queryFn: () => Promise.reject<string>(failing),
    retry: false,
  });
  return <AnsweredPage query={query}>{(words) => words}</AnsweredPage>;
}

const problem = { status: 404, code: "not_found", detail: "", request_id: "r-1" };

it.each([
  ["There is nothing here.", new Refusal(problem)],
  ["This is not yours to do.", new Refusal({ ...problem, status: 403, code: "not_allowed" })],
  ["Something went wrong here.", new Broken("500 without a reason")],
])("is a page of its own when refused or broken: %s", async (sentence, failing) => {
  await render(<Asked failing={failing} />);

  expect(await screen.findByRole("heading", { level: 1, name: sentence })).toBeVisible();
  expect(screen.getByRole("main")).toBeVisible();
});
