import type { Portal } from "~/platform/portal";
import { load, type Shot } from "../load";
import { type MeasuredServer, startMeasured } from "../measured-server";
import { quantile } from "../median";
import { untilJobsRest } from "../quiet";
import { type Result, result } from "../result";
import { Pens } from "./answering";
import { assemblyCost } from "./assembly";
import { bothMs, type Cost, costOf, medianCost } from "./cost";
import { readBack, readSitters } from "./read-back";
import { savesBesideBare } from "./saves";
import { handInShot, pageShot, type Sitter, saveShot, startShot } from "./shots";
import { offStage, type Stage } from "./stage";
import { fillExamHall, type Seat } from "./world";

/** CPU milliseconds a request, two cores. */
const tunedMoodle = {
  start: 34,
  "exam page": 56,
  save: 12,
  "save, one after another": 12,
  "hand-in and grade": 36,
};
const tenTimesCheaper = 0.1;
const rounds = 5;
const connections = 4;
const hall = { items: 2_000, earlier: 10_000 };
/** So many people go before at each step, unmeasured: Node compiles what runs often in its first thousands of requests, and the portal is measured as it runs all day. */
const early = 2_000;
/** Of those who go before every eighth passes: for each a document is rendered, for which the bench waits. */
const passes = (index: number): boolean => index % (index < early ? 8 : 2) === 0;

export interface ExaminationSize {
  readonly candidates: number;
  /** How long they answer. */
  readonly seconds: number;
}

/** One examination of so many people on the database of the stage, over HTTP from the start to the certificate, and what is stored at the end. */
export async function measureExamination(
  stage: Stage,
  size: ExaminationSize,
  tell: (line: string) => void,
): Promise<Result[]> {
  const figures = new Figures(stage, tell);
  tell(`${stage.name}: ${hall.items} items, ${size.candidates} candidates ...`);
  const everybody = await offStage(stage, (portal) => prepare(portal, figures, size));
  const seats = everybody.slice(early);
  tell("starts ...");
  await onServer(stage, async (server) => {
    await all(server, everybody.slice(0, early).map(startShot));
    figures.cost("start", await inRounds(stage, server, seats.map(startShot)));
  });
  const sitters = await offStage(stage, (portal) => readSitters(portal, everybody));
  figures.add("starts that failed", "attempts", { value: everybody.length - sitters.length, target: 0 });
  const pens = new Pens();
  await onServer(stage, (server) => sit(server, { figures, sitters, pens, seconds: size.seconds, tell }));
  tell("reading back ...");
  const stored = await offStage(stage, (portal) => readBack(portal, sitters, pens.acknowledged));
  const unsettled = sitters.length - stored.finished + Math.abs(stored.passed - stored.certificates);
  figures.add(`lost answers of ${pens.saved} acknowledged`, "answers", { value: stored.lost, target: 0 });
  figures.add(`unfinished, or passed without certificate (${stored.passed} passed)`, "attempts", {
    value: unsettled,
    target: 0,
  });
  return figures.results;
}

async function prepare(portal: Portal, figures: Figures, { candidates }: ExaminationSize): Promise<Seat[]> {
  const seats = await fillExamHall(portal, { candidates: candidates + early, ...hall });
  const { cost, items } = await assemblyCost(figures.stage, portal, seats);
  figures.add(`form assembly from ${items} items: CPU`, "ms", { value: bothMs(cost), target: 10 });
  return seats;
}

interface Sitting {
  readonly figures: Figures;
  readonly sitters: readonly Sitter[];
  readonly pens: Pens;
  readonly seconds: number;
  readonly tell: (line: string) => void;
}

/** From the first look at the page to handing in. */
async function sit(
  server: MeasuredServer,
  { figures, sitters: everybody, pens, seconds, tell }: Sitting,
): Promise<void> {
  const [before, sitters] = [everybody.slice(0, early), everybody.slice(early)];
  const { stage } = figures;
  tell("exam pages ...");
  await all(server, before.map(pageShot));
  figures.cost("exam page", await inRounds(stage, server, sitters.map(pageShot)));
  await all(
    server,
    everybody.map((sitter) => saveShot(sitter)),
  );
  tell("saves, beside the bare action ...");
  figures.saves(await savesBesideBare(stage, server, { sitters, seconds, pens }));
  tell("the rest of the answers, and hand-ins ...");
  // Every other one answers all that is left, and passes; the others hand in as it is.
  const passing = everybody.filter((_, index) => passes(index));
  const rest = passing.flatMap((sitter) => sitter.answers.map((_, place) => pens.next(sitter, place)));
  const shots = rest.map(({ shot }) => shot);
  figures.cost("save, one after another", await inRounds(stage, server, shots));
  for (const { done } of rest) done();
  await all(server, before.map(handInShot));
  tell("the documents of those certified ...");
  await untilJobsRest(server, stage.databaseCpuMs);
  const ofThem = (passed: boolean) =>
    everybody.filter((_, index) => index >= early && passes(index) === passed).map(handInShot);
  figures.handIns(await inRounds(stage, server, ofThem(false)), await inRounds(stage, server, ofThem(true)));
}

interface Measured {
  readonly cost: Cost;
  readonly latenciesMs: readonly number[];
}

class Figures {
  readonly results: Result[] = [];

  constructor(
    readonly stage: Stage,
    private readonly tell: (line: string) => void,
  ) {}

  /** Tells it at once, too: the whole takes minutes. */
  add(name: string, unit: string, figure: Parameters<typeof result>[2]): void {
    const line = result(`${this.stage.name}: ${name}`, unit, figure);
    this.results.push(line);
    const [value, ratio] = [line.value, line.ratio].map((number) => number && Number(number.toPrecision(3)));
    this.tell(`  ${name}: ${value} ${unit}${ratio === null ? "" : `, ${ratio} times the reference`}`);
  }

  cost(name: keyof typeof tunedMoodle, { cost, latenciesMs }: Measured): void {
    this.add(`${name}: server CPU`, "ms", { value: cost.serverMs });
    this.add(`${name}: database CPU`, "ms", { value: cost.databaseMs });
    this.add(`${name}: CPU of both (tuned Moodle 4.5, measured elsewhere)`, "ms", {
      value: bothMs(cost),
      reference: tunedMoodle[name],
      target: tenTimesCheaper,
    });
    this.add(`${name}: p50`, "ms", { value: quantile(latenciesMs, 0.5) });
    this.add(`${name}: p99`, "ms", { value: quantile(latenciesMs, 0.99), ...(name === "save" && { target: 100 }) });
  }

  /** As many of one as of the other. */
  handIns(failed: Measured, passed: Measured): void {
    const cost = {
      serverMs: (failed.cost.serverMs + passed.cost.serverMs) / 2,
      databaseMs: (failed.cost.databaseMs + passed.cost.databaseMs) / 2,
    };
    this.cost("hand-in and grade", { cost, latenciesMs: [...failed.latenciesMs, ...passed.latenciesMs] });
    for (const [name, measured] of [
      ["fails", failed],
      ["passes, with its certificate", passed],
    ] as const)
      this.add(`hand-in that ${name}: CPU of both`, "ms", {
        value: bothMs(measured.cost),
        reference: tunedMoodle["hand-in and grade"],
      });
  }

  saves(saves: Awaited<ReturnType<typeof savesBesideBare>>): void {
    const { cost, bare, ratio, latenciesMs, bareLatenciesMs, perSecond, errors } = saves;
    this.add("save: rate", "saves/s", { value: perSecond });
    this.cost("save", { cost, latenciesMs });
    this.add("save: CPU of both (bare Remix action with one upsert)", "ms", {
      value: bothMs(cost),
      reference: bothMs(bare),
      ratio,
      target: 1.5,
    });
    this.add("save: server CPU (bare Remix action)", "ms", { value: cost.serverMs, reference: bare.serverMs });
    this.add("p99 of the bare Remix action", "ms", { value: quantile(bareLatenciesMs, 0.99) });
    this.add("save: errors", "requests", { value: errors.length, target: 0 });
    for (const error of errors.slice(0, 3)) this.tell(error);
  }
}

/** The portal in a process of its own for as long as `work` takes. */
async function onServer(stage: Stage, work: (portal: MeasuredServer) => Promise<void>): Promise<void> {
  const portal = await startMeasured("start", stage.portal);
  try {
    await work(portal);
  } finally {
    await portal.stop();
  }
}

async function all(server: MeasuredServer, shots: readonly Shot[]): Promise<readonly number[]> {
  const { latenciesMs } = await load(server.url, (index) => shots[index] as Shot, {
    count: shots.length,
    connections,
  });
  return latenciesMs;
}

/** Sends each shot once, in five parts that are measured for themselves. */
async function inRounds(stage: Stage, server: MeasuredServer, shots: readonly Shot[]) {
  const costs: Cost[] = [];
  const latenciesMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const part = shots.filter((_, index) => index % rounds === round);
    costs.push(
      await costOf(stage, server, async () => {
        latenciesMs.push(...(await all(server, part)));
        return part.length;
      }),
    );
  }
  return { cost: medianCost(costs), latenciesMs };
}
