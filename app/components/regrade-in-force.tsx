import { Link } from "@remix-run/react";
import { Notice } from "./notice";

/** What there is to say of a regrade in force, in the words of the page. */
export interface ToldRegrade {
  readonly title: string;
  readonly text: string;
  readonly open: string;
  readonly to: string;
}

/** Nothing where no regrade is in force. */
export function RegradesInForce({ regrades }: { regrades: readonly ToldRegrade[] }) {
  return regrades.map(({ title, text, open, to }) => (
    <Notice key={to} tone="warning" title={title}>
      {text}{" "}
      <Link to={to} className="link">
        {open}
      </Link>
    </Notice>
  ));
}
