import { remarkOnItem } from "~/examination/authoring/remark-on-item.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import { selectLatestByCode } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { appointStaff } from "~/people/appoint-staff.server";
import { seededRandom } from "~/platform/random";
import { acceptInvitation } from "./accept-invitation.server";
import { demoStaff, secondExaminer, thirdExaminer } from "./demo-accounts";
import type { DemoEvent, World } from "./world";

const examManager = demoStaff.find(({ roles }) => roles.includes("exam_manager"))?.email ?? "";

/** The item bank lives: one item was revised and approved, one waits for review, one has a translation that lags behind. */
export function itemEvents(world: World): DemoEvent[] {
  const at = (daysAgo: number, happen: (now: Date) => Promise<void>): DemoEvent => ({
    at: world.instant("Europe/Berlin", daysAgo, "09:30"),
    happen,
  });
  return [
    at(70, (now) => appointExaminer(world, now, secondExaminer)),
    at(69, (now) => appointExaminer(world, now, thirdExaminer)),
    at(60, (now) => revise(world, now)),
    at(18, (now) => leaveTranslationBehind(world, now)),
    at(3, (now) => handInNewItem(world, now)),
  ];
}

async function appointExaminer(
  { db, staff }: World,
  now: Date,
  { email, fullName, roles }: typeof secondExaminer | typeof thirdExaminer,
): Promise<void> {
  const random = seededRandom(email);
  const appointed = { actorId: null, fullName, email, language: "en" as const, roles };
  const { personId } = await appointStaff(db, appointed, now, random);
  await acceptInvitation(db, personId, now);
  staff.set(email, personId);
}

async function latest({ db }: World, code: string) {
  const stored = (await selectLatestByCode(db, [code])).get(code);
  if (!stored) throw new Error(`no item ${code}`);
  return stored;
}

/** A source is added, and the colleague approves. */
async function revise(world: World, now: Date): Promise<void> {
  const { itemId, version: basedOn, item } = await latest(world, "CMP-002");
  const actorId = world.staffMember(examManager);
  const sources = ["Support agreement, clause 2.2"];
  const { version } = await saveItem(
    world.db,
    { actorId, itemId, basedOn, item: { ...item, sources }, agree: true },
    now,
  );
  const step = { itemId, version, remark: null };
  await reviewItem(world.db, { ...step, actorId, step: "submitted" }, now);
  const reviewerId = world.staffMember(secondExaminer.email);
  await reviewItem(world.db, { ...step, actorId: reviewerId, step: "approved", remark: "Checked against 2.2." }, now);
}

async function leaveTranslationBehind(world: World, now: Date): Promise<void> {
  const { itemId, version: basedOn, item } = await latest(world, "CMP-001");
  if (!("rationale" in item.content)) throw new Error(`${item.code} has no words of its own`);
  const { rationale } = item.content;
  const en = `${rationale.en} The Data Center Designer shows the UUID beside the name.`;
  const content: WrittenItem["content"] = { ...item.content, rationale: { ...rationale, en } };
  const actorId = world.staffMember(secondExaminer.email);
  const { version } = await saveItem(
    world.db,
    { actorId, itemId, basedOn, item: { ...item, content }, agree: false },
    now,
  );
  const body = "Bitte noch ins Deutsche übertragen, dann lege ich es zur Freigabe vor.";
  const remark = { actorId: world.staffMember(examManager), itemId, version, body, repliesTo: null };
  await remarkOnItem(world.db, remark, now);
}

async function handInNewItem(world: World, now: Date): Promise<void> {
  const actorId = world.staffMember(secondExaminer.email);
  const { itemId } = await createItem(world.db, { actorId, item: stealOverNight }, now);
  const remark = "The chart is drawn from invented figures.";
  await reviewItem(world.db, { actorId, itemId, version: 1, step: "submitted", remark }, now);
}

const stealOverNight: WrittenItem = {
  code: "CPU-010",
  pool: "certification",
  section: "compute",
  clauses: ["2.2-compute-steal", "2.2-monitoring-extract"],
  points: 2,
  difficultyGuess: 70,
  enemyGroup: "steal-or-iowait",
  sources: ["Support agreement, clause 2.2", "man 1 mpstat"],
  content: {
    kind: "single_choice",
    stem: {
      en: "A batch job on `worker-03` ran three hours longer than usual last night. What does the monitoring extract point to?",
      de: "Ein Batch-Lauf auf `worker-03` dauerte letzte Nacht drei Stunden länger als sonst. Worauf deutet der Auszug aus dem Monitoring?",
    },
    exhibits: [
      {
        kind: "chart",
        title: { en: "CPU time of worker-03", de: "CPU-Zeit von worker-03" },
        axis: { en: "Time (UTC)", de: "Zeit (UTC)" },
        unit: "%",
        labels: ["00:00", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"],
        series: [
          { name: "user", values: [61, 58, 34, 31, 33, 57, 60] },
          { name: "iowait", values: [2, 3, 2, 2, 3, 2, 2] },
          { name: "steal", values: [1, 2, 31, 36, 33, 3, 1] },
        ],
      },
    ],
    options: [
      {
        id: "host",
        text: {
          en: "From 02:00 to 05:00 the server did not get the CPU time it asked for",
          de: "Von 02:00 bis 05:00 bekam der Server die angeforderte CPU-Zeit nicht",
        },
      },
      {
        id: "volume",
        text: { en: "The volume could not keep up", de: "Das Volume kam nicht nach" },
        misconception: {
          en: "Waiting for storage is iowait, which stays at 2 to 3 per cent.",
          de: "Warten auf Storage ist iowait, und das bleibt bei 2 bis 3 Prozent.",
        },
      },
      {
        id: "job",
        text: { en: "The job had less to compute", de: "Der Lauf hatte weniger zu rechnen" },
        misconception: {
          en: "Less work would leave the CPU idle and raise no steal time.",
          de: "Weniger Arbeit ließe die CPU ruhen und keine Steal Time steigen.",
        },
      },
    ],
    key: { optionIds: ["host"] },
    rationale: {
      en: "Steal time above 30 per cent means that the hypervisor gave the CPU to others. It belongs in the report with date, time and time zone.",
      de: "Steal Time über 30 Prozent heißt, dass der Hypervisor die CPU anderen gab. Das gehört mit Datum, Uhrzeit und Zeitzone in die Meldung.",
    },
  },
};
