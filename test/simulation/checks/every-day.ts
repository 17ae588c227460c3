/** What must hold at the end of every virtual day, held to the reference. */
import { selectStandingFacts } from "~/eligibility/facts-queries.server";
import { assessStanding } from "~/eligibility/standing";
import { selectStandings } from "~/eligibility/standing-queries.server";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { type DayNumber, dayText } from "../reference/days";
import { dueForEnd, dueForOrganisation } from "../reference/due";
import type { RefStanding } from "../reference/standing";
import type { Simulation } from "../simulation";
import { countNotices } from "./fact-queries";

const text = (day: DayNumber | null): string => (day === null ? "-" : dayText(day));

const words = ({ status, count, obligedSince, fellOn, fallsOn }: RefStanding): string =>
  `${status}, ${count} since ${text(obligedSince)}, falls ${text(fellOn ?? fallsOn)}`;

export class EveryDay {
  private readonly below = new Set<string>();
  private readonly reachedThree = new Set<string>();
  private turn = 0;

  constructor(private readonly simulation: Simulation) {}

  async check(): Promise<void> {
    const now = this.simulation.clock.now();
    await this.checkStandings(now);
    await this.checkRule(now);
    this.checkOrganisations(now);
    this.checkEnds(now);
    const { notices, withMail } = await countNotices(this.simulation.database.db);
    const { ledger } = this.simulation;
    if (notices !== ledger.notices || withMail !== notices) {
      this.simulation.violated(
        "ledger_and_outbox_differ",
        `${notices} notices, ${withMail} with a mail, ${ledger.notices} seen`,
      );
    }
  }

  /** The one statement over everybody. */
  private async checkStandings(now: Date): Promise<void> {
    const { reference } = this.simulation;
    const rows = new Map(
      (await selectStandings(this.simulation.database.db, { now }, policy)).map((row) => [row.organisationId, row]),
    );
    for (const { id } of reference.organisations.values()) {
      const standing = reference.standing(id, reference.today(id, now));
      const row = rows.get(id);
      const is = row && `${row.status}, ${row.count} since ${row.obligedSince ?? "-"}, falls ${row.fallsOn ?? "-"}`;
      if (is !== words(standing))
        this.simulation.violated("standing_differs", `${is}; must be ${words(standing)}`, [id]);
      this.countStates(id, standing);
    }
  }

  private countStates(id: string, { status, fellOn, count }: RefStanding): void {
    const { reference } = this.simulation;
    if (status === "not_met" && !this.below.has(id)) {
      const ended = reference
        .membersEver(id)
        .some(({ certificates }) =>
          certificates.some(({ end, revokedFrom }) => end === fellOn && revokedFrom === null),
        );
      if (ended) this.simulation.reached("fell_by_expiry");
    }
    if (status === "not_met") this.below.add(id);
    else this.below.delete(id);
    if (count >= 3 && !this.reachedThree.has(id)) {
      this.reachedThree.add(id);
      this.simulation.reached("first_reached_three");
    }
  }

  /** The rule itself, for a few organisations a day. */
  private async checkRule(now: Date): Promise<void> {
    const { reference } = this.simulation;
    const all = [...reference.organisations.keys()];
    const some =
      all.length <= 12 ? all : Array.from({ length: 6 }, (_, index) => all[(this.turn + index) % all.length] ?? "");
    this.turn += 6;
    const facts = await selectStandingFacts(this.simulation.database.db, some);
    for (const id of some) {
      const own = facts.get(id);
      const today = reference.today(id, now);
      const standing = own && assessStanding(own, dayText(today) as Day, policy);
      const is =
        standing &&
        `${standing.status}, ${standing.count} since ${standing.obligedSince ?? "-"}, falls ${(standing.fallen ?? standing.runway)?.day ?? "-"}`;
      const must = words(reference.standing(id, today));
      if (is !== must) this.simulation.violated("rule_differs", `${is}; must be ${must}`, [id]);
    }
  }

  private checkOrganisations(now: Date): void {
    const { reference, ledger } = this.simulation;
    for (const id of reference.organisations.keys()) {
      for (const due of dueForOrganisation(reference, id, now)) ledger.mustHold(due);
    }
  }

  private checkEnds(now: Date): void {
    const { reference, ledger } = this.simulation;
    for (const certificate of reference.certificates.values()) {
      const due = dueForEnd(reference, certificate, now);
      if (due) ledger.mustHold(due);
    }
  }
}
