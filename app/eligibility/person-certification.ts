import type { Day } from "~/kernel/calendar";
import type { CertificateFact } from "./counting";
import { validityBars } from "./timeline";

/** What a person's certificates come to on one day; `validThrough` style dates are the first day after. */
export type PersonCertification =
  | { readonly state: "valid" | "suspended"; readonly until: Day }
  | { readonly state: "upcoming"; readonly from: Day }
  | { readonly state: "expired" | "revoked"; readonly since: Day };

/** Null for somebody who never had a certificate. A chain of renewals is one: `until` is the end of its last. */
export function personCertification(certificates: readonly CertificateFact[], day: Day): PersonCertification | null {
  const bars = validityBars(certificates, day);
  const today = bars.findIndex(({ start, end }) => start <= day && day < end);
  const current = bars[today];
  if (current?.state === "valid") {
    let until = current.end;
    for (const next of bars.slice(today + 1)) {
      if (next.start !== until || (next.state !== "valid" && next.state !== "upcoming")) break;
      until = next.end;
    }
    return { state: "valid", until };
  }
  if (current?.state === "suspended") return { state: "suspended", until: current.end };
  const next = bars.find(({ start, state }) => start > day && state === "upcoming");
  if (next) return { state: "upcoming", from: next.start };
  if (current) return { state: "revoked", since: current.start };
  const last = bars.at(-1);
  if (!last) return null;
  return last.state === "revoked" ? { state: "revoked", since: last.start } : { state: "expired", since: last.end };
}
