import { useEffect, useRef, useState } from "react";
import { useMessages } from "~/components/language";
import { Button } from "~/components/plain-button";
import { fieldNames, movedEntries } from "~/examination/given-answer";
import type { PresentedOption } from "~/examination/presentation";
import { InlineCode, withoutCode } from "./inline-code";
import { itemMessages } from "./item-messages";

interface OrderingAnswerProps {
  /** In the order in which they are offered. */
  entries: readonly PresentedOption[];
  /** The candidate's own order; empty while there is none. */
  ordered: readonly string[];
  /** The order has been changed without sending the form. */
  onChange: (() => void) | undefined;
  /** To be read only: a form takes its first button for the one that Enter presses, so none may stand here that does nothing. */
  readOnly: boolean;
}

/** Entries that go up and down by buttons. Each press sends the form; with JavaScript it only changes it. */
export function OrderingAnswer({ entries, ordered, onChange, readOnly }: OrderingAnswerProps) {
  const words = useMessages(itemMessages);
  const [order, setOrder] = useState<readonly string[]>(ordered.length > 0 ? ordered : entries.map(({ id }) => id));
  const [own, setOwn] = useState(ordered.length > 0);
  const pressed = useRef(false);
  const directions = readOnly ? [] : (["up", "down"] as const);
  const textOf = new Map(entries.map(({ id, text }) => [id, text]));

  // The form holds the new order only once it has been rendered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the order or its ownership has changed
  useEffect(() => {
    if (pressed.current) onChange?.();
    pressed.current = false;
  }, [order, own]);

  const press = onChange
    ? (move: string) => (event: React.MouseEvent) => {
        event.preventDefault();
        pressed.current = true;
        setOwn(true);
        setOrder(movedEntries(order, move));
      }
    : () => undefined;

  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm text-muted">{words.order}</legend>
      {own && <input type="hidden" name={fieldNames.ordered} value="yes" />}
      <ol className="flex flex-col gap-2">
        {order.map((id, index) => {
          const text = textOf.get(id) ?? "";
          return (
            <li key={id} className="flex items-center gap-3 rounded border border-edge bg-surface py-1.5 pr-1.5 pl-3">
              <input type="hidden" name={fieldNames.entry} value={id} />
              <span aria-hidden="true" className="w-5 flex-none text-right text-muted tabular-nums">
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">
                <InlineCode text={text} />
              </span>
              <span className="flex flex-none gap-1">
                {directions.map((direction) => (
                  <Button
                    key={direction}
                    type="submit"
                    name={fieldNames.move}
                    value={`${direction}:${id}`}
                    onClick={press(`${direction}:${id}`)}
                    aria-disabled={direction === "up" ? index === 0 : index === order.length - 1}
                    aria-label={words[direction](withoutCode(text))}
                  >
                    <span aria-hidden="true">{direction === "up" ? "↑" : "↓"}</span>
                  </Button>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {!own && !readOnly && (
        <p className="mt-3 flex flex-wrap items-center gap-3 text-sm text-muted">
          {words.orderOpen}
          <Button type="submit" name={fieldNames.move} value="keep" onClick={press("keep")}>
            {words.keepOrder}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
