import { useMutation, useQueryClient } from "@tanstack/react-query";
import { uploadPeople } from "features/person/api/people-import";
import type { ColumnMapping } from "features/person/api/propose-mapping";
import { answer, api } from "lib/api-client/api";

/** A pasted row as far as it says who somebody is; what they bring and want is theirs to say. */
interface KeptRow {
  name: string;
  level?: number | null | undefined;
  department?: string | null | undefined;
  site?: string | null | undefined;
  manager?: string | null | undefined;
}

const columns = [
  { cell: "name", header: "Name", field: "name" },
  { cell: "level", header: "Level", field: "level" },
  { cell: "department", header: "Department", field: "department" },
  { cell: "site", header: "Site", field: "site" },
  { cell: "manager", header: "Manager", field: "manager_name" },
] as const;

const quoted = (cell: string | number | null | undefined) => `"${String(cell ?? "").replaceAll('"', '""')}"`;

/** The rows as a file that the import reads. */
export function asFile(rows: KeptRow[]): string {
  const lines = rows.map((row) => columns.map(({ cell }) => quoted(row[cell])).join("\t"));
  return [columns.map(({ header }) => quoted(header)).join("\t"), ...lines].join("\n");
}

/** Makes an import of pasted rows: its dry run shows what would be added, and nothing is written before. */
export function useKeepRows() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (rows: KeptRow[]) => {
      const headers = columns.map(({ header }) => header);
      const { mapping } = await answer(api.POST("/api/import-mappings/proposal", { body: { headers } }));
      const said: ColumnMapping = {
        ...mapping,
        columns: columns.map(({ header, field }, position) => ({ position, header, field })),
        has_header: true,
        level_source: rows.some(({ level }) => level !== null && level !== undefined)
          ? "rising_number"
          : "none",
        recognise_by_name: true,
        keep: "everyone",
        listed: [],
      };
      return uploadPeople({ mapping: said, octets: new Blob([asFile(rows)]), source: "paste" });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["people_import"] }),
  });
}
