import { Lexer } from "yaml";

/** Deeper than any item goes. A parser that calls itself for each level must never see more: at the end of its stack the whole process dies. */
const deepest = 60;

/** How the lexer announces that its next piece is text, whatever brackets that holds. */
const textFollows = "\u001f";

/** Whether JSON or YAML nests deeper than any item; looked up without recursion, before it is parsed. */
export function nestsTooDeep(source: string): boolean {
  let [flow, indent, dashes] = [0, 0, 0];
  let [lineStart, isText] = [true, false];
  for (const piece of new Lexer().lex(source)) {
    if (isText) {
      isText = false;
      lineStart = false;
    } else if (piece === textFollows) isText = true;
    else if (piece === "[" || piece === "{") flow += 1;
    else if (piece === "]" || piece === "}") flow -= 1;
    else if (/^[\r\n]+$/.test(piece)) [indent, dashes, lineStart] = [0, 0, true];
    else if (/^[ \t]+$/.test(piece)) indent += lineStart ? piece.length : 0;
    // What a comma parts does not lie within each other: a whole file may stand in one line.
    else if (piece === ",") dashes = 0;
    else if (piece === "-" || piece === "?" || piece === ":") dashes += 1;
    if (flow > deepest || dashes > deepest || (flow === 0 && indent > 2 * deepest)) return true;
  }
  return false;
}
