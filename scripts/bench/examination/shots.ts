import { currentDeclaration } from "~/examination/declaration";
import type { ItemResponse } from "~/examination/response";
import { paths } from "~/web/paths";
import type { Shot } from "../load";
import type { Seat } from "./world";

/** Somebody with an exam under way, and the answer to each place of the form that earns all points. */
export interface Sitter extends Seat {
  readonly attemptId: string;
  readonly answers: readonly ItemResponse[];
}

export interface Answer {
  readonly ordinal: number;
  readonly sequence: number;
  readonly flagged: boolean;
  readonly given: ItemResponse;
}

const found = 302;
const form = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
const script = { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" };

export const startShot = ({ cookie }: Seat): Shot => ({
  method: "POST",
  path: paths.exam(),
  headers: { ...form, Cookie: cookie },
  body: `rules=on&honour=on&declaration=${currentDeclaration}&programme=1`,
  expected: found,
});

export const pageShot = ({ attemptId, cookie }: Sitter): Shot => ({
  path: paths.attempt(attemptId),
  headers: { Cookie: cookie },
});

/** What the page sends: with an answer, or, when it takes hold, without. */
export const saveShot = ({ attemptId, personId, cookie }: Sitter, answer?: Answer): Shot => ({
  method: "POST",
  path: paths.answer(attemptId),
  headers: { ...script, Cookie: cookie },
  body: JSON.stringify({ client: personId, ...(answer && { answer: { ...answer, agoMs: 0 } }) }),
});

export const handInShot = ({ attemptId, cookie }: Sitter): Shot => ({
  method: "POST",
  path: paths.handIn(attemptId),
  headers: { ...form, Cookie: cookie },
  body: "",
  expected: found,
});

/** The reference: a bare action of Remix that stores as much in one statement. */
export const bareShot = (index: number): Shot => ({
  method: "POST",
  path: "/bare/upsert?_data=upsert",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ index }),
});
