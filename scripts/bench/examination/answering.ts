import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { seededChoice } from "~/examination/seeded-choice";
import { fire, type Shot } from "../load";
import { type Answer, type Sitter, saveShot } from "./shots";

const secondsApart = 10;

/** What the portal has acknowledged: by attempt and place of the form, the latest. */
export type Acknowledged = Map<string, Answer>;

/** The next request of one of the people; `done` is called once it is answered as expected. */
export type Act = (person: number) => { readonly shot: Shot; readonly done?: () => void };

export interface Sent {
  readonly latenciesMs: number[];
  readonly errors: string[];
}

/**
 * Lets `people` act for so long, each at moments of their own, every ten seconds on average, whatever the answers before take. A request that
 * fails is an error and not sent again.
 */
export async function actAtLeisure(
  url: string,
  { people, seconds, seed }: { people: number; seconds: number; seed: string },
  next: Act,
): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const sent: Sent = { latenciesMs: [], errors: [] };
  const chance = seededChoice(seed);
  const startedAt = performance.now();
  const act = async (person: number, moments: readonly number[]) => {
    for (const moment of moments) {
      await wait(Math.max(0, startedAt + moment * 1000 - performance.now()));
      const { shot, done } = next(person);
      const sentAt = performance.now();
      try {
        await fire(agent, url, shot);
        done?.();
        sent.latenciesMs.push(performance.now() - sentAt);
      } catch (error) {
        sent.errors.push(String(error));
      }
    }
  };
  try {
    const moments = Array.from({ length: people }, () => momentsWithin(seconds, chance));
    await Promise.all(moments.map((own, person) => act(person, own)));
    return sent;
  } finally {
    agent.destroy();
  }
}

/** From five to fifteen seconds apart, the first as if somebody had looked in at any time. */
function momentsWithin(seconds: number, chance: ReturnType<typeof seededChoice>): number[] {
  const moments: number[] = [];
  for (
    let at = chance.integer(0, 10_000) / 1000;
    at < seconds;
    at += secondsApart / 2 + chance.integer(0, 10_000) / 1000
  )
    moments.push(at);
  return moments;
}

/** The sitters' pens: the next answer of each, place by place and over again, and what was acknowledged. */
export class Pens {
  readonly acknowledged: Acknowledged = new Map();
  private readonly sequences = new Map<string, number>();
  /** Acknowledged answers, those that a later one of the same place has replaced included. */
  saved = 0;

  /** The right answer to the next place, or to the one named. */
  next(sitter: Sitter, place?: number): { shot: Shot; done: () => void } {
    const sequence = (this.sequences.get(sitter.attemptId) ?? 0) + 1;
    this.sequences.set(sitter.attemptId, sequence);
    const index = (place ?? sequence - 1) % sitter.answers.length;
    const given = sitter.answers[index];
    if (!given) throw new Error("a form without places");
    const answer = { ordinal: index + 1, sequence, flagged: sequence % 7 === 0, given };
    return {
      shot: saveShot(sitter, answer),
      done: () => {
        this.saved += 1;
        this.acknowledged.set(`${sitter.attemptId} ${answer.ordinal}`, answer);
      },
    };
  }
}
