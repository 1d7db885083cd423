/** A link as a picture that our own server drew of it. */
export function QrCode({ svg, says }: { svg: string; says: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from the link alone.
  return <div role="img" aria-label={says} dangerouslySetInnerHTML={{ __html: svg }} />;
}
