/**
 * The demo world as a story told in days before today: who belongs where, since when, and what became of their exams. Nothing here writes:
 * `build-demo-world.server.ts` lets it happen through the workflows, day by day. All organisations and people are invented.
 */
import { atlantic, harbor, lonestar, prairie, sierra } from "./american-partners";
import { albion, cumbria, kestrel, thames } from "./british-partners";
import {
  alpenblick,
  bodensee,
  elbufer,
  hafenstadt,
  lahntal,
  moselnetz,
  nordlicht,
  oderland,
  rheinwerk,
} from "./german-partners";
import type { OrganisationStory } from "./organisation-story";

/** People get their names in this order. */
export const story: readonly OrganisationStory[] = [
  rheinwerk,
  moselnetz,
  lahntal,
  nordlicht,
  atlantic,
  harbor,
  thames,
  albion,
  prairie,
  alpenblick,
  hafenstadt,
  kestrel,
  elbufer,
  sierra,
  bodensee,
  oderland,
  lonestar,
  cumbria,
];
