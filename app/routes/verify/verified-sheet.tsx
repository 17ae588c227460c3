import type { SerializeFrom } from "@remix-run/node";
import type { VerifiedCertificate } from "~/certification/verify-certificate.server";
import { certificateSentence } from "~/components/certificate-sentence";
import { DefinitionList } from "~/components/definition-list";
import { formatDay } from "~/components/format";
import { useMessages } from "~/components/language";
import type { Language } from "~/components/messages";
import { CertificateBadge } from "~/components/status-badge";
import { messages } from "./messages";

/** What the certificate says, under what it is worth today. */
export function VerifiedSheet({
  certificate,
  language,
}: {
  certificate: SerializeFrom<VerifiedCertificate>;
  language: Language;
}) {
  const words = useMessages(messages);
  const day = (value: VerifiedCertificate["validFrom"]) => formatDay(value, language, "long");
  return (
    <section className="card p-5" aria-labelledby="verified">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="verified" className="font-mono text-lg break-all">
          {certificate.number}
        </h2>
        <CertificateBadge state={certificate.state.state} />
      </div>
      <p className="mb-4 text-lg">{certificateSentence(certificate.state, language)}</p>
      <DefinitionList
        entries={[
          { term: words.holder, value: certificate.holderName },
          { term: words.organisation, value: certificate.organisationName },
          { term: words.programme, value: certificate.programme[language] },
          { term: words.validity, value: `${day(certificate.validFrom)} – ${day(certificate.validThrough)}` },
        ]}
      />
    </section>
  );
}
