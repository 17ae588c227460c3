import { useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { Differences } from "./differences";
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
            {version.reason && (
              <p className="mt-1 max-w-[70ch] text-sm wrap-break-word whitespace-pre-line">
                {words.reason}: {version.reason}
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
