import { useMutation } from "@tanstack/react-query";
import { Refusal } from "lib/api-client/refusal";
import { render, screen } from "testing/render";
import { SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { expect, it, vi } from "vitest";

interface Note {
  version: number;
  name: string;
  side: string;
  other: string;
}

// A document on a server that others write to: what stands there, and what was saved.
function aHouse(now: Note) {
  const saved: Note[] = [];
  const save = (sent: Note) => {
    if (sent.version !== now.version)
      return Promise.reject(
        new Refusal({ status: 409, code: "stale", detail: "", request_id: "r", params: { version: "2" } }),
      );
    saved.push(sent);
    return Promise.resolve(sent);
  };
  return { saved, save, again: () => Promise.resolve(now) };
}

const read: Note = { version: 1, name: "Compass", side: "a", other: "one" };

function NoteForm({ house, onTaken }: { house: ReturnType<typeof aHouse>; onTaken?: () => void }) {
  const form = useRequestForm({
    initialValues: { name: read.name, side: read.side },
    request: useMutation({ mutationFn: house.save }),
    over: {
      read,
      again: house.again,
      values: ({ name, side }) => ({ name, side }),
      ...(onTaken ? { onTaken } : {}),
    },
    body: (values, { version, other }) => ({ ...values, version, other }),
  });
  return (
    <RequestForm form={form} submit="Save">
      <TextField label="Name" {...form.fields.getInputProps("name")} />
      <SelectField
        label="Side"
        options={[
          { value: "a", label: "Brings" },
          { value: "b", label: "Wants" },
        ]}
        {...form.fields.getInputProps("side")}
      />
    </RequestForm>
  );
}

async function typeOverANewer(house: ReturnType<typeof aHouse>, onTaken?: () => void) {
  const { user } = await render(<NoteForm house={house} {...(onTaken ? { onTaken } : {})} />);
  await user.type(await screen.findByLabelText("Name"), " west");
  await user.click(screen.getByRole("button", { name: "Save" }));
  return user;
}

it("shows what stands there now beside what was typed, and saves that all the same", async () => {
  const house = aHouse({ version: 2, name: "Needle", side: "b", other: "two" });
  const user = await typeOverANewer(house);
  expect(await screen.findByText("Somebody changed this while you were at it.")).toBeVisible();
  const rows = screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);
  expect(rows[0]).toMatch(/Name.*Needle.*Compass west/);
  expect(rows[1]).toMatch(/Side.*Wants.*Brings/);
  expect(screen.getByLabelText("Name")).toHaveValue("Compass west");
  expect(house.saved).toEqual([]);

  await user.click(screen.getByRole("button", { name: "Save mine all the same" }));
  expect(house.saved).toEqual([{ version: 2, name: "Compass west", side: "a", other: "two" }]);
  expect(screen.queryByText("Somebody changed this while you were at it.")).toBeNull();
});

it("takes what stands there now, and saves over that from then on", async () => {
  const house = aHouse({ version: 2, name: "Needle", side: "b", other: "two" });
  const onTaken = vi.fn();
  const user = await typeOverANewer(house, onTaken);
  await user.click(await screen.findByRole("button", { name: "Take what stands there now" }));
  expect(screen.getByLabelText("Name")).toHaveValue("Needle");
  expect(screen.getByLabelText("Side")).toHaveValue("b");
  expect(onTaken).toHaveBeenCalledOnce();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(house.saved).toEqual([{ version: 2, name: "Needle", side: "b", other: "two" }]);
});

it("asks nothing when the other wrote only what this form does not show", async () => {
  const house = aHouse({ ...read, version: 2, other: "two" });
  await typeOverANewer(house);
  await vi.waitFor(() =>
    expect(house.saved).toEqual([{ version: 2, name: "Compass west", side: "a", other: "two" }]),
  );
  expect(screen.queryByText("Somebody changed this while you were at it.")).toBeNull();
});

it("says that it is out of date where nothing can be read", async () => {
  const house = aHouse({ ...read, version: 2 });
  house.again = () => Promise.reject(new Error("no network"));
  await typeOverANewer(house);
  expect(await screen.findByText(/Somebody changed this since you read it/)).toBeVisible();
  expect(screen.getByLabelText("Name")).toHaveValue("Compass west");
});

it("goes again by itself once, and then says why not", async () => {
  // Stale for another reason than what the form shows, again and again.
  const house = aHouse({ ...read, version: 2 });
  const asked = vi.fn(() =>
    Promise.reject(
      new Refusal({ status: 409, code: "stale", detail: "", request_id: "r", params: { version: "3" } }),
    ),
  );
  await typeOverANewer({ ...house, save: asked });
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(asked).toHaveBeenCalledTimes(2);
});
