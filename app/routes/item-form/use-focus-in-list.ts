import { type FormEvent, useEffect, useRef } from "react";

/**
 * After "More rows" the form starts anew and the focus would be nowhere: it goes to the first blank field of the list whose button was
 * pressed. Returns what the form is to call when it is sent; `answeredAt` tells one answer of the server from the next.
 */
export function useFocusInList(answeredAt: string | undefined) {
  const pressedIn = useRef<string | null>(null);
  useEffect(() => {
    const list = answeredAt && pressedIn.current ? document.getElementById(pressedIn.current) : null;
    pressedIn.current = null;
    const fields = list?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "input:not([type]), input[type=text], textarea",
    );
    ([...(fields ?? [])].find(({ value }) => value === "") ?? list)?.focus();
  }, [answeredAt]);
  return (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    pressedIn.current = submitter?.closest("fieldset[id^=field-]")?.id ?? null;
  };
}
