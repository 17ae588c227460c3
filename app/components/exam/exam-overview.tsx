import { useMessages } from "~/components/language";
import type { PageAnswer } from "./exam-page";
import { messages } from "./messages";

interface PlaceMarkProps {
  answered: boolean;
  flagged: boolean;
  noted: boolean;
}

/** The state of a place in the form: a tick for answered, a dashed frame for open, a corner for marked, lines beneath for a note. */
function PlaceMark({ answered, flagged, noted }: PlaceMarkProps) {
  return (
    <svg viewBox="0 0 16 16" className="size-4 flex-none fill-none stroke-current stroke-2" aria-hidden="true">
      {answered ? (
        <path d="M2.5 8.5 6.3 12.3 13.5 4.2" />
      ) : (
        <circle cx="8" cy="8" r="5.5" strokeDasharray="2.9 2.9" strokeWidth="1.5" />
      )}
      {flagged && <path d="M9 1h6v6z" className="fill-warn stroke-warn stroke-1" />}
      {noted && <path d="M1 14.9h10" className="stroke-ink" strokeWidth="1.8" strokeDasharray="2.4 1.4" />}
    </svg>
  );
}

interface ExamOverviewProps {
  answers: readonly PageAnswer[];
  current: number;
  /** Of the form that each press sends with `go`. */
  formId: string;
}

const isNoted = ({ note }: PageAnswer): boolean => note.trim() !== "";

/** Every question of the form with its state; a press goes there and saves what is on the page. */
export function ExamOverview({ answers, current, formId }: ExamOverviewProps) {
  const words = useMessages(messages);
  const answered = answers.filter((answer) => answer.answered).length;
  const flagged = answers.filter((answer) => answer.flagged).length;
  return (
    <nav aria-labelledby="overview">
      <h2 id="overview" className="text-base">
        {words.overview}
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">{words.counts(answered, answers.length - answered, flagged)}</p>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(3.25rem,1fr))] gap-1.5">
        {answers.map((answer, index) => {
          const ordinal = index + 1;
          const state = [
            answer.answered ? words.answered : words.open,
            answer.flagged && words.flagged,
            isNoted(answer) && words.noted,
          ];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the form is fixed
            <li key={index}>
              <button
                type="submit"
                form={formId}
                name="go"
                value={ordinal}
                aria-current={ordinal === current ? "step" : undefined}
                aria-label={words.goTo(ordinal, state.filter(Boolean).join(", "))}
                className={`flex min-h-9 w-full items-center justify-center gap-1 rounded border bg-surface px-1 text-sm tabular-nums hover:bg-sunken coarse:min-h-11 aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold ${answer.answered ? "border-edge" : "border-dashed border-edge text-muted"}`}
              >
                <PlaceMark answered={answer.answered} flagged={answer.flagged} noted={isNoted(answer)} />
                {ordinal}
              </button>
            </li>
          );
        })}
      </ol>
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted" aria-hidden="true">
        <li className="flex items-center gap-1.5">
          <PlaceMark answered flagged={false} noted={false} />
          {words.answered}
        </li>
        <li className="flex items-center gap-1.5">
          <PlaceMark answered={false} flagged={false} noted={false} />
          {words.open}
        </li>
        <li className="flex items-center gap-1.5">
          <PlaceMark answered={false} flagged noted={false} />
          {words.flagged}
        </li>
        <li className="flex items-center gap-1.5">
          <PlaceMark answered={false} flagged={false} noted />
          {words.noted}
        </li>
      </ul>
    </nav>
  );
}
