import type { PortalKind } from "~/components/demo-strip";
import { dayIn } from "~/kernel/calendar";
import type { Portal } from "~/platform/portal";

/** What every page says of the portal: that nothing in it is real, or that its clock was moved. */
export const kindOf = ({ mode, clock }: Portal, now: Date): PortalKind => ({
  mode,
  movedTo: clock.moved ? dayIn("UTC", now) : null,
});
