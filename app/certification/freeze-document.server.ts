import { createHash } from "node:crypto";
import { notFound } from "~/kernel/rejection";
import type { Db } from "~/platform/database/handle";
import { selectCertificate } from "./certificate-queries.server";
import {
  insertDocument,
  type StoredDocument,
  selectOptionalDocument,
  selectWithoutDocument,
} from "./document-queries.server";
import { selectProgrammeNames } from "./programme-names-queries.server";
import { renderCertificate } from "./render-certificate.server";

const verificationAddress = (baseUrl: string, number: string): string => `${baseUrl}/verify/${number}`;

/**
 * The certificate's document as frozen at issue; rendered and stored first if nobody has done so yet (after the issuing commit, by the job,
 * or by whoever asks first: all the same, since the same facts give the same bytes and the first to be stored stays).
 */
export async function frozenDocument(
  db: Db,
  certificateId: string,
  baseUrl: string,
  now: Date,
): Promise<StoredDocument> {
  const stored = await selectOptionalDocument(db, certificateId);
  if (stored) return stored;
  const certificate = await selectCertificate(db, certificateId);
  const names = await selectProgrammeNames(db, certificate.programmeCode);
  const bytes = await renderCertificate({
    number: certificate.number,
    holderName: certificate.holderName,
    organisationName: certificate.organisationName,
    programmeName: names[certificate.language],
    language: certificate.language,
    validity: certificate.validity,
    issuedOn: certificate.issuedOn,
    issuedAt: certificate.issuedAt,
    verificationUrl: verificationAddress(baseUrl, certificate.number),
  });
  await insertDocument(db, {
    certificateId,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    frozenAt: now,
  });
  const kept = await selectOptionalDocument(db, certificateId);
  if (!kept) throw notFound();
  return kept;
}

const atOnce = 200;

/** Freezes what a crash left out; how many. One certificate that cannot be rendered costs only itself. */
export async function freezeMissingDocuments(
  db: Db,
  baseUrl: string,
  now: Date,
): Promise<{ frozen: number; failed: number }> {
  const missing = await selectWithoutDocument(db, atOnce);
  let failed = 0;
  for (const id of missing) {
    await frozenDocument(db, id, baseUrl, now).catch(() => {
      failed += 1;
    });
  }
  return { frozen: missing.length - failed, failed };
}
