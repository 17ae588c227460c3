import { type MeasuredServer, startMeasured } from "../measured-server";
import { median } from "../median";
import { type Act, actAtLeisure, type Pens, type Sent } from "./answering";
import { bothMs, type Cost, costOf, medianCost } from "./cost";
import { bareShot, type Sitter } from "./shots";
import type { Stage } from "./stage";

const slices = 5;

interface Answering {
  readonly sitters: readonly Sitter[];
  /** In all; the bare action gets as long again. */
  readonly seconds: number;
  readonly pens: Pens;
}

/** The candidates at their answers and, in turn, as many people at the bare action, at the same pace on a database of the same kind. */
export async function savesBesideBare(stage: Stage, portal: MeasuredServer, { sitters, seconds, pens }: Answering) {
  const reference = await startMeasured("bench/reference.child", stage.reference);
  const [ours, bare] = [new Share(), new Share()];
  let upserts = 0;
  try {
    for (let slice = 0; slice < slices; slice += 1) {
      const pace = { people: sitters.length, seconds: seconds / slices, seed: `slice ${slice}` };
      const run = (share: Share, server: MeasuredServer, act: Act) =>
        share.measure(stage, server, () => actAtLeisure(server.url, pace, act));
      await run(ours, portal, (person) => pens.next(sitters[person] as Sitter));
      await run(bare, reference, () => ({ shot: bareShot(upserts++) }));
    }
  } finally {
    await reference.stop();
  }
  return {
    cost: medianCost(ours.costs),
    bare: medianCost(bare.costs),
    ratio: median(ours.costs.map((cost, index) => bothMs(cost) / bothMs(bare.costs[index] as Cost))),
    perSecond: ours.latenciesMs.length / seconds,
    latenciesMs: ours.latenciesMs,
    bareLatenciesMs: bare.latenciesMs,
    errors: ours.errors,
  };
}

class Share {
  readonly costs: Cost[] = [];
  readonly latenciesMs: number[] = [];
  readonly errors: string[] = [];

  async measure(stage: Stage, server: MeasuredServer, act: () => Promise<Sent>): Promise<void> {
    const cost = await costOf(stage, server, async () => {
      const { latenciesMs, errors } = await act();
      this.latenciesMs.push(...latenciesMs);
      this.errors.push(...errors);
      return latenciesMs.length + errors.length;
    });
    this.costs.push(cost);
  }
}
