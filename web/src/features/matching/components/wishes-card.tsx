import { VisuallyHidden } from "@mantine/core";
import {
  useForgetApart,
  useForgetTogether,
  useWishes,
  type WishedCouple,
} from "features/matching/api/wishes";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import { Trouble } from "ui/state/trouble";
import type { Column } from "ui/table/plain-table";

const wishes = ["together", "apart"] as const;

interface WishesCardProps {
  programmeId: string;
  /** The programme's own labels for the two sides, where it has any. */
  called: Called | undefined;
}

/** Whom the coordinator keeps together or apart; it holds in every run. */
export function WishesCard({ programmeId, called }: WishesCardProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const wish = useFilter<WishedCouple["wish"] | "">({
    label: say("matching.wish"),
    usual: "",
    options: [
      { value: "", label: say("matching.any_wish") },
      ...wishes.map((one) => ({ value: one, label: say(`matching.kept_${one}`) })),
    ],
  });
  const { words, steps } = useSortWords();
  const finding = useFinding(
    [
      ...words("mentor", head("mentor")),
      ...words("mentee", head("mentee")),
      ...steps("wish", say("matching.wish")),
    ],
    [wish],
  );
  const forgetTogether = useForgetTogether(programmeId);
  const forgetApart = useForgetApart(programmeId);
  const forget = (couple: WishedCouple) =>
    (couple.wish === "together" ? forgetTogether : forgetApart).mutate({
      mentor_id: couple.mentor.id,
      mentee_id: couple.mentee.id,
    });
  const columns: Column<WishedCouple>[] = [
    {
      name: "couple",
      head: say("matching.couple_head"),
      cell: ({ mentor, mentee }) => say("matching.couple", { one: mentor.name, other: mentee.name }),
    },
    { name: "wish", head: say("matching.wish"), cell: (one) => say(`matching.kept_${one.wish}`) },
    {
      name: "forget",
      head: <VisuallyHidden>{say("matching.forget")}</VisuallyHidden>,
      cell: (one) => (
        <span className="whole">
          <Button
            kind="bare"
            label={say("matching.forget_couple", { one: one.mentor.name, other: one.mentee.name })}
            onClick={() => forget(one)}
          >
            {say("matching.forget")}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Card title={say("matching.wishes")}>
      <FoundTable
        finding={finding}
        caption={say("matching.wishes")}
        columns={columns}
        list={useWishes(programmeId, { ...finding.asked, wish: wish.value || undefined })}
        rowKey={({ mentor, mentee }) => mentor.id + mentee.id}
        empty={say("matching.no_wishes")}
      />
      <Trouble of={forgetTogether.error ?? forgetApart.error} />
    </Card>
  );
}
