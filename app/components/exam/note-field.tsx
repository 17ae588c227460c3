import { type ChangeEvent, useEffect, useRef } from "react";
import { useMessages } from "~/components/language";
import { longestNote } from "~/examination/longest-note";
import { messages } from "./messages";

const typingPauseMs = 800;

interface NoteFieldProps {
  text: string;
  /** Stands while JavaScript has not taken hold; then the note is sent with the form. */
  write: ((text: string) => void) | undefined;
  /** Whether the server has what was written; undefined while nothing was. */
  stored: boolean | undefined;
  tooLong: boolean;
}

/** What the candidate notes beside the question: kept and saved like an answer, seen by nobody else. */
export function NoteField({ text, write, stored, tooLong }: NoteFieldProps) {
  const words = useMessages(messages);
  const typing = useRef<{ timer: number; text: string }>();

  const writeNow = () => {
    const typed = typing.current;
    if (!typed) return;
    clearTimeout(typed.timer);
    typing.current = undefined;
    write?.(typed.text);
  };
  const latest = useRef(writeNow);
  latest.current = writeNow;
  useEffect(() => () => latest.current(), []);

  const changed = (event: ChangeEvent<HTMLTextAreaElement>) => {
    // Not a change of the answer.
    event.stopPropagation();
    if (!write) return;
    clearTimeout(typing.current?.timer);
    typing.current = {
      text: event.target.value,
      timer: window.setTimeout(() => latest.current(), typingPauseMs),
    };
  };
  return (
    <details open={text !== "" || tooLong} className="measure">
      <summary className="tap w-fit cursor-pointer py-1">{words.note}</summary>
      <label className="sr-only" htmlFor="note">
        {words.note}
      </label>
      <textarea
        id="note"
        name="note"
        rows={3}
        maxLength={write ? longestNote : undefined}
        defaultValue={text}
        onChange={changed}
        onBlur={writeNow}
        aria-describedby="note-hint note-state"
        aria-invalid={tooLong || undefined}
        className="control mt-1"
      />
      <p id="note-hint" className="text-sm text-muted">
        {words.noteHint}
      </p>
      <p id="note-state" role="status" className="min-h-5 text-sm text-muted">
        {tooLong
          ? words.noteTooLong(longestNote)
          : stored === undefined
            ? ""
            : stored
              ? words.noteSaved
              : words.noteKept}
      </p>
    </details>
  );
}
