import { useKept } from "features/representative/api/open-pages";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { PlainTable } from "ui/table/plain-table";

/** For how long what is kept: the figures by which the product itself deletes. */
export function KeptCard() {
  const say = useSay();
  return (
    <Card title={say("open_pages.kept_title")}>
      <p>{say("open_pages.kept_below")}</p>
      <Answered query={useKept()}>
        {({ items }) => (
          <PlainTable
            caption={say("open_pages.kept_title")}
            rows={items}
            rowKey={(one) => one.key}
            columns={[
              { name: "what", head: say("open_pages.what"), cell: (one) => one.what },
              {
                name: "long",
                head: say("open_pages.how_long"),
                cell: (one) =>
                  one.figure === null ? "–" : say(`open_pages.${one.unit}`, { count: one.figure }),
              },
              { name: "after", head: say("open_pages.counted_from"), cell: (one) => one.after },
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
