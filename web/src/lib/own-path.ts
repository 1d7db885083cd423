/**
 * The path of ours that an address in a link means, or the first page: an address of elsewhere would make this page a
 * stranger's helper. Read as a browser reads it, which drops tabs and line breaks and takes `\` for `/`.
 */
export function ownPath(next: string | undefined): string {
  const here = "http://here.invalid";
  if (!next?.startsWith("/") || !URL.canParse(next, here)) return "/";
  const { origin, pathname, search, hash } = new URL(next, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
