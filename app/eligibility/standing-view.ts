import { addDays, type Day } from "~/kernel/calendar";
import type { CertificateFact } from "./counting";
import type { Cause, Fall, Standing, Status } from "./standing";

/** A standing as a page shows it: with names, and with what can be done about a fall. */
export interface StandingView {
  readonly status: Status;
  readonly count: number;
  readonly mandatory: boolean;
  readonly metSince: Day | null;
  readonly runway: FallView | null;
  readonly fallen: FallView | null;
}

export interface FallView {
  readonly day: Day;
  readonly count: number;
  readonly causes: readonly {
    readonly personId: string;
    readonly name: string;
    readonly kind: Cause["kind"];
    /** First day on which the renewal may be sat; null where no renewal helps. */
    readonly renewableFrom: Day | null;
  }[];
}

interface Known {
  readonly names: ReadonlyMap<string, string>;
  readonly certificates: readonly (CertificateFact & { readonly renewalWindowDays: number })[];
}

export function standingView(standing: Standing, known: Known): StandingView {
  const { status, count, mandatory, metSince, runway, fallen } = standing;
  return {
    status,
    count,
    mandatory,
    metSince,
    runway: runway && fallView(runway, known),
    fallen: fallen && fallView(fallen, known),
  };
}

function fallView({ day, count, causes }: Fall, { names, certificates }: Known): FallView {
  return {
    day,
    count,
    causes: causes.map(({ personId, kind, certificateId }) => {
      const certificate =
        kind === "certificate_ends" ? certificates.find((one) => one.certificateId === certificateId) : undefined;
      const renewableFrom = certificate ? addDays(certificate.validity.end, -certificate.renewalWindowDays) : null;
      return { personId, name: names.get(personId) ?? "", kind, renewableFrom };
    }),
  };
}
