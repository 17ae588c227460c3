import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificateNumberFrom } from "~/certification/certificate-number";
import { frozenDocument } from "~/certification/freeze-document.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let original: Uint8Array<ArrayBuffer>;
const number = certificateNumberFrom(seededRandom("verify-file"));
const now = new Date("2027-03-15T08:00:00Z");

beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
  const organisationId = await anOrganisation(database.db);
  const personId = await aMember(database.db, organisationId, "Ada");
  const certificateId = await aCertificate(database.db, { personId, organisationId, start: "2026-06-01", number });
  const { bytes } = await frozenDocument(database.db, certificateId, served.url, now);
  original = new Uint8Array(bytes);
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** As a browser without JavaScript sends the form, and shows what comes. */
async function compare(file: BlobPart | null, { name = "certificate.pdf", type = "application/pdf" } = {}) {
  const form = new FormData();
  if (file !== null) form.append("file", new File([file], name, { type }));
  const response = await fetch(`${served.url}/verify`, {
    method: "POST",
    body: form,
    headers: { "Sec-Fetch-Site": "same-origin", "Accept-Language": "en" },
  });
  return { status: response.status, html: await response.text() };
}

const isOriginal = "This file is the original";
const isNotOurs = "This file is not one we issued";

describe("a file that is compared", () => {
  it("is the original, whatever it is called, and shows what the certificate is worth", async () => {
    for (const named of [{}, { name: "../../<b>holiday</b>.exe", type: "text/html" }]) {
      const { status, html } = await compare(original, named);
      expect(status).toBe(200);
      expect(html).toContain(isOriginal);
      expect(html).toContain(number);
      expect(html).not.toContain("holiday");
    }
  });

  it("is not ours when a single byte is another, is missing, or follows", async () => {
    const changed = original.slice();
    changed.set([(changed.at(5_000) ?? 0) ^ 1], 5_000);
    for (const bytes of [
      changed,
      original.slice(0, -1),
      new Blob([original, "\n"]),
      "%PDF-1.7\n%%EOF\n",
      "\0".repeat(900_000),
    ]) {
      const { status, html } = await compare(bytes);
      expect(status).toBe(200);
      expect(html).toContain(isNotOurs);
      expect(html).not.toContain(isOriginal);
    }
  });

  it("is asked for again when none came, or an empty one", async () => {
    for (const file of [null, ""]) {
      const { status, html } = await compare(file);
      expect(status).toBe(400);
      expect(html).toContain("Please choose a file that is not empty.");
    }
  });

  it("is not ours when it is larger than any certificate; the page says so", async () => {
    const { status, html } = await compare(new Uint8Array(3_000_000));
    expect(status).toBe(200);
    expect(html).toContain(isNotOurs);
    expect(html).toContain("larger than 1 MB");
  });

  it("is called the original by no address that somebody could send around", async () => {
    const response = await fetch(`${served.url}/verify/${number}?file=original`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(isOriginal);
  });

  it("does nothing in a body that is no form, or breaks off", async () => {
    const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": "multipart/form-data; boundary=x" };
    const bodies = [
      "",
      "--x",
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
      "--y--",
    ];
    for (const body of bodies) {
      const response = await fetch(`${served.url}/verify`, { method: "POST", body, headers });
      expect(response.status).toBe(400);
    }
    expect(served.log.filter((line) => line.includes("unexpected error"))).toEqual([]);
  });
});
