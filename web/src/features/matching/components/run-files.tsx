import { useSay } from "lib/i18n/say";

interface RunFilesProps {
  runId: string;
  of: "pairs" | "leftovers";
}

/** What stands in a list, for a spreadsheet: the same rows and columns, whole. */
export function RunFiles({ runId, of }: RunFilesProps) {
  const say = useSay();
  const what = say(of === "pairs" ? "matching.download_pairs" : "matching.download_leftovers");
  const file = (format: "xlsx" | "csv") => `/api/match-runs/${runId}/${of}/file?format=${format}`;
  return (
    <span className="row small" style={{ rowGap: 0 }}>
      <span className="quiet">{what}</span>
      <a href={file("xlsx")} download aria-label={say("matching.as_spreadsheet", { what })}>
        {say("matching.spreadsheet")}
      </a>
      <a href={file("csv")} download aria-label={say("matching.as_text", { what })}>
        {say("matching.csv")}
      </a>
    </span>
  );
}
