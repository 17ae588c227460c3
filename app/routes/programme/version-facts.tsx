import { Link } from "@remix-run/react";
import { DefinitionList } from "~/components/definition-list";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { programmeDifferenceMessages } from "~/components/programme-difference-messages";
import { calculatorOf } from "~/examination/blueprint-limits";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { PageVersion } from "./page-version.server";

/** Since when and by whom. */
export function Published({ version: { state, from, until } }: { version: PageVersion }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const at = (instant: string) => formatInstant(instant, language, policy.staffTimeZone);
  if (state === "never") return words.replacedBefore(at(from));
  return until ? words.period(at(from), at(until)) : at(from);
}

/** What a version says beside its sections. */
export function VersionFacts({ version }: { version: PageVersion }) {
  const words = useMessages(messages);
  const { calculatorUses } = useMessages(programmeDifferenceMessages);
  const language = useLanguage();
  const { study, isForAnother } = version.cutScore;
  return (
    <DefinitionList
      entries={[
        { term: words.from, value: <Published version={version} /> },
        { term: words.by, value: version.publishedBy ?? words.delivered },
        { term: words.duration, value: version.durationMinutes },
        { term: words.calculator, value: calculatorUses[calculatorOf(version.blueprint)] },
        { term: words.training, value: words.trainingRequired[version.requiresTraining ? "yes" : "no"] },
        {
          term: words.cutScore,
          value: (
            <>
              {formatExactPercent(version.cutScorePercent, language)},{" "}
              {study ? (
                <>
                  {words.fromStudy}{" "}
                  <Link to={paths.cutScore(study.id)} className="link">
                    {study.title}
                  </Link>
                </>
              ) : (
                words.notFromStudy
              )}
              {isForAnother && (
                <span className="mt-1 block max-w-[70ch]">
                  {words.forAnother}{" "}
                  <Link to={paths.cutScores()} className="link">
                    {words.studies}
                  </Link>
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
