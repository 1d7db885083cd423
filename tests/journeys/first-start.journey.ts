import { expect, houseOf, inspect, test } from "./support/journey.ts";

// The first start without the demo: from the code that the server prints to a second person who is in.
const house = houseOf("empty");
const administrator = { name: "Amir Haddad", signInName: "amir", password: "morning fog over the harbour" };
const colleague = { name: "Ana Moreira", password: "seven red bicycles in a row" };

test("an empty house is set up, and a second person comes in by a link", async ({ visitor }) => {
  const amir = await visitor(house());
  const page = amir.page;

  await test.step("the first page is the set-up page", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The house is empty. You have the key.");
    await inspect(page, "set-up");
  });

  await test.step("a wrong code is refused beside its field", async () => {
    await page.getByLabel("One-time code").fill("AAAA-BBBB-CCCC");
    await page.getByLabel("Name of the organisation").fill("Nordlys");
    await page.getByLabel("Your name").fill(administrator.name);
    await page.getByLabel("Sign-in name").fill(administrator.signInName);
    await page.getByLabel("New password").fill(administrator.password);
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByText("This is not the code.")).toBeVisible();
    // The browser itself notes every answer that is no success; this one was asked for.
    amir.findings.length = 0;
  });

  await test.step("the printed code opens the house", async () => {
    await page.getByLabel("One-time code").fill(house().setUpCode);
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await inspect(page, "first-home");
  });

  let link = "";
  await test.step("a colleague is typed in, without an address, and gets a link", async () => {
    await page.goto("/administration/people");
    await page.getByLabel("Name", { exact: true }).fill(colleague.name);
    await page.getByRole("button", { name: "Add this person" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(colleague.name);
    await page.getByRole("button", { name: "Make a link" }).click();
    link = await page.getByLabel("The link").inputValue();
    await inspect(page, "person");
  });

  await test.step("the link opens once", async () => {
    const ana = await visitor(house());
    await ana.page.goto(link);
    await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${colleague.name}.`);
    await inspect(ana.page, "activation");
    await ana.page.getByLabel("New password").fill(colleague.password);
    await ana.page.getByRole("button", { name: "Set the password" }).click();
    await expect(ana.page.getByRole("navigation", { name: "Main" })).toBeVisible();

    const second = await visitor(house());
    await second.page.goto(link);
    await expect(second.page.getByRole("heading", { level: 1 })).toHaveText("This link has been used, or it is too old.");
    second.findings.length = 0;
  });

  await test.step("signing out and in again, by keyboard alone", async () => {
    await page.getByRole("button", { name: /menu of/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Sign out" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome back.");
    await inspect(page, "sign-in");
    await page.getByLabel("Sign-in name").focus();
    await page.keyboard.type(administrator.signInName);
    await page.keyboard.press("Tab");
    await page.keyboard.type(administrator.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });

  for (const [name, path] of [
    ["people", "/administration/people"],
    ["roles", "/administration/roles"],
    ["mails", "/administration/mails"],
    ["log", "/administration/log"],
    ["settings", "/settings"],
    ["programmes", "/programmes"],
    ["not-found", "/nothing/here"],
  ] as const) {
    await test.step(`the page ${name} bears every width and light`, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status")).toHaveCount(0);
      await inspect(page, name);
    });
  }
});
