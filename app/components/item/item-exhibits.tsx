import { LogExhibit, TableExhibit } from "~/components/exhibit";
import { useMessages } from "~/components/language";
import { fieldNames } from "~/examination/given-answer";
import type { Exhibit } from "~/examination/presentation";
import { ChartExhibit } from "./chart-exhibit";
import { ImageExhibit } from "./image-exhibit";
import { itemMessages } from "./item-messages";

interface ItemExhibitsProps {
  exhibits: readonly Exhibit[];
  /** The lines that are marked, where lines can be marked. */
  marked?: readonly string[];
}

/** What stands beside the question. */
export function ItemExhibits({ exhibits, marked }: ItemExhibitsProps) {
  return exhibits.map((exhibit) => <OneExhibit key={exhibit.title} exhibit={exhibit} marked={marked} />);
}

function OneExhibit({ exhibit, marked }: { exhibit: Exhibit; marked: readonly string[] | undefined }) {
  const words = useMessages(itemMessages);
  switch (exhibit.kind) {
    case "log":
    case "tool_output": {
      const caption = exhibit.kind === "log" ? exhibit.title : `${exhibit.title} · ${words.command(exhibit.command)}`;
      const ids = exhibit.lines.map(({ id }) => id);
      return (
        <LogExhibit
          caption={caption}
          lines={exhibit.lines.map(({ text }) => text)}
          wraps={exhibit.kind === "log"}
          {...(marked && { select: { name: fieldNames.line, values: ids, chosen: marked } })}
        />
      );
    }
    case "table":
      return <TableExhibit caption={exhibit.title} columns={exhibit.columns} rows={exhibit.rows} />;
    case "chart":
      return <ChartExhibit chart={exhibit} />;
    case "image":
      return <ImageExhibit exhibit={exhibit} />;
  }
}
