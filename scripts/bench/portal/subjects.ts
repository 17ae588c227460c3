import { paths } from "~/web/paths";
import type { Shot } from "../load";
import type { PreparedPortal } from "./prepared-portal";

/** A page that is measured. */
export interface PageSubject {
  readonly name: string;
  readonly shot: Shot;
  /** Where the portal is to be asked for something else each time, as that: by the number of the request. */
  readonly another?: (index: number) => Shot;
  /** The most server CPU, as a multiple of a bare Remix page of the same size. */
  readonly target?: number;
}

export function pageSubjects({ organisationId, certificateNumber, exam, adminCookie }: PreparedPortal): PageSubject[] {
  const get = (path: string, cookie = ""): Shot => ({ path, headers: { Cookie: cookie } });
  return [
    { name: "sign-in page", shot: get(paths.signIn()) },
    { name: "dashboard", shot: get(paths.organisation(organisationId), adminCookie), target: 2 },
    {
      name: "dashboard, not kept",
      shot: get(paths.organisation(organisationId), adminCookie),
      // What the page does not know it does not look at; but nobody has asked so before.
      another: (index) => get(`${paths.organisation(organisationId)}?bench=${index}`, adminCookie),
    },
    { name: "exam page", shot: get(paths.attempt(exam.attemptId), exam.cookie), target: 2 },
    { name: "verification page", shot: get(paths.verify(certificateNumber)) },
  ];
}

const client = "bench";

/** What the exam page sends when it takes hold, and then with each answer: another question each time, the sequence counting up. */
export function answerShots({ exam }: PreparedPortal): { claim: Shot; save: (index: number) => Shot } {
  const post = (body: object): Shot => ({
    method: "POST",
    path: paths.answer(exam.attemptId),
    headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin", Cookie: exam.cookie },
    body: JSON.stringify({ client, ...body }),
  });
  return {
    claim: post({}),
    save: (index) => {
      const place = index % exam.answers.length;
      const given = { ordinal: place + 1, sequence: index + 1, agoMs: 0, flagged: false, given: exam.answers[place] };
      return post({ answer: given });
    },
  };
}
