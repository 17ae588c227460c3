import { join } from "node:path";
import { beginAttempt, readExamAvailability } from "~/certification/begin-attempt.server";
import { selectCertificatesOf } from "~/certification/certificate-queries.server";
import { demoAccounts } from "~/demo/demo-accounts";
import { currentDeclaration } from "~/examination/declaration";
import { readContents, readForm } from "~/examination/form-queries.server";
import { modelAnswer } from "~/examination/model-answer";
import { keyOf } from "~/examination/present-item";
import type { ItemResponse } from "~/examination/response";
import { dayIn } from "~/kernel/calendar";
import { selectRoster } from "~/organisations/membership-queries.server";
import { selectOrganisations } from "~/organisations/organisation-queries.server";
import { selectOptionalAccountByEmail, selectOptionalActor } from "~/people/person-queries.server";
import { readEnvironment } from "~/platform/env";
import { createLogger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";
import type { Portal } from "~/platform/portal";
import { startMeasured } from "../measured-server";
import { productionEnvironment } from "../production-environment";
import { signedIn } from "../signed-in";

/** A data folder with the demo world in it, one exam under way, and who is signed in to look at what. */
export interface PreparedPortal {
  /** The environment to start it with, as in production. */
  readonly environment: Record<string, string>;
  readonly organisationId: string;
  readonly certificateNumber: string;
  readonly exam: { readonly attemptId: string; readonly cookie: string; readonly answers: readonly ItemResponse[] };
  readonly adminCookie: string;
  /** One for each offered demo account. */
  readonly cookies: readonly string[];
}

/** Fills `folder` as the demo's first start does, then begins an exam and signs people in through the workflows. */
export async function preparePortalFolder(folder: string): Promise<PreparedPortal> {
  const dataDir = join(folder, "portal");
  const demo = await startMeasured("start", { DATA_DIR: dataDir, PORTAL_MODE: "demo", LOG_LEVEL: "warn" });
  await demo.stop();
  const environment = productionEnvironment({ DATA_DIR: dataDir });
  const portal = await openPortal(readEnvironment(environment), createLogger("silent"));
  try {
    const cookies: string[] = [];
    for (const { email } of demoAccounts.accounts) cookies.push(await signedIn(portal, await personOf(portal, email)));
    const adminId = await personOf(portal, "admin@nordlicht.example");
    const engineerId = await personOf(portal, "engineer@nordlicht.example");
    const actor = await selectOptionalActor(portal.db, adminId, portal.clock.now());
    const [certificate] = await selectCertificatesOf(portal.db, engineerId);
    return {
      environment,
      organisationId: actor?.administered[0] ?? "",
      certificateNumber: certificate?.number ?? "",
      exam: await examUnderWay(portal),
      adminCookie: await signedIn(portal, adminId),
      cookies,
    };
  } finally {
    await closePortal(portal);
  }
}

async function personOf(portal: Portal, email: string): Promise<string> {
  const account = await selectOptionalAccountByEmail(portal.db, email);
  if (!account) throw new Error(`the demo world has no ${email}`);
  return account.id;
}

/** The exam of the first person of the demo world who may begin one. */
async function examUnderWay(portal: Portal): Promise<PreparedPortal["exam"]> {
  const { db, random } = portal;
  const now = portal.clock.now();
  for (const { id, timeZone } of await selectOrganisations(db)) {
    for (const { personId } of await selectRoster(db, id, dayIn(timeZone, now))) {
      const { verdict } = await readExamAvailability(db, personId, now);
      if (verdict.verdict !== "may_start") continue;
      const declared = { version: currentDeclaration, language: "en" } as const;
      const { attemptId } = await beginAttempt(db, { personId, clientId: null, declared }, now, random);
      const form = await readForm(db, attemptId);
      const contents = await readContents(db, form);
      const answers = contents.map((content, index) => modelAnswer(keyOf(content, form[index]?.seed ?? "")));
      return { attemptId, cookie: await signedIn(portal, personId), answers };
    }
  }
  throw new Error("nobody in the demo world may begin an exam");
}
