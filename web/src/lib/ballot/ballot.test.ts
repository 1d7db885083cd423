import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { drawBallot, openBallot } from "lib/ballot/ballot";
import { beforeAll, expect, test } from "vitest";

const suite = RSABSSA.SHA384.PSS.Randomized();
const octets = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
const text = (of: Uint8Array | ArrayBuffer) => Buffer.from(new Uint8Array(of)).toString("base64url");

let house: CryptoKeyPair;
let publicKey: string;
beforeAll(async () => {
  house = await suite.generateKey({ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) });
  publicKey = text(await crypto.subtle.exportKey("spki", house.publicKey));
});
const signed = async (blinded: string) => text(await suite.blindSign(house.privateKey, octets(blinded)));

test("a ballot that was signed unseen holds for what is sent, and for nothing else", async () => {
  const ballot = await drawBallot(publicKey);
  expect(octets(ballot.prepared)).toHaveLength(64);
  const opened = await openBallot(ballot, await signed(ballot.blinded));
  expect(opened.prepared_message).toBe(ballot.prepared);
  expect(await suite.verify(house.publicKey, octets(opened.signature), octets(opened.prepared_message))).toBe(
    true,
  );
  const other = await drawBallot(publicKey);
  expect(await suite.verify(house.publicKey, octets(opened.signature), octets(other.prepared))).toBe(false);
});

test("what is signed tells nothing of what is sent: the same token would be blinded otherwise each time", async () => {
  const [one, other] = await Promise.all([drawBallot(publicKey), drawBallot(publicKey)]);
  expect(one.blinded).not.toBe(other.blinded);
  expect(one.blinded).not.toContain(one.prepared.slice(0, 20));
});

test("a signature of something else opens nothing", async () => {
  const [one, other] = await Promise.all([drawBallot(publicKey), drawBallot(publicKey)]);
  await expect(openBallot(one, await signed(other.blinded))).rejects.toThrow();
});

test("it can be kept as text until it has been sent", async () => {
  const kept = JSON.parse(JSON.stringify(await drawBallot(publicKey)));
  await expect(openBallot(kept, await signed(kept.blinded))).resolves.toHaveProperty("signature");
});
