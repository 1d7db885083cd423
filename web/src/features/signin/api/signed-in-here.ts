// The session itself is in a cookie that no script can read. This only remembers that there may be one, so that the
// sign-in page need not ask a question whose answer is no.
const key = "obverse.signed_in";

export function hasSignedInHere(): boolean {
  return localStorage.getItem(key) !== null;
}

export function rememberSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(key, "yes");
  else localStorage.removeItem(key);
}
