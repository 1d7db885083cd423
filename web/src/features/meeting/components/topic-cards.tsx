import { type Notebook, usePutItem } from "features/meeting/api/notebook";
import styles from "features/meeting/components/notebook.module.css";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

type TopicCard = Notebook["topic_cards"][number];

interface TopicCardsProps {
  notebook: Notebook;
  partner: string;
}

/** Of topics that one of the two brings and the other wants: questions, each put on the agenda with one tap. */
export function TopicCards({ notebook, partner }: TopicCardsProps) {
  const say = useSay();
  if (notebook.topic_cards.length === 0 || !notebook.may_plan) return null;
  return (
    <Card title={say("topic_cards.title")} beside={<Sees>{say("meeting.sees_two")}</Sees>}>
      <p className="quiet">{say("topic_cards.below")}</p>
      <div className="stack">
        {notebook.topic_cards.map((card) => (
          <CardOf key={card.topic} notebook={notebook} card={card} partner={partner} />
        ))}
      </div>
    </Card>
  );
}

function CardOf({ notebook, card, partner }: { notebook: Notebook; card: TopicCard; partner: string }) {
  const say = useSay();
  const youBring = card.brought_by === notebook.side;
  const [mine, theirs] = youBring ? [card.bringing, card.wanting] : [card.wanting, card.bringing];
  return (
    <section className="stack tight">
      <h3>{card.name}</h3>
      <p className="small quiet">
        {say(youBring ? "topic_cards.you_bring" : "topic_cards.partner_brings", { partner })}
      </p>
      <Questions notebook={notebook} card={card} questions={mine} />
      <details>
        <summary>{say("topic_cards.more", { partner })}</summary>
        <Questions notebook={notebook} card={card} questions={theirs} />
        <p>{say("topic_cards.first_step", { step: card.first_step })}</p>
        {card.care && <p className="quiet">{say("topic_cards.care", { care: card.care })}</p>}
      </details>
    </section>
  );
}

interface QuestionsProps {
  notebook: Notebook;
  card: TopicCard;
  questions: string[];
}

function Questions({ notebook, card, questions }: QuestionsProps) {
  return (
    <ul className={styles.items}>
      {questions.map((question) => (
        <Question key={question} notebook={notebook} card={card} question={question} />
      ))}
    </ul>
  );
}

function Question({ notebook, card, question }: Omit<QuestionsProps, "questions"> & { question: string }) {
  const say = useSay();
  const put = usePutItem(notebook.id);
  // The same tap sent twice is one item.
  const [id] = useState(() => crypto.randomUUID());
  const isThere = notebook.agenda.some((item) => item.text === question);
  return (
    <li>
      <span className={styles.text}>{question}</span>
      {isThere ? (
        <span className="small quiet" role="status">
          {say("topic_cards.is_there")}
        </span>
      ) : (
        <Button
          kind="bare"
          busy={put.isPending}
          label={`${say("topic_cards.take")}: ${question}`}
          onClick={() => put.mutate({ id, version: 0, lane: card.brought_by, text: question })}
        >
          {say("topic_cards.take")}
        </Button>
      )}
      <Trouble of={put.error} />
    </li>
  );
}
