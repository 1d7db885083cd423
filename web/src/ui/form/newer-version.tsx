import type { UseFormReturnType } from "@mantine/form";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import styles from "ui/form/form.module.css";
import { PlainTable } from "ui/table/plain-table";

interface NewerVersionProps<Values extends Record<string, unknown>> {
  fields: UseFormReturnType<Values>;
  newer: { values: Values; writeOver: () => void; take: () => void };
  busy: boolean;
}

/**
 * Somebody changed what a form writes over: what stands there now, beside what was typed. Nothing typed is lost; whoever
 * typed it says which of the two holds.
 */
export function NewerVersion<Values extends Record<string, unknown>>({
  fields,
  newer,
  busy,
}: NewerVersionProps<Values>) {
  const say = useSay();
  const mine = leavesOf(fields.getValues());
  const theirs = leavesOf(newer.values);
  const paths = [...new Set([...theirs.keys(), ...mine.keys()])].filter(
    (path) => (mine.get(path) ?? "") !== (theirs.get(path) ?? ""),
  );
  const seen = paths.map((path) => {
    const node = fields.getInputNode(path);
    const shown = (text: string | undefined) => (text ? optionOf(node, text) : "–");
    return { path, label: labelOf(node), theirs: shown(theirs.get(path)), mine: shown(mine.get(path)) };
  });
  const rows = seen.filter(({ label }) => label !== "");
  const isMoreThanRows = rows.length < seen.length;
  return (
    <section role="alert" className={styles.newer}>
      <p>
        <strong>{say("newer.sentence")}</strong> {say(paths.length > 0 ? "newer.nothing_lost" : "newer.same")}
      </p>
      {rows.length > 0 && (
        <PlainTable
          caption={say("newer.sentence")}
          rows={rows}
          rowKey={({ path }) => path}
          columns={[
            { name: "field", head: say("newer.field"), cell: ({ label }) => label },
            { name: "theirs", head: say("newer.theirs"), cell: (one) => one.theirs },
            { name: "mine", head: say("newer.mine"), cell: (one) => one.mine },
          ]}
        />
      )}
      {isMoreThanRows && <p className="quiet">{say("newer.more")}</p>}
      <div className="row">
        <Button kind="filled" busy={busy} onClick={newer.writeOver}>
          {say("newer.write_over")}
        </Button>
        <Button busy={busy} onClick={newer.take}>
          {say("newer.take")}
        </Button>
      </div>
    </section>
  );
}

/** What stands in each field, by the path of the field. */
function leavesOf(value: unknown, path = "", found = new Map<string, string>()): Map<string, string> {
  if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value))
      leavesOf(inner, path ? `${path}.${name}` : name, found);
  else if (value !== undefined && value !== null) found.set(path, String(value));
  return found;
}

/** The words beside a field; none where nothing of the page stands for the path alone. */
function labelOf(node: unknown): string {
  const labels =
    node instanceof HTMLElement && "labels" in node ? (node.labels as NodeListOf<Element> | null) : null;
  return labels?.[0]?.textContent ?? "";
}

function optionOf(node: unknown, text: string): string {
  if (!(node instanceof HTMLSelectElement)) return text;
  return [...node.options].find(({ value }) => value === text)?.text ?? text;
}
