import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useMakeLetters } from "features/invitation/api/make-letters";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { LetterDesk } from "features/signin/components/letter-desk";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useFinding, useSortWords } from "ui/list/finding";

const rowsAPage = 50;

/** Letters that invite to a programme, for everybody invited who has no password yet. */
export function ProgrammeLettersPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const say = useSay();
  const { locale } = useIntl();
  const setUp = useSetUpOf(programme_id);
  const make = useMakeLetters(programme_id);
  const { words } = useSortWords();
  const finding = useFinding(words("name", say("people.name")).slice(0, 1));
  const [pages, setPages] = useState(1);
  const all = make.data?.items.filter(({ name }) => isIn(name, finding.typed));
  const rows = all?.slice(0, pages * rowsAPage).map((one) => ({
    id: one.person_id,
    name: one.name,
    where: one.department ?? undefined,
  }));
  return (
    <AnsweredPage query={setUp}>
      {(programme) => (
        <LetterDesk
          above={calledHere(programme, locale).name}
          below={say("letter.below_programme")}
          programme={(language) => calledHere(programme, language)}
          found={{
            rows: rows ?? (make.isPending ? undefined : []),
            error: null,
            isOfBefore: false,
            more:
              (all?.length ?? 0) > (rows?.length ?? 0)
                ? { busy: false, onMore: () => setPages((now) => now + 1) }
                : undefined,
            again: () => undefined,
          }}
          finding={finding}
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
