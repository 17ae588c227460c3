import type { Agenda } from "./agenda";
import type { Candidates } from "./candidates";
import type { Chance } from "./chance";
import type { Partners } from "./partners";
import type { Simulation } from "./simulation";

/** What the parts of the world share: one agenda, and one source of chance that all of them draw from in turn. */
export interface WorldParts {
  readonly simulation: Simulation;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly candidates: Candidates;
  readonly partners: Partners;
  readonly staffId: string;
  readonly trainerId: string;
}
