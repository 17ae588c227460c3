import { type Document, isMap, isNode, isSeq, type YAMLMap } from "yaml";

export interface ItemNode {
  readonly index: number;
  readonly node: YAMLMap;
}

const items = (document: Document) => {
  const found = isMap(document.contents) ? document.get("items", true) : undefined;
  return isSeq(found) ? found : undefined;
};

/** The items of a file that are names with values. */
export const itemNodes = (document: Document): ItemNode[] =>
  (items(document)?.items ?? []).flatMap((node, index) => (isMap(node) ? [{ index, node }] : []));

/**
 * The items that the parser read as they are written, though the file is no YAML or JSON somewhere else: no fault of the writing lies
 * between their beginning and that of the next one, or the end of the file. What a fault swallows, or cuts off, is not among them.
 */
export function itemsLeftWhole(document: Document): ItemNode[] {
  const all = items(document)?.items ?? [];
  const starts = all.map((node) => (isNode(node) && node.range ? node.range[0] : 0));
  const isBroken = (from: number, to: number) =>
    document.errors.some(({ pos: [start, end] }) => start < to && end >= from);
  return itemNodes(document).filter(
    ({ index }) => !isBroken(starts[index] ?? 0, starts[index + 1] ?? Number.POSITIVE_INFINITY),
  );
}
