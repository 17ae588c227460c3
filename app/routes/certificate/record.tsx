import { Link } from "@remix-run/react";
import { DefinitionList } from "~/components/definition-list";
import { formatDay, formatDayRange } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { Day } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface RecordProps {
  certificate: {
    readonly number: string;
    readonly holderName: string;
    readonly organisationName: string;
    readonly validity: { readonly start: Day; readonly end: Day };
    readonly issuedOn: Day;
    readonly term: number;
    readonly attemptId: string;
  };
  programme: { readonly en: string; readonly de: string };
  renewalOpensOn: Day;
  sha256: string | null;
}

/** What the certificate says, and where each part can be checked. */
export function Record({ certificate, programme, renewalOpensOn, sha256 }: RecordProps) {
  const language = useLanguage();
  const words = useMessages(messages);
  return (
    <DefinitionList
      entries={[
        { term: words.holder, value: certificate.holderName },
        { term: words.organisation, value: certificate.organisationName },
        { term: words.programme, value: programme[language] },
        { term: words.validity, value: formatDayRange(certificate.validity, language, "long") },
        { term: words.chain, value: words.term(certificate.term) },
        { term: words.issued, value: formatDay(certificate.issuedOn, language, "long") },
        { term: words.renewal, value: formatDay(renewalOpensOn, language, "long") },
        {
          term: words.result,
          value: (
            <Link className="link" to={paths.examResult(certificate.attemptId)}>
              {words.toResult}
            </Link>
          ),
        },
        {
          term: words.verify,
          value: (
            <Link className="link font-mono text-sm break-all" to={paths.verify(certificate.number)}>
              {certificate.number}
            </Link>
          ),
        },
        { term: words.hash, value: sha256 ? <code className="text-xs break-all">{sha256}</code> : words.notFrozen },
      ]}
    />
  );
}
