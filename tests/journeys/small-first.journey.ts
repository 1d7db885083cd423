import { Effort, effortHead } from "./support/effort.ts";
import { expect, houseOf, inspect, test } from "./support/journey.ts";
import {
  type Exchange,
  goOnQuietly,
  join,
  joinQuietly,
  openPair,
  sayHappy,
  sayHappyQuietly,
  setDateQuietly,
  sign,
  signQuietly,
} from "./support/participant.ts";
import type { Somebody } from "./support/somebody.ts";
import { pasted, thirty } from "./support/thirty-people.ts";

// A small programme without an HR file: thirty pasted rows become fifteen signed agreements. What it costs the
// coordinator, one person who wants a topic and one who brings it is counted input by input; the other twenty-eight
// send the requests that their pages would.
const house = houseOf("empty");
const limits = {
  preview: { minutes: 20 },
  sent: { minutes: 60 },
  mentee: { inputs: 12, minutes: 10 },
  mentor: { inputs: 15, minutes: 15 },
};

const walkers = { mentor: "Mina Sato", mentee: "Rolf Brandt" };
const inWords: Exchange = {
  brings: ["Customers and markets", "How new customers choose"],
  wants: ["Career and leading", "Career choices"],
};
const inKeys: Exchange = { brings: ["C", "C1"], wants: ["I", "I1"] };
const turned = ({ brings, wants }: Exchange): Exchange => ({ brings: wants, wants: brings });

interface Letter {
  name: string;
  url: string;
}

test("thirty pasted rows become fifteen signed agreements, at the effort that was promised", async ({ visitor }) => {
  test.setTimeout(600_000);
  const table: string[] = [];
  const eva = await visitor(house());
  const page = eva.page;
  const coordinator = new Effort(page);
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const link = (name: string) => page.getByRole("link", { name, exact: true }).first();

  await test.step("the coordinator opens the house and sees a preview of pairs", async () => {
    await page.goto("/");
    await coordinator.type(page.getByLabel("One-time code"), house().setUpCode);
    await coordinator.type(page.getByLabel("Name of the organisation"), "Nordhaven");
    await coordinator.type(page.getByLabel("Your name"), "Eva Roos");
    await coordinator.type(page.getByLabel("Sign-in name"), "eva");
    await coordinator.type(page.getByLabel("New password"), "morning fog over the harbour");
    await coordinator.tap(button("Begin"));
    await coordinator.tap(link("Paste your people, see your programme"));
    await coordinator.paste(page.getByLabel("Rows from your spreadsheet"), pasted);
    await coordinator.tap(button("Show me"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("15 pairs are possible.");
    await coordinator.read();
    table.push(coordinator.row("coordinator, to a preview of pairs"));
    expect(coordinator.minutes).toBeLessThanOrEqual(limits.preview.minutes);
  });

  await test.step("the rows are kept", async () => {
    await coordinator.tap(button("Keep these 30 people"));
    await expect(page.getByText("This would add 30 and change 0.")).toBeVisible();
    await coordinator.tap(button("Bring them in"));
    await expect(page.getByText("30 added, 0 changed.")).toBeVisible();
  });

  await test.step("a programme is set up", async () => {
    await coordinator.tap(page.getByRole("button", { name: /: menu of / }));
    await coordinator.tap(link("Programmes"));
    await coordinator.type(page.getByLabel("Name", { exact: true }), "Two sides");
    await coordinator.tap(button("Set it up"));
    await coordinator.type(page.getByLabel("In a sentence or two"), "Those who decide learn from those who do.");
    await coordinator.type(page.getByLabel("What happens with the results"), "Helga Stein reads them and says what follows.");
    await coordinator.tap(button("Save and go on"));
    await coordinator.tap(page.getByRole("checkbox", { name: /^Learn a topic/ }));
    await coordinator.tap(button("Save and go on"));
  });

  await test.step("the sponsor accepts by a link", async () => {
    await coordinator.tap(page.getByRole("radio", { name: "Somebody from outside" }));
    await coordinator.type(page.getByLabel("Name", { exact: true }), "Helga Stein");
    await coordinator.tap(button("Ask"));
    const address = await page.getByLabel("The link").inputValue();
    const helga = await visitor(house());
    await helga.page.goto(address);
    await helga.page.getByRole("button", { name: "I stand for this" }).click();
    await expect(helga.page.getByText("Two sides has somebody who stands for it.")).toBeVisible();
    await coordinator.tap(button("Go on"));
    await coordinator.type(page.getByLabel("Last day"), inDays(200));
    await coordinator.tap(button("Save and go on"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who may take part?");
    await coordinator.tap(link("Ready"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not everything is there yet.");
  });

  await test.step("two people to talk to are named, and the enrolment is opened", async () => {
    const menu = page.getByRole("button", { name: /: menu of / });
    await coordinator.tap(page.getByRole("link", { name: /^Two people to talk to/ }));
    for (const name of ["Anita Rao", "Bea Fuchs"]) {
      await coordinator.tap(link(name));
      await coordinator.choose(page.getByLabel("Role", { exact: true }), "A person to talk to");
      await coordinator.tap(button("Give this role"));
      await expect(button("Take back: A person to talk to")).toBeVisible();
      await coordinator.tap(menu);
      await coordinator.tap(link(name === "Anita Rao" ? "People" : "Programmes"));
    }
    await coordinator.tap(link("Two sides"));
    await coordinator.tap(link("Set-up"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything an invitation needs is there.");
    await coordinator.tap(button("Open the enrolment"));
  });

  let letters: Letter[] = [];
  await test.step("fifteen on either side are invited, and their letters printed", async () => {
    await coordinator.type(page.getByLabel("Only at these levels"), "1");
    await coordinator.tap(button("Invite everybody who may take part on this side"));
    await expect(page.getByText("15 people have been invited")).toBeVisible();
    await coordinator.tap(page.getByRole("radio", { name: "wants the topic" }));
    await coordinator.type(page.getByLabel("Only at these levels"), "2, 3");
    await coordinator.tap(button("Invite everybody who may take part on this side"));
    await expect(page.getByText("30 people have been invited")).toBeVisible();
    await coordinator.tap(link("Printed letters"));
    await coordinator.tap(button("Make the letters"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("30 letters to print.");
    letters = await page.getByRole("article", { name: /^Letter to / }).evaluateAll((sheets) =>
      sheets.map((sheet) => ({
        name: (sheet.getAttribute("aria-label") ?? "").replace("Letter to ", ""),
        url: sheet.querySelector("a")?.href ?? "",
      })),
    );
    table.push(coordinator.row("coordinator, to sent invitations"));
    await inspect(page, "letters");
    expect(coordinator.minutes).toBeLessThanOrEqual(limits.sent.minutes);
  });

  const levelOf = (name: string) => thirty.find((one) => one.name === name)?.level ?? 0;
  const others = new Map<string, Somebody>();
  const urlOf = (name: string) => letters.find((one) => one.name === name)?.url ?? "";
  const mentor = new Effort((await visitor(house())).page);
  const mentee = new Effort((await visitor(house())).page);

  await test.step("the one who wants a topic comes in by the letter", () =>
    join(mentee, urlOf(walkers.mentee), turned(inWords)));
  await test.step("the one who brings it comes in by the letter", () =>
    join(mentor, urlOf(walkers.mentor), inWords));
  await test.step("twenty-eight more come in", async () => {
    for (const { name, url } of letters) {
      if (name === walkers.mentor || name === walkers.mentee) continue;
      others.set(name, await joinQuietly(url, levelOf(name) === 1 ? inKeys : turned(inKeys)));
    }
  });

  await test.step("the coordinator finds pairs and publishes them", async () => {
    await page.goto("/programmes");
    await link("Two sides").click();
    await button("Go on to matching").click();
    await link("Matching").click();
    await button("Find pairs").click();
    await expect(page.getByText("30 of 30 people can be paired")).toBeVisible({ timeout: 60_000 });
    await button("Publish suggestions").click();
    await page.locator("dialog[open]").getByRole("button", { name: "Publish suggestions" }).click();
    await button("Send now").click();
    await page.locator("dialog[open]").getByRole("button", { name: "Send now" }).click();
    await expect(page.getByText("Everybody can answer, privately")).toBeVisible();
  });

  await test.step("all thirty are happy to meet", async () => {
    await sayHappy(mentee);
    await sayHappy(mentor);
    for (const other of others.values()) await sayHappyQuietly(other);
  });

  await test.step("when all have answered, answers are opened at once, and the two have a date", async () => {
    await openPair(mentor);
    await mentor.type(mentor.page.getByLabel("When", { exact: true }), `${inDays(3)}T10:00`);
    await mentor.tap(mentor.page.getByRole("button", { name: "Set the date" }));
    await expect(mentor.page.getByRole("button", { name: "Move it" })).toBeVisible();
    for (const [name, other] of others) if (levelOf(name) === 1) await setDateQuietly(other, `${inDays(3)}T11:00`);
    // Whoever is met finds the date on the first page, and has nothing to do.
    await mentee.page.goto("/");
    await expect(mentee.page.getByText("in person")).toBeVisible();
    await mentee.read();
  });
  table.push(mentee.row("who wants a topic, to the first conversation"));
  table.push(mentor.row("who brings it, to the first conversation"));

  await test.step("all go on, and sign", async () => {
    for (const one of [mentee, mentor]) {
      await one.page.goto("/pair");
      await one.page.getByRole("button", { name: "Let us go on" }).click();
    }
    for (const other of others.values()) await goOnQuietly(other);
    await mentee.page.goto("/pair");
    await expect(mentee.page.getByRole("button", { name: "Write it down" })).toBeVisible();
    for (const one of [mentee, mentor]) await sign(one.page);
    for (const other of others.values()) await signQuietly(other);
    for (const one of [mentee, mentor]) {
      await one.page.goto("/pair");
      await expect(one.page.getByRole("heading", { level: 1 })).toContainText("under way");
    }
  });

  await test.step("fifteen pairs are under way", async () => {
    await link("Pairs").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("15 pairs are under way");
  });

  process.stdout.write(["", effortHead, ...table, ""].join("\n"));
  expect(mentee.inputs, mentee.log.join("\n")).toBeLessThanOrEqual(limits.mentee.inputs);
  expect(mentee.minutes).toBeLessThanOrEqual(limits.mentee.minutes);
  expect(mentor.inputs, mentor.log.join("\n")).toBeLessThanOrEqual(limits.mentor.inputs);
  expect(mentor.minutes).toBeLessThanOrEqual(limits.mentor.minutes);
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
