import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useMakeLetters } from "features/invitation/api/make-letters";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { LetterDesk } from "features/signin/components/letter-desk";
import { useSay } from "lib/i18n/say";
import { useState } from "react";

const rowsAPage = 50;

/** Letters that invite to a programme, for everybody invited who has no password yet. */
export function ProgrammeLettersPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const say = useSay();
  const setUp = useSetUpOf(programme_id);
  const make = useMakeLetters(programme_id);
  const [typed, setTyped] = useState("");
  const [pages, setPages] = useState(1);
  const all = (make.data?.items ?? []).filter(({ name }) => isIn(name, typed));
  const rows = all.slice(0, pages * rowsAPage);
  return (
    <AnsweredPage query={setUp}>
      {({ settings }) => (
        <LetterDesk
          above={settings.name}
          below={say("letter.below_programme")}
          programme={settings}
          found={{
            rows: rows.map((one) => ({
              id: one.person_id,
              name: one.name,
              where: one.department ?? undefined,
            })),
            isPending: make.isPending,
            more:
              all.length > rows.length
                ? { busy: false, onMore: () => setPages((now) => now + 1) }
                : undefined,
          }}
          search={{ typed, onType: setTyped }}
          nobody={say(make.data ? "letter.everybody_in" : "letter.everybody_invited")}
          make={{
            busy: make.isPending,
            error: make.error,
            isForAll: !make.data,
            send: (_, onMade) => make.mutate(undefined, { onSuccess: ({ items }) => onMade(items) }),
          }}
        />
      )}
    </AnsweredPage>
  );
}

const isIn = (name: string, typed: string) => name.toLowerCase().includes(typed.trim().toLowerCase());
