import { render, screen } from "testing/render";
import { FindingFields, useFilter, useFinding, useSortWords } from "ui/list/finding";
import { expect, it } from "vitest";

function Sorted() {
  const { words, times, numbers, steps } = useSortWords();
  const side = useFilter<"" | "mentor">({
    label: "Side",
    usual: "",
    options: [
      { value: "", label: "Both" },
      { value: "mentor", label: "Brings" },
    ],
  });
  const finding = useFinding(
    [
      ...times("queued_at"),
      ...words("name", "Name"),
      ...numbers("level", "Level"),
      ...steps("state", "State"),
    ],
    [side],
  );
  return (
    <>
      <FindingFields finding={finding} />
      <output>{JSON.stringify({ ...finding.asked, side: side.value, is: finding.isNarrowed })}</output>
      <button type="button" onClick={finding.clear}>
        Clear
      </button>
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
  expect(screen.getByRole("status")).toHaveTextContent('{"sort":"queued_at","order":"descending"');
  await user.selectOptions(field, "Name, Z to A");
  expect(screen.getByRole("status")).toHaveTextContent('{"sort":"name","order":"descending"');
});

it("asks for what was typed once nobody types any more, and for everything again when cleared", async () => {
  const { user } = await render(<Sorted />);
  const search = await screen.findByLabelText("Search");
  await user.type(search, "  ");
  expect(screen.getByRole("status")).toHaveTextContent('"side":"","is":false');
  await user.type(search, "ana ");
  expect(await screen.findByText(/"search":"ana"/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Side"), "Brings");
  await user.selectOptions(screen.getByLabelText("Sort by"), "State");
  expect(screen.getByRole("status")).toHaveTextContent('"side":"mentor","is":true');

  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(screen.getByRole("status")).toHaveTextContent(
    '{"sort":"state","order":"ascending","side":"","is":false}',
  );
  expect(search).toHaveFocus();
  expect(search).toHaveValue("");
});
