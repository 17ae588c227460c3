import { type FormEvent, useEffect, useRef } from "react";

/**
 * After "More rows" the form starts anew and the focus would be nowhere: it goes to the first blank row of the list whose button was
 * pressed. Returns what the form is to call when it is sent; `answeredAt` tells one answer of the server from the next.
 */
export function useFocusInList(answeredAt: string | undefined) {
  const pressedIn = useRef<string | null>(null);
  useEffect(() => {
    const list = answeredAt && pressedIn.current ? document.getElementById(pressedIn.current) : null;
    pressedIn.current = null;
    const row = [...(list?.querySelectorAll("li") ?? [])].find(isBlank);
    (controlsOf(row).find((control) => control.checkVisibility()) ?? list)?.focus();
  }, [answeredAt]);
  return (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    pressedIn.current = submitter?.closest("fieldset[id^='field-']")?.id ?? null;
  };
}

const controlsOf = (row: Element | undefined): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, textarea") ?? []),
];

/** Nothing was written in it; what is chosen or ticked may be so from the start. */
const isBlank = (row: Element): boolean =>
  [...row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=text], textarea")].every(
    ({ value }) => value === "",
  );
