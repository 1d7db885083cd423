import { render, screen } from "testing/render";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";
import { expect, it } from "vitest";

function Sorted() {
  const { words, times, numbers, steps } = useSortWords();
  const sorting = useSorting([
    ...times("queued_at"),
    ...words("name", "Name"),
    ...numbers("level", "Level"),
    ...steps("state", "State"),
  ]);
  return (
    <>
      <SortField sorting={sorting} />
      <output>{JSON.stringify(sorting.by)}</output>
    </>
  );
}

it("offers each way round in words, the likeliest first", async () => {
  const { user } = await render(<Sorted />);
  const field = await screen.findByLabelText("Sort by");
  expect([...field.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual([
    "Newest first",
    "Oldest first",
    "Name, A to Z",
    "Name, Z to A",
    "Level, highest first",
    "Level, lowest first",
    "State",
  ]);
  expect(screen.getByRole("status")).toHaveTextContent('{"sort":"queued_at","order":"descending"}');
  await user.selectOptions(field, "Name, Z to A");
  expect(screen.getByRole("status")).toHaveTextContent('{"sort":"name","order":"descending"}');
});
