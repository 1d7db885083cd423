import { useMyConcerns } from "features/care/api/concerns";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** Somebody answered what was told to them in confidence. It stands here because no mail says so. */
export function AnsweredConcern() {
  const say = useSay();
  const answered = (useMyConcerns().data?.items ?? []).find(({ unread }) => unread > 0);
  if (!answered) return null;
  return (
    <Card title={say("home.answered_concern", { name: answered.with })}>
      <div>
        <ButtonLink to="/talk/$concern_id" params={{ concern_id: answered.id }}>
          {say("home.read_answer")}
        </ButtonLink>
      </div>
    </Card>
  );
}
