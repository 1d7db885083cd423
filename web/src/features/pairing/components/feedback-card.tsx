import {
  type Feedback,
  useGiveFeedback,
  useLookAtFeedback,
  usePickFeedback,
  useTakeBackFeedback,
} from "features/pairing/api/feedback";
import styles from "features/pairing/components/feedback.module.css";
import { FeedbackForm } from "features/pairing/components/feedback-form";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField, TextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

interface FeedbackCardProps {
  pairingId: string;
  partner: string;
  feedback: Feedback;
}

/** One piece of feedback: its four parts, and what became of its wish. */
export function FeedbackCard({ pairingId, partner, feedback }: FeedbackCardProps) {
  const say = useSay();
  const { day } = useDates();
  const { words, is_own, is_goal } = feedback;
  const [isChanging, setIsChanging] = useState(false);
  const give = useGiveFeedback(pairingId);
  const written = say(is_own ? "feedback.from_you" : "feedback.from", {
    partner,
    day: day(feedback.written_on),
  });

  return (
    <Card title={written} beside={is_goal && <Tag tone="good">{say("feedback.goal")}</Tag>}>
      {isChanging ? (
        <FeedbackForm
          words={words}
          label={say("feedback.save")}
          busy={give.isPending}
          onGive={(changed) =>
            give.mutate({ id: feedback.id, words: changed }, { onSuccess: () => setIsChanging(false) })
          }
        />
      ) : (
        <dl className={styles.parts}>
          {(["situation", "saw", "effect", "wish"] as const).map((part) => (
            <div key={part}>
              <dt className="quiet">{say(`feedback.${part}`)}</dt>
              <dd>{words[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      <Trouble of={give.error} />
      {feedback.may_change && !isChanging && (
        <OwnFeedback pairingId={pairingId} feedback={feedback} onChange={() => setIsChanging(true)} />
      )}
      {feedback.may_pick && <Picking pairingId={pairingId} feedback={feedback} />}
      {is_goal && <Looking pairingId={pairingId} partner={partner} feedback={feedback} />}
    </Card>
  );
}

function OwnFeedback({
  pairingId,
  feedback,
  onChange,
}: {
  pairingId: string;
  feedback: Feedback;
  onChange: () => void;
}) {
  const say = useSay();
  const takeBack = useTakeBackFeedback(pairingId);
  return (
    <>
      <div className="row">
        <Button kind="plain" onClick={onChange}>
          {say("feedback.change")}
        </Button>
        <Button kind="bare" disabled={takeBack.isPending} onClick={() => takeBack.mutate(feedback.id)}>
          {say("feedback.take_back")}
        </Button>
      </div>
      <Trouble of={takeBack.error} />
    </>
  );
}

function Picking({ pairingId, feedback }: { pairingId: string; feedback: Feedback }) {
  const say = useSay();
  const [goal, setGoal] = useState<string>();
  const pick = usePickFeedback(pairingId, feedback.id);
  if (goal === undefined) {
    return (
      <div>
        <Button kind="plain" onClick={() => setGoal(feedback.words.wish)}>
          {say("feedback.pick")}
        </Button>
      </div>
    );
  }
  return (
    <>
      <TextField
        label={say("feedback.pick_words")}
        value={goal}
        maxLength={300}
        onChange={
          ((event: { currentTarget: HTMLInputElement }) => setGoal(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button busy={pick.isPending} disabled={goal.trim() === ""} onClick={() => pick.mutate(goal)}>
          {say("feedback.pick_save")}
        </Button>
      </div>
      <Trouble of={pick.error} />
    </>
  );
}

function Looking({ pairingId, partner, feedback }: FeedbackCardProps) {
  const say = useSay();
  const [text, setText] = useState(feedback.own_look ?? "");
  const look = useLookAtFeedback(pairingId, feedback.id);
  return (
    <>
      <p className="quiet">{say(feedback.is_due ? "feedback.sentence_due" : "feedback.picked")}</p>
      {feedback.partner_look && (
        <dl className={styles.parts}>
          <dt className="quiet">{say("feedback.partner_look", { partner })}</dt>
          <dd>{feedback.partner_look}</dd>
        </dl>
      )}
      <LongTextField
        label={say(feedback.own_look ? "feedback.your_look" : "feedback.look")}
        rows={2}
        value={text}
        maxLength={1000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setText(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button
          kind={feedback.is_due ? "filled" : "plain"}
          busy={look.isPending}
          disabled={text.trim() === (feedback.own_look ?? "")}
          onClick={() => look.mutate(text)}
        >
          {say("feedback.look_save")}
        </Button>
      </div>
      <Trouble of={look.error} />
    </>
  );
}
