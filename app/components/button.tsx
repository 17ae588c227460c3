import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { controlMessages } from "./control-messages";
import { useMessages } from "./language";
import { Button, type ButtonLook, type ButtonProps, buttonLooks } from "./plain-button";

/** Looks like a button, goes somewhere: open in a new tab and the rest of what links do keep working. */
export function LinkButton({ look = "quiet", className = "", ...rest }: LinkProps & { look?: ButtonLook }) {
  return <Link className={`${buttonLooks[look]} ${className}`} {...rest} />;
}

interface SubmitButtonProps extends ButtonProps {
  children: ReactNode;
  /** What the button says while its form is on the way; without it a general word. */
  pendingLabel?: string;
}

/**
 * Sends its form. While any form of the page is on the way it says so (to the button that was pressed, by its name and
 * value) and refuses a second press, without losing focus as a `disabled` button would.
 */
export function SubmitButton({ look = "primary", children, pendingLabel, ...rest }: SubmitButtonProps) {
  const words = useMessages(controlMessages);
  const { state, formData } = useNavigation();
  const underway = state === "submitting";
  const pressed = underway && (rest.name === undefined || formData?.get(rest.name) === String(rest.value ?? ""));
  return (
    <Button
      look={look}
      type="submit"
      aria-disabled={underway || undefined}
      onClick={underway ? (event) => event.preventDefault() : undefined}
      {...rest}
    >
      {pressed ? (pendingLabel ?? words.sending) : children}
    </Button>
  );
}
