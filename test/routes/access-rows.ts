import { matrix } from "./access-matrix";
import { type Requester, requesters } from "./access-world";

type Answer = "in" | "go" | "ok" | number;

/** A line of the matrix. */
export interface Row {
  readonly method: "GET" | "POST";
  /** With the name of what the action is asked to do: `/training/:trainingSessionId#enrol`. */
  readonly key: string;
  readonly path: string;
  /** For things of the own distributor, of its reseller, and of a foreign partner. */
  readonly answers: ReadonlyMap<Requester, readonly [Answer, Answer, Answer]>;
  readonly absent: readonly Answer[] | undefined;
}

function answerOf(word: string): Answer {
  if (word === "in" || word === "go" || word === "ok") return word;
  if (/^[45]\d\d$/.test(word)) return Number(word);
  throw new Error(`The access matrix holds "${word}", which is no answer.`);
}

function readRow(line: string): Row {
  const [method, key, ...cells] = line.split(/\s+/);
  const absent = cells[requesters.length]?.replace("absent=", "");
  if ((method !== "GET" && method !== "POST") || key === undefined || cells.length < requesters.length) {
    throw new Error(`The access matrix holds a line that is none: ${line}`);
  }
  const answers = requesters.map((requester, index) => {
    const [own, reseller = own, foreign = own] = (cells[index] ?? "").split(",").map(answerOf);
    return [requester, [own, reseller, foreign]] as [Requester, [Answer, Answer, Answer]];
  });
  return {
    method,
    key,
    path: key.replace(/#.*/, ""),
    answers: new Map(answers),
    absent: absent?.split("/").map(answerOf),
  };
}

export const rows: readonly Row[] = matrix
  .split("\n")
  .filter((line) => /^\S/.test(line))
  .map(readRow);
