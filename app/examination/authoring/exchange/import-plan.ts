import { imagesIn } from "../item-images";
import type { StoredVersion } from "../version-queries.server";
import type { WrittenItem } from "../written-item";
import { completed } from "./complete-item";
import type { FileFault } from "./file-fault";

export type Fate = "new" | "changed" | "unchanged";

export interface PlannedItem {
  readonly item: WrittenItem;
  readonly fate: Fate;
  /** The item of this code in the bank, and what its latest version says; null for a new one. */
  readonly known: Pick<StoredVersion, "itemId" | "version" | "item"> | null;
}

interface KnownItem extends Pick<StoredVersion, "itemId" | "version" | "status" | "item"> {
  /** Its pool and section stay: results count it there. */
  readonly wasInUse: boolean;
}

/** What reading the items in would do, with `images` known by their hash; nothing at all as soon as one of them cannot be. */
export function planImport(
  items: readonly WrittenItem[],
  known: ReadonlyMap<string, KnownItem>,
  readsAs: (one: WrittenItem, other: WrittenItem) => boolean,
  images: ReadonlyMap<string, unknown>,
): { readonly planned: readonly PlannedItem[]; readonly faults: readonly FileFault[] } {
  const planned = items.map((given): PlannedItem => {
    const own = known.get(given.code);
    if (!own) return { item: given, fate: "new", known: null };
    const { itemId, version, status, item: before } = own;
    const item = completed(given, before) ?? given;
    return {
      item,
      fate: status !== "discarded" && readsAs(before, item) ? "unchanged" : "changed",
      known: { itemId, version, item: before },
    };
  });
  const faults = planned.flatMap(({ item: { code, pool, section, content, lacks } }): FileFault[] => {
    const own = known.get(code);
    const missing = imagesIn(content).some(({ sha256 }) => !images.has(sha256));
    const moved = own?.wasInUse && (own.item.pool !== pool || own.item.section !== section);
    const fault = (kind: "place_fixed" | "image_missing"): FileFault => ({
      line: null,
      place: code,
      problem: { kind },
    });
    const half: FileFault[] =
      own && lacks ? [{ line: null, place: code, problem: { kind: "half_missing", name: lacks } }] : [];
    return [...half, ...(moved ? [fault("place_fixed")] : []), ...(missing ? [fault("image_missing")] : [])];
  });
  return { planned, faults };
}
