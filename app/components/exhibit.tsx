import { type ReactNode, useId } from "react";
import { useMessages } from "./language";
import { ScrollFrame } from "./scroll-frame";
import { shellMessages } from "./shell-messages";

interface ExhibitFrameProps {
  /** What it is and where it comes from: "vmstat 5 on the database server". */
  caption: string;
  children: ReactNode;
}

/** Evidence is wider than phones: it scrolls inside its own frame, never the page. */
function ExhibitFrame({ caption, children }: ExhibitFrameProps) {
  const id = useId();
  return (
    <figure className="card my-4 overflow-hidden">
      <figcaption id={id} className="border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
        {caption}
      </figcaption>
      <ScrollFrame labelledBy={id} className="py-2 -outline-offset-2">
        {children}
      </ScrollFrame>
    </figure>
  );
}

interface LogExhibitProps {
  caption: string;
  lines: readonly string[];
  /** The lines can be chosen: a checkbox each, `name` with the line's number (from 1) as value. */
  select?: { name: string; chosen: readonly number[]; disabled?: boolean };
}

const lineNumber = "w-10 flex-none pr-3 text-right text-muted select-none";

/** A log or the output of a tool, with numbered lines. */
export function LogExhibit({ caption, lines, select }: LogExhibitProps) {
  const words = useMessages(shellMessages);
  const numbered = lines.map((text, index) => ({ number: index + 1, text }));
  if (!select) {
    return (
      <ExhibitFrame caption={caption}>
        <ol className="w-max min-w-full font-mono text-sm leading-5">
          {numbered.map(({ number, text }) => (
            <li key={number} className="flex px-3">
              <span aria-hidden="true" className={lineNumber}>
                {number}
              </span>
              <span className="whitespace-pre">{text}</span>
            </li>
          ))}
        </ol>
      </ExhibitFrame>
    );
  }
  return (
    <ExhibitFrame caption={caption}>
      <fieldset className="w-max min-w-full font-mono text-sm leading-5" disabled={select.disabled}>
        <legend className="sr-only">{words.linesChosen}</legend>
        {numbered.map(({ number, text }) => (
          <label
            key={number}
            className="flex min-h-6 items-center px-3 hover:bg-sunken has-checked:bg-accent-soft has-checked:shadow-[inset_3px_0_0_var(--color-accent)] coarse:min-h-11"
          >
            <input
              type="checkbox"
              name={select.name}
              value={number}
              defaultChecked={select.chosen.includes(number)}
              className="mr-1 size-4 flex-none"
            />
            <span className={lineNumber}>
              <span className="sr-only">{words.line(number)}</span>
              <span aria-hidden="true">{number}</span>
            </span>
            <span className="whitespace-pre">{text}</span>
          </label>
        ))}
      </fieldset>
    </ExhibitFrame>
  );
}

interface TableExhibitProps {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Figures a tool printed as a table; monospaced, so that they line up as in the tool. */
export function TableExhibit({ caption, columns, rows }: TableExhibitProps) {
  return (
    <ExhibitFrame caption={caption}>
      <table className="font-mono text-sm">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-b border-line px-3 py-1 text-right font-semibold first:text-left"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join("\t")}>
              {row.map((cell, index) => (
                <td key={columns[index]} className="px-3 py-0.5 text-right whitespace-pre first:text-left">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ExhibitFrame>
  );
}
