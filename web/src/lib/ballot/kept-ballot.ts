import type { Ballot, SignedBallot } from "lib/ballot/ballot";

/**
 * A ballot lies in this browser alone from the moment it is drawn until it is sent, also over a crash or a sign-out: the
 * house cannot give out a second one. Once it is sent nothing of it stays.
 */
export interface KeptBallot {
  drawn: Ballot;
  signed?: SignedBallot;
}

// By person: the next one at the computer has a ballot of their own.
const nameOf = (owner: string, set: string) => `obverse.ballot.${owner}.${set}`;

export function keepBallot(owner: string, set: string, ballot: KeptBallot): void {
  localStorage.setItem(nameOf(owner, set), JSON.stringify(ballot));
}

export function keptBallot(owner: string, set: string): KeptBallot | undefined {
  const text = localStorage.getItem(nameOf(owner, set));
  return text === null ? undefined : (JSON.parse(text) as KeptBallot);
}

export function forgetBallot(owner: string, set: string): void {
  localStorage.removeItem(nameOf(owner, set));
}
