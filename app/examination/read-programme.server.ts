import { selectReasons } from "~/audit/queries.server";
import type { Reader } from "~/platform/database/handle";
import { bankOutlook } from "./bank-outlook";
import { type Blueprint, secondLevelAdministrator } from "./blueprint";
import { readFormCandidates } from "./form-candidates.server";
import { type RecordedProgramme, selectProgrammeHistory } from "./programme-queries.server";
import {
  comingAt,
  differencesOf,
  inForceAt,
  type ProgrammePlan,
  replacedBy,
  sharesCutScore,
  standingOf,
} from "./programme-versions";

/** Where a version's cut score comes from: the last signed study, or the portal as it was delivered; and for which blueprint it was found. */
function originOf(history: readonly RecordedProgramme[], { version }: RecordedProgramme) {
  const carried = history.filter((other) => other.version <= version);
  const signed = carried.find(({ study }) => study !== null);
  const delivered = carried.at(-1)?.blueprint;
  const foundFor = (blueprint: Blueprint) => signed?.study?.blueprint ?? delivered ?? blueprint;
  return {
    study: signed?.study ? { id: signed.study.id, title: signed.study.title } : null,
    isForAnother: (blueprint: Blueprint): boolean => !sharesCutScore(foundFor(blueprint), blueprint),
  };
}

/** The versions of the programme, the newest first, each with how it stands, why it was published, and in what it differs from the one it takes the place of. */
export async function readProgramme(db: Reader, now: Date) {
  const history = await selectProgrammeHistory(db, secondLevelAdministrator.code);
  const inForce = inForceAt(history, now);
  const subjectIds = history.map(({ versionId }) => versionId);
  const reasons = await selectReasons(db, { action: "programme.published", subjectIds });
  const versions = history.map((recorded) => {
    const { versionId, code: _code, nameEn: _en, nameDe: _de, study: _study, ...version } = recorded;
    const before = replacedBy(history, recorded);
    const { study, isForAnother } = originOf(history, recorded);
    return {
      ...version,
      standing: standingOf(version, history, now),
      signed: recorded.study && {
        studyId: recorded.study.id,
        title: recorded.study.title,
        signedAt: recorded.study.signedAt,
        republished: recorded.study.republished,
      },
      reason: recorded.study?.reason ?? reasons.get(versionId) ?? null,
      comparedWith: before?.version ?? null,
      differences: before ? differencesOf(before, version) : [],
      cutScore: { study, isForAnother: isForAnother(version.blueprint) },
    };
  });
  return { inForce: inForce.version, name: { en: inForce.nameEn, de: inForce.nameDe }, versions };
}

/** What a plan would change, what the bank says to it, and what else follows, before anything is written. */
export async function previewProgramme(db: Reader, plan: ProgrammePlan, activeFrom: Date | null, now: Date) {
  const history = await selectProgrammeHistory(db, secondLevelAdministrator.code);
  const inForce = inForceAt(history, now);
  const from = activeFrom ?? now;
  const { cutScorePercent } = inForce;
  const { study, isForAnother } = originOf(history, inForce);
  // Whether forms can be drawn, not how hard they are.
  const outlook = bankOutlook(plan.blueprint, await readFormCandidates(db, null), new Map());
  return {
    latest: history[0]?.version ?? inForce.version,
    comparedWith: inForce.version,
    differences: differencesOf(inForce, { ...plan, cutScorePercent }),
    outlook,
    replaced: comingAt(history, now)
      .filter((version) => version.activeFrom >= from)
      .map(({ version }) => version),
    cutScore: { cutScorePercent, study, isForAnother: isForAnother(plan.blueprint) },
  };
}
