import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { controlMessages } from "./control-messages";
import { useMessages } from "./language";

/** `primary` once a page; `danger` opens a question, `final` answers it. */
export type ButtonLook = "primary" | "quiet" | "danger" | "final";

const looks: Record<ButtonLook, string> = {
  primary: "button button-primary",
  quiet: "button button-quiet",
  danger: "button button-danger",
  final: "button button-final",
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
}

export function Button({ look = "quiet", type = "button", className = "", ...rest }: ButtonProps) {
  return <button type={type} className={`${looks[look]} ${className}`} {...rest} />;
}

/** Looks like a button, goes somewhere: open in a new tab and the rest of what links do keep working. */
export function LinkButton({ look = "quiet", className = "", ...rest }: LinkProps & { look?: ButtonLook }) {
  return <Link className={`${looks[look]} ${className}`} {...rest} />;
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
