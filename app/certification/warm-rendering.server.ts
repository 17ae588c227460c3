import { renderCertificate } from "./render-certificate.server";

/**
 * Renders a specimen that nobody keeps: parsing the fonts and the first pass through the renderer take half a second, which would otherwise be
 * waited for by everybody while the first certificate after a start is made.
 */
export async function warmRendering(): Promise<void> {
  const [start, end] = ["2026-01-01", "2027-01-01"] as const;
  await renderCertificate({
    number: "SPECIMEN",
    holderName: "Specimen",
    organisationName: "Specimen",
    programmeName: "Specimen",
    language: "en",
    validity: { start, end },
    issuedOn: start,
    issuedAt: new Date(`${start}T00:00:00Z`),
    verificationUrl: "https://specimen.example",
  });
}
