import { policy } from "~/kernel/policy";

/** Passwords that anybody would try first, in the length we ask for; compared without spaces, case and digits at the end. */
const tooObvious = [
  "password",
  "passwort",
  "qwertzuiop",
  "qwertyuiop",
  "abcdefghijklmno",
  "letmein",
  "administrator",
  "partnerportal",
  "certification",
  "zertifizierung",
  "ionoscloud",
];

const repeats = (text: string): boolean => /^(.{1,5})\1+$/u.test(text);

export type PasswordFault = "too_short" | "too_long" | "password_common" | "password_personal";

/** SP 800-63B-4: length counts, composition does not; refused are the obvious ones and those made of the person's own name or address. */
export function passwordFault(
  password: string,
  person: { fullName: string; email: string },
): PasswordFault | undefined {
  if ([...password].length < policy.passwordMinimumLength) return "too_short";
  if (password.length > 1_000) return "too_long";
  const core = password.toLowerCase().replace(/[\s\d!?.,_-]+/g, "");
  if (core.length < 4 || repeats(core) || tooObvious.some((word) => core.replaceAll(word, "").length < 4))
    return "password_common";
  const own = [person.email.toLowerCase(), ...person.fullName.toLowerCase().split(/\s+/)].filter(
    (part) => part.length > 3,
  );
  const rest = own.reduce((text, part) => text.replaceAll(part, ""), password.toLowerCase());
  return [...rest].length < policy.passwordMinimumLength / 2 ? "password_personal" : undefined;
}
