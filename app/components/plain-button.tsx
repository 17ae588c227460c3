import type { ButtonHTMLAttributes } from "react";

/** `primary` once a page; `danger` opens a question, `final` answers it. */
export type ButtonLook = "primary" | "quiet" | "danger" | "final";

export const buttonLooks: Record<ButtonLook, string> = {
  primary: "button button-primary",
  quiet: "button button-quiet",
  danger: "button button-danger",
  final: "button button-final",
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
}

/** A button that needs no router: the exam page, which loads none, presses it too. */
export function Button({ look = "quiet", type = "button", className = "", ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonLooks[look]} ${className}`} {...rest} />;
}
