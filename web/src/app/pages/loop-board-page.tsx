import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type LoopBoard, useLoopBoard, usePublishBoard } from "features/voice/api/loop-board";
import { LoopItemCard } from "features/voice/components/loop-item-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button, ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** What was asked of a programme's people and what became of it, debts first. */
export function LoopBoardPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  return <AnsweredPage query={useLoopBoard(programme_id)}>{(board) => <Board board={board} />}</AnsweredPage>;
}

function Board({ board }: { board: LoopBoard }) {
  const say = useSay();
  const { day } = useDates();
  const { open, overdue, closed, closed_in_time, median_days } = board.totals;
  return (
    <Page
      above={board.programme.name}
      title={say("voice.board")}
      sentence={
        overdue > 0
          ? say("voice.board_sentence_overdue", { count: overdue })
          : say("voice.board_sentence", { open })
      }
      below={say("voice.board_below")}
    >
      {board.items.length === 0 ? (
        <p className="quiet">{say("voice.board_none")}</p>
      ) : (
        <p>
          {say("voice.board_totals", { closed, in_time: closed_in_time })}{" "}
          {median_days !== null && say("voice.board_median", { days: Math.round(median_days) })}
        </p>
      )}
      {board.items.map((item) => (
        <LoopItemCard key={item.id} item={item} />
      ))}
      {board.published_on && (
        <p className="quiet">{say("voice.board_published", { day: day(board.published_on) })}</p>
      )}
      <Publishing board={board} />
      <div>
        <ButtonLink to="/before-i-decide">{say("voice.back")}</ButtonLink>
      </div>
    </Page>
  );
}

function Publishing({ board }: { board: LoopBoard }) {
  const say = useSay();
  const publish = usePublishBoard(board.programme_id);
  const [action] = board.allowed_actions;
  if (!action) return null;
  return (
    <div>
      <Button busy={publish.isPending} onClick={() => publish.mutate(action === "publish")}>
        {say(`voice.board_${action}`)}
      </Button>
      <Trouble of={publish.error} />
    </div>
  );
}
