import type { LoaderFunctionArgs } from "@remix-run/node";
import { selectCertificateAndTenant } from "~/certification/certificate-tenant.server";
import { frozenDocument } from "~/certification/freeze-document.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";

/** The PDF, byte for byte as it was issued. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, now } = await may(args, "account.own");
  const { certificate, tenant } = await selectCertificateAndTenant(portal.db, idParam(args, "certificateId"), now);
  await may(args, "certificate.read", tenant);
  const document = await frozenDocument(portal.db, certificate.id, portal.baseUrl, now);
  return new Response(new Uint8Array(document.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${certificate.number}.pdf"`,
      "Cache-Control": "private, no-cache",
      ETag: `"${document.sha256}"`,
    },
  });
});
