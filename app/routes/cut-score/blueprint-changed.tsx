import { Link } from "@remix-run/react";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Differences } from "~/components/programme-differences";
import type { Difference } from "~/examination/programme-versions";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export interface BlueprintChange {
  readonly version: number;
  /** Null: in force. */
  readonly comesAt: string | null;
  readonly differences: readonly Difference[];
}

/** The exam has become another one since the study began, or will: in what, and, where somebody can do something about it, what. */
export function BlueprintChanged({ changes, advice }: { changes: readonly BlueprintChange[]; advice: boolean }) {
  const words = useMessages(messages);
  const language = useLanguage();
  if (changes.length === 0) return null;
  return (
    <Notice tone="warning" title={words.blueprintChanged}>
      <p className="max-w-prose">{words.blueprintChangedText}</p>
      {changes.map(({ version, comesAt, differences }) => (
        <div key={version} className="mt-2">
          <p className="font-semibold">
            {comesAt === null
              ? words.changedInForce(version)
              : words.changedLater(version, formatInstant(comesAt, language, policy.staffTimeZone))}
          </p>
          <Differences differences={differences} />
        </div>
      ))}
      {advice && (
        <p className="mt-2 max-w-prose">
          {words.blueprintAdvice}{" "}
          <Link to={paths.programme()} className="link">
            {words.toProgramme}
          </Link>
        </p>
      )}
    </Notice>
  );
}
