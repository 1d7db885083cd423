import { RSABSSA } from "@cloudflare/blindrsa-ts";

/**
 * A ballot as its owner's browser makes it (RFC 9474, RSABSSA-SHA384-PSS-Randomized): a token of chance, blinded before
 * anybody else sees it. All texts are base64url without padding, so that it can be kept until it has been sent. Loads a
 * library of its own: for the page of a question set alone, and only where the page came by https or from this machine.
 */
export interface Ballot {
  /** The key of the question set, as the house shows it. */
  publicKey: string;
  /** The token with its prefix: goes into the box with the answers, and to nobody before. */
  prepared: string;
  /** What is signed unseen. */
  blinded: string;
  inverse: string;
}

export interface SignedBallot {
  prepared_message: string;
  signature: string;
}

const tokenOctets = 32;
const suite = () => RSABSSA.SHA384.PSS.Randomized();

export async function drawBallot(publicKey: string): Promise<Ballot> {
  const prepared = suite().prepare(crypto.getRandomValues(new Uint8Array(tokenOctets)));
  const { blindedMsg, inv } = await suite().blind(await readKey(publicKey), prepared);
  return { publicKey, prepared: toText(prepared), blinded: toText(blindedMsg), inverse: toText(inv) };
}

/** Throws when the house has signed something else: then nothing has been given away, and nothing is sent. */
export async function openBallot(ballot: Ballot, blindSignature: string): Promise<SignedBallot> {
  const signature = await suite().finalize(
    await readKey(ballot.publicKey),
    toOctets(ballot.prepared),
    toOctets(blindSignature),
    toOctets(ballot.inverse),
  );
  return { prepared_message: ballot.prepared, signature: toText(signature) };
}

// The library reads the numbers of the key, so it has to be extractable.
function readKey(publicKey: string) {
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  return crypto.subtle.importKey("spki", toOctets(publicKey), algorithm, true, ["verify"]);
}

function toText(octets: Uint8Array): string {
  return btoa(String.fromCharCode(...octets))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function toOctets(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
