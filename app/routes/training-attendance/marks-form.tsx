import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Progress } from "~/components/progress";
import type { AttendanceMark } from "~/platform/schema/training-tables";
import { messages } from "./messages";

interface MarkRow {
  readonly enrolmentId: string;
  readonly personName: string;
  readonly organisationName: string;
  readonly mark: AttendanceMark | null;
  readonly recordedAt: string | null;
  readonly standing: "completed" | "incomplete" | "open";
}

const marks = ["present", "partial", "absent"] as const;

const checkedLooks = {
  present: "has-checked:border-good has-checked:bg-good-soft has-checked:text-good",
  partial: "has-checked:border-warn has-checked:bg-warn-soft has-checked:text-warn",
  absent: "has-checked:border-bad has-checked:bg-bad-soft has-checked:text-bad",
} as const;

/** Everybody of one part with three large choices each, made for a thumb; everything is saved with one press. */
export function MarksForm({ partId, rows, timeZone }: { partId: string; rows: readonly MarkRow[]; timeZone: string }) {
  const words = useMessages(messages);
  const recorded = rows.filter(({ mark }) => mark !== null).length;
  return (
    <Form method="post">
      {/* What the enter key presses: without it that would be the first button in sight, "all present". */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="partId" value={partId} />
      <div className="mb-4">
        <Progress
          label={words.recorded}
          value={recorded}
          max={rows.length}
          text={words.recordedOf(recorded, rows.length)}
        />
      </div>
      <SubmitButton look="quiet" name="intent" value="all_present" className="min-h-11 w-full sm:w-auto">
        {words.allPresent}
      </SubmitButton>
      <ul className="my-4 flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.enrolmentId} className="card p-3">
            <PersonMarks row={row} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      <p className="mb-4 text-sm text-muted">{words.rule}</p>
      <div className="sticky bottom-0 border-t border-line bg-canvas py-3">
        <SubmitButton className="min-h-11 w-full sm:w-auto" name="intent" value="save">
          {words.save}
        </SubmitButton>
      </div>
    </Form>
  );
}

function PersonMarks({ row, timeZone }: { row: MarkRow; timeZone: string }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const saved = row.recordedAt
    ? words.savedAt(formatInstant(row.recordedAt, language, timeZone, "timeWithSeconds"))
    : words.unmarked;
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{row.personName}</legend>
      <p className="mb-2 text-sm text-muted">
        {row.organisationName} · {saved} · {words.standing[row.standing]}
      </p>
      <div className="grid grid-cols-3 gap-2">
        {marks.map((mark) => (
          <label
            key={`${mark}-${row.mark}`}
            className={`flex min-h-12 items-center justify-center gap-2 rounded border border-edge px-1 text-sm font-semibold has-checked:border-2 has-focus-visible:outline-2 has-focus-visible:outline-accent ${checkedLooks[mark]}`}
          >
            <input
              type="radio"
              name={`mark-${row.enrolmentId}`}
              value={mark}
              defaultChecked={row.mark === mark}
              className="size-4 flex-none"
            />
            {words.marks[mark]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
