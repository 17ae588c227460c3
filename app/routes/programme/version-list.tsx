import { Link } from "@remix-run/react";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Differences } from "~/components/programme-differences";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { PageVersion } from "./page-version.server";
import { Published } from "./version-facts";

/** Every version, the newest first, each with what it changed. */
export function VersionList({ versions }: { versions: readonly PageVersion[] }) {
  const words = useMessages(messages);
  return (
    <Section title={words.versions}>
      <ul className="divide-y divide-line">
        {versions.map((version) => (
          <li key={version.version} className="py-3">
            <h3 className="font-semibold">
              {words.version(version.version)}, {words.states[version.state]}
            </h3>
            <p className="text-sm text-muted">
              <Published version={version} /> · {version.publishedBy ?? words.delivered}
            </p>
            {version.signed && <Signed version={version} signed={version.signed} />}
            {version.reason && (
              <p className="mt-1 max-w-[70ch] text-sm wrap-break-word whitespace-pre-line">
                {version.signed ? words.whySound : words.reason}: {version.reason}
              </p>
            )}
            {version.comparedWith !== null && (
              <div className="mt-1">
                <p className="text-sm">{words.differs(version.comparedWith)}:</p>
                <Differences differences={version.differences} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Of a version that a signed study has brought: which one, who signed it and when. */
function Signed({ version, signed }: { version: PageVersion; signed: NonNullable<PageVersion["signed"]> }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const when = signed.signedAt && formatInstant(signed.signedAt, language, policy.staffTimeZone);
  return (
    <p className="mt-1 max-w-[70ch] text-sm">
      {signed.republished ? words.republished : words.signedStudy}{" "}
      <Link to={paths.cutScore(signed.studyId)} className="link">
        {signed.title}
      </Link>
      {version.publishedBy && when && `, ${words.signedBy(version.publishedBy, when)}`}
    </p>
  );
}
