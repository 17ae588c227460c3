import { type Kysely, sql } from "kysely";

/** The two trainings of clause 2.7: 24/7 IONOS Cloud Support with its three contents, and the separate one for second-level support. */
const courses = [
  {
    code: "support-24-7",
    kind: "support_24_7",
    titleEn: "24/7 IONOS Cloud Support",
    titleDe: "24/7 IONOS Cloud Support",
    contentsEn:
      "Presentation of 24/7 IONOS Cloud Support\nIncident management and request fulfilment processes of IONOS Cloud\nInterface to 24/7 IONOS Cloud Support",
    contentsDe:
      "Vorstellung des 24/7 IONOS Cloud Supports\nProzesse der IONOS Cloud für Incident Management und Request Fulfilment\nSchnittstelle zum 24/7 IONOS Cloud Support",
  },
  {
    code: "second-level",
    kind: "second_level",
    titleEn: "Second-level support",
    titleDe: "Second-Level-Support",
    contentsEn:
      "Components involved: IPs, UUIDs, operating system, applications and versions\nMeasuring network, storage and compute\nDescribing and deriving an error pattern, with logs and monitoring\nSet-up details and the report to support",
    contentsDe:
      "Beteiligte Komponenten: IPs, UUIDs, Betriebssystem, Anwendungen und Versionen\nNetzwerk, Storage und Compute messen\nFehlerbild beschreiben und herleiten, mit Logs und Monitoring\nAngaben zum Setup und die Meldung an den Support",
  },
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const { code, kind, titleEn, titleDe, contentsEn, contentsDe } of courses) {
    await sql`insert into course (code, kind, title_en, title_de, contents_en, contents_de)
      values (${code}, ${kind}, ${titleEn}, ${titleDe}, ${contentsEn}, ${contentsDe})`.execute(db);
  }
}
