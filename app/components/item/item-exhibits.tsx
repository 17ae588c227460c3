import { useId } from "react";
import { LogExhibit, TableExhibit } from "~/components/exhibit";
import { useMessages } from "~/components/language";
import { ScrollFrame } from "~/components/scroll-frame";
import { shellMessages } from "~/components/shell-messages";
import { fieldNames } from "~/examination/given-answer";
import type { Exhibit, ExhibitLine } from "~/examination/presentation";
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
      return marked ? (
        <EvidenceLines caption={caption} lines={exhibit.lines} marked={marked} />
      ) : (
        <LogExhibit caption={caption} lines={exhibit.lines.map(({ text }) => text)} />
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

/** Lines that can be marked one by one, each with its checkbox. */
function EvidenceLines({
  caption,
  lines,
  marked,
}: {
  caption: string;
  lines: readonly ExhibitLine[];
  marked: readonly string[];
}) {
  const words = useMessages(shellMessages);
  const id = useId();
  return (
    <figure className="card my-4 overflow-hidden">
      <figcaption id={id} className="border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
        {caption}
      </figcaption>
      <ScrollFrame labelledBy={id} className="py-2 -outline-offset-2">
        <fieldset className="w-max min-w-full font-mono text-sm leading-5">
          <legend className="sr-only">{words.linesChosen}</legend>
          {lines.map((line, index) => (
            <label
              key={line.id}
              className="flex min-h-6 items-center px-3 hover:bg-sunken has-checked:bg-accent-soft has-checked:shadow-[inset_3px_0_0_var(--color-accent)] coarse:min-h-11"
            >
              <input
                type="checkbox"
                name={fieldNames.line}
                value={line.id}
                defaultChecked={marked.includes(line.id)}
                className="mr-1 size-4 flex-none"
              />
              <span className="w-10 flex-none pr-3 text-right text-muted select-none">
                <span className="sr-only">{words.line(index + 1)}</span>
                <span aria-hidden="true">{index + 1}</span>
              </span>
              <span className="whitespace-pre">{line.text}</span>
            </label>
          ))}
        </fieldset>
      </ScrollFrame>
    </figure>
  );
}
