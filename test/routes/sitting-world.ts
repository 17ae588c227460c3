import { handInExam } from "~/eligibility/hand-in-exam.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

export const later = (seconds: number) => new Date(examMorning.getTime() + seconds * 1000);

/** A portal with people who may sit the exam; its clock stands where a test puts it. */
export class SittingWorld {
  now = examMorning;
  served!: ServedPortal;
  private candidates: string[] = [];

  private constructor(readonly database: Database) {}

  static async on(database: Database, engineers: number): Promise<SittingWorld> {
    const world = new SittingWorld(database);
    world.candidates = (await trainedPartner(database.db, { engineers })).engineerIds;
    world.served = await servePortal(database, { now: () => world.now });
    return world;
  }

  /** Somebody who has not sat the exam yet, on the morning of it. */
  async nextCandidate(): Promise<{ readonly personId: string; readonly cookie: string }> {
    this.now = examMorning;
    const personId = this.candidates.pop();
    if (!personId) throw new Error("more engineers are needed");
    return { personId, cookie: await this.served.signedIn(personId) };
  }

  /** The sign-in of somebody to whom no attempt belongs. */
  someoneElse(): Promise<string> {
    return this.served.signedIn(this.candidates[0] ?? "");
  }

  /** Somebody's attempt, and what their browser may do with it. */
  async aSitting() {
    const { personId, cookie } = await this.nextCandidate();
    const { database, served } = this;
    const { attemptId } = await anAttempt(database.db, personId);
    const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(`${served.url}/exam/${attemptId}/${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json().catch(() => null) };
    };
    const form = (path: string, fields: Record<string, string>) =>
      fetch(served.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
        body: new URLSearchParams(fields),
      });
    const open = async (path: string, who = cookie) => {
      const response = await fetch(served.url + path, { headers: { Cookie: who }, redirect: "manual" });
      return { status: response.status, html: await response.text() };
    };
    const handIn = () =>
      handInExam(database.db, { attemptId, by: "candidate", personId }, this.now, seededRandom(`hand in ${attemptId}`));
    return { personId, attemptId, cookie, post, form, open, handIn };
  }
}
