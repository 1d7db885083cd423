// The contract is an OpenAPI 3.1 document by its own schema, and every reference in it leads somewhere.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";

const text = readFileSync(new URL("../../docs/api/openapi.json", import.meta.url), "utf8");
const document = JSON.parse(text);
const validator = new Validator();
const { valid, errors } = await validator.validate(structuredClone(document));
const wrong = valid ? [] : [errors].flat().map((error) => JSON.stringify(error));
if (!document.openapi.startsWith("3.1.")) wrong.push(`${document.openapi} is not 3.1`);

for (const [, pointer] of text.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
  const found = pointer.split("/").reduce((at, step) => at?.[step], document);
  if (found === undefined) wrong.push(`#/${pointer} leads nowhere`);
}
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const ids = operations.map(({ operationId }) => operationId);
if (new Set(ids).size !== ids.length) wrong.push("two operations have one operationId");

if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
console.log(`The contract is valid: ${operations.length} operations.`);
