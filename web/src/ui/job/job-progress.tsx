import { Progress } from "@mantine/core";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";

/** What the server says about long work: `progress` of an import or a match run. */
interface JobState {
  state: string;
  done: number;
  total: number | null;
}

interface JobProgressProps {
  /** What is being done: "Importing 311 people". */
  sentence: string;
  progress: JobState;
  onCancel?: (() => void) | undefined;
}

/** A bar, a count and a cancel. The work is the server's: closing the page does not end it. */
export function JobProgress({ sentence, progress, onCancel }: JobProgressProps) {
  const say = useSay();
  const { done, total } = progress;
  const count = total ? say("ui.job_count", { done, total }) : say("ui.job_started");
  return (
    <div className="stack" role="status">
      <div className="row spread">
        <p>{sentence}</p>
        <span className="small quiet number">{count}</span>
      </div>
      <Progress value={total ? (100 * done) / total : 0} aria-label={sentence} />
      <div className="row spread">
        <span className="small quiet">{say("ui.job_goes_on")}</span>
        {onCancel && <Button onClick={onCancel}>{say("ui.cancel")}</Button>}
      </div>
    </div>
  );
}
