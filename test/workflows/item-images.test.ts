import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import {
  fingerprintOf,
  foreseeImport,
  importItems,
  keepImages,
} from "~/examination/authoring/exchange/import-items.server";
import { itemFile, itemFileFormats, readItemFile } from "~/examination/authoring/exchange/item-file.server";
import { hashesIn } from "~/examination/authoring/item-images";
import { createItem } from "~/examination/authoring/save-item.server";
import { selectLatestByCode } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { pictureItems } from "~/examination/bank/picture-items";
import { pictures } from "~/examination/bank/pictures";
import {
  deleteUnusedImagesBefore,
  selectImages,
  selectIsBefore,
  selectReferences,
} from "~/examination/images/image-queries.server";
import type { ImageReference } from "~/examination/images/image-reference";
import { keepImage } from "~/examination/images/keep-image.server";
import { startPractice } from "~/examination/start-practice.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { asWritten, aWrittenItem, twoStaff } from "../factories/items";
import { bytesOfPicture } from "../factories/pictures";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-03-01T08:00:00Z");
let database: Database;
let actorId: string;
let engineerIds: readonly string[];
beforeAll(async () => {
  database = await testDatabase();
  engineerIds = (await trainedPartner(database.db, { engineers: 4 })).engineerIds;
  actorId = (await twoStaff(database.db)).authorId;
});
afterAll(() => database.close());

async function kept(bytes: Uint8Array): Promise<ImageReference> {
  const image = await keepImage(database.db, { actorId, bytes }, now);
  if ("fault" in image) throw new Error(image.fault);
  return image;
}

const alt = { en: "A red field with a blue corner", de: "Ein rotes Feld mit einer blauen Ecke" };
function withPicture(code: string, image: ImageReference): WrittenItem {
  const { content } = aWrittenItem();
  if (content.kind !== "single_choice" || "generator" in content) throw new Error("a choice expected");
  const exhibits = [{ kind: "image" as const, title: "Picture", alt, image }];
  return aWrittenItem({ code, content: { ...content, exhibits } });
}

describe("a picture", () => {
  it("is kept once, whoever brings it how often, and never changes", async () => {
    const image = await kept(bytesOfPicture("png"));
    expect(await kept(bytesOfPicture("png"))).toEqual(image);
    const [stored] = await selectImages(database.db, [image.sha256]);
    expect(stored).toEqual({ ...image, bytes: bytesOfPicture("png") });
    const change = database.db.updateTable("itemImage").set({ width: 9 }).where("sha256", "=", image.sha256);
    await expect(change.execute()).rejects.toThrow();
  });

  it("uploaded again is kept as long as a new one, and no shorter for a clock that lags behind", async () => {
    const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const upload = (at: Date) => keepImage(database.db, { actorId, bytes: bytesOfPicture("losslessWebp") }, at);
    await upload(now);
    const image = await upload(later(40));
    if ("fault" in image) throw new Error(image.fault);
    await upload(later(39));
    await deleteUnusedImagesBefore(database.db, later(40));
    await createItem(database.db, { actorId, item: withPicture("IMG-002", image) }, later(40));
    const earlier = database.db.updateTable("itemImage").set({ keptAt: now }).where("sha256", "=", image.sha256);
    await expect(earlier.execute()).rejects.toThrow("append-only");
  });

  it("must be there before an item shows it", async () => {
    const image = { sha256: "0".repeat(64), type: "image/png" as const, width: 8, height: 6 };
    await expect(createItem(database.db, { actorId, item: withPicture("IMG-000", image) }, now)).rejects.toThrow();
    expect((await selectLatestByCode(database.db, ["IMG-000"])).size).toBe(0);
  });

  it("goes after a while unless a version shows it, and then it cannot", async () => {
    const [shown, unused] = [await kept(bytesOfPicture("webp")), await kept(bytesOfPicture("jpeg"))];
    await createItem(database.db, { actorId, item: withPicture("IMG-001", shown) }, now);
    expect(await deleteUnusedImagesBefore(database.db, now)).toBe(0);
    await deleteUnusedImagesBefore(database.db, new Date(now.getTime() + 1));
    const left = await selectReferences(database.db, [shown.sha256, unused.sha256, pictures.fullLink.sha256]);
    expect([...left.keys()].sort()).toEqual([shown.sha256, pictures.fullLink.sha256].sort());
    const deletion = database.db.deleteFrom("itemImage").where("sha256", "=", shown.sha256);
    await expect(deletion.execute()).rejects.toThrow();
  });
});

describe("a picture is before", () => {
  const formHolds = async (attemptId: string, sha256: string) => {
    const rows = await database.db
      .selectFrom("attemptItem")
      .innerJoin("itemVersionImage", "itemVersionImage.itemVersionId", "attemptItem.itemVersionId")
      .select("sha256")
      .where("attemptId", "=", attemptId)
      .execute();
    return rows.some((row) => row.sha256 === sha256);
  };

  it("the candidate whose form shows it, as long as the exam is under way, and nobody else", async () => {
    const { sha256 } = pictures.stolenByNight;
    const holders: boolean[] = [];
    for (const personId of engineerIds) {
      expect(await selectIsBefore(database.db, sha256, personId)).toBe(false);
      const { attemptId } = await anAttempt(database.db, personId);
      const holds = await formHolds(attemptId, sha256);
      holders.push(holds);
      expect(await selectIsBefore(database.db, sha256, personId)).toBe(holds);
      await handInExam(database.db, { attemptId, by: "candidate", personId }, examMorning, seededRandom("x"));
      expect(await selectIsBefore(database.db, sha256, personId)).toBe(false);
    }
    expect(holders).toContain(true);
  });

  it("whoever has it in a round of practice", async () => {
    const [personId = "", other = ""] = engineerIds;
    const { sha256 } = pictures.fullLink;
    await startPractice(database.db, { personId, section: null }, examMorning, seededRandom("mock"));
    const rows = await database.db
      .selectFrom("practiceItem")
      .innerJoin("itemVersionImage", "itemVersionImage.itemVersionId", "practiceItem.itemVersionId")
      .select("sha256")
      .execute();
    expect(await selectIsBefore(database.db, sha256, personId)).toBe(rows.some((row) => row.sha256 === sha256));
    expect(await selectIsBefore(database.db, sha256, other)).toBe(false);
  });
});

describe("items with pictures, in a file", () => {
  const items = pictureItems.map(asWritten);
  const foreign = async () => {
    const images = await selectImages(database.db, hashesIn(items));
    return { images, elsewhere: await testDatabase() };
  };

  it.each(itemFileFormats)("%s takes them along, and another bank reads them in", async (format) => {
    const { images, elsewhere } = await foreign();
    const { authorId } = await twoStaff(elsewhere.db);
    const read = readItemFile(itemFile(items, format, images).bytes);
    expect(read).toEqual({ items, images, faults: [] });
    const plan = await foreseeImport(elsewhere.db, read.items, read.images);
    expect(plan.faults).toEqual([]);
    await keepImages(elsewhere.db, { actorId: authorId, images: read.images }, now);
    const order = { actorId: authorId, items: read.items, foreseen: fingerprintOf(plan) };
    expect(await importItems(elsewhere.db, order, now)).toEqual({ written: items.length });
    expect(await selectImages(elsewhere.db, hashesIn(items))).toEqual(images);
    await elsewhere.close();
  });

  it("a picture that neither file nor bank has is a fault, and so is one that is none", async () => {
    const { images, elsewhere } = await foreign();
    const bare = readItemFile(itemFile(items, "json").bytes);
    const { faults } = await foreseeImport(elsewhere.db, bare.items, bare.images);
    expect(faults.map(({ place, problem }) => [place, problem.kind])).toEqual(
      items.map(({ code }) => [code, "image_missing"]),
    );
    const [first] = images;
    if (!first) throw new Error("a picture expected");
    const broken = { ...first, bytes: new TextEncoder().encode("<svg/>") };
    const kinds = (format: "json" | "qti") =>
      readItemFile(itemFile(items, format, [broken]).bytes).faults.map(({ line, problem }) => [
        line !== null,
        problem.kind,
      ]);
    expect(kinds("json")).toEqual([[true, "issue"]]);
    expect(kinds("qti")).toEqual([[false, "image"]]);
    await elsewhere.close();
  });

  it("what a file says of the size of a picture counts for nothing", async () => {
    const { images } = await foreign();
    const lying = items.map((item) =>
      JSON.parse(JSON.stringify(item).replaceAll('"width":720', '"width":7')),
    ) as WrittenItem[];
    expect(readItemFile(itemFile(lying, "json", images).bytes).items).toEqual(items);
    const plan = await foreseeImport(database.db, lying);
    expect(plan.planned.map(({ fate }) => fate)).toEqual(["unchanged", "unchanged"]);
  });
});
