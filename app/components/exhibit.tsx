import { type ReactNode, useId } from "react";
import { useMessages } from "./language";
import { ScrollFrame } from "./scroll-frame";
import { shellMessages } from "./shell-messages";

interface ExhibitFrameProps {
  /** What it is and where it comes from: "vmstat 5 on the database server". */
  caption: string;
  /** Its lines are broken to the width there is, so nothing scrolls. */
  wraps?: boolean;
  /** Its left edge stays, so nothing is shaded there. */
  numbered?: boolean;
  children: ReactNode;
}

/** Evidence in columns is wider than phones: it scrolls inside its own frame, never the page, and its edges say so. */
function ExhibitFrame({ caption, wraps = false, numbered = false, children }: ExhibitFrameProps) {
  const id = useId();
  return (
    <figure className="card my-4 overflow-hidden">
      <figcaption id={id} className="border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
        {caption}
      </figcaption>
      {wraps ? (
        <div className="py-2">{children}</div>
      ) : (
        <ScrollFrame
          labelledBy={id}
          className={`py-2 -outline-offset-2 ${numbered ? "[--shade-left:transparent]" : ""}`}
        >
          {children}
        </ScrollFrame>
      )}
    </figure>
  );
}

/** A browser would part dates and host names at their hyphens; these go to the next line as a whole, if they fit there. */
const wholeWords = (line: string): ReactNode[] =>
  line.split(/(\S*-\S*)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line never change places
      <span key={index} className="inline-block max-w-full indent-0">
        {part}
      </span>
    ),
  );

interface LogExhibitProps {
  caption: string;
  lines: readonly string[];
  /** For logs, which are read line by line. What a tool sets in columns must keep them, and scrolls. */
  wraps?: boolean;
  /** The lines can be chosen: a checkbox each, `name` with the line's own of `values`. */
  select?: { name: string; values: readonly string[]; chosen: readonly string[] };
}

/** A log or the output of a tool, with numbered lines; number and checkbox stay in view while the line scrolls. */
export function LogExhibit({ caption, lines, wraps = false, select }: LogExhibitProps) {
  const words = useMessages(shellMessages);
  const box = `font-mono text-sm leading-5 ${wraps ? "" : "w-max min-w-full"}`;
  // Continued lines stand further right than the first, so that each line still begins where the eye looks for it.
  const text = wraps ? "min-w-0 pl-[2ch] -indent-[2ch] whitespace-pre-wrap wrap-anywhere" : "whitespace-pre";
  const stays = "sticky left-0 flex flex-none items-start bg-surface pr-2 pl-3 text-muted";
  // A line that is pressed is as high as a finger where fingers press.
  const tall = "py-0.5 coarse:py-3";
  const number = "min-w-[2ch] text-right select-none";
  if (!select) {
    return (
      <ExhibitFrame caption={caption} wraps={wraps} numbered>
        <ol className={box}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; equal lines may follow each other
            <li key={index} className="flex pr-3">
              <span aria-hidden="true" className={stays}>
                <span className={number}>{index + 1}</span>
              </span>
              <span className={text}>{wraps ? wholeWords(line) : line}</span>
            </li>
          ))}
        </ol>
      </ExhibitFrame>
    );
  }
  return (
    <ExhibitFrame caption={caption} wraps={wraps} numbered>
      <fieldset className={box}>
        <legend className="sr-only">{words.linesChosen}</legend>
        {lines.map((line, index) => (
          <label key={select.values[index]} className="group flex pr-3 hover:bg-sunken has-checked:bg-accent-soft">
            <span
              className={`${stays} ${tall} gap-2 group-hover:bg-sunken group-has-checked:bg-accent-soft group-has-checked:shadow-[inset_3px_0_0_var(--color-accent)]`}
            >
              <input
                type="checkbox"
                name={select.name}
                value={select.values[index]}
                defaultChecked={select.chosen.includes(select.values[index] ?? "")}
                className="size-4 coarse:size-5"
              />
              <span className={number}>
                <span className="sr-only">{words.line(index + 1)}</span>
                <span aria-hidden="true">{index + 1}</span>
              </span>
            </span>
            <span className={`${text} ${tall}`}>{wraps ? wholeWords(line) : line}</span>
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
