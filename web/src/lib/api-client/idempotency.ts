/**
 * One key for one intention: a POST that got no answer keeps its key, so that pressing the button again cannot
 * do the thing twice; any answer ends the intention.
 */
export class Intentions {
  private readonly unanswered = new Map<string, string>();

  keyFor(intention: string): string {
    const key = this.unanswered.get(intention) ?? randomKey();
    this.unanswered.set(intention, key);
    return key;
  }

  answered(intention: string): void {
    this.unanswered.delete(intention);
  }
}

// crypto.randomUUID exists only in secure contexts; a house network may serve plain HTTP.
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
