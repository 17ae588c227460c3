import type { AppLoadContext } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";
import "../load-context";
import { paths } from "../paths";

const largestBodyBytes = 1_000_000;
/** Items may come with pictures, and a bank with all of its pictures. */
const largestWithPicturesBytes = 8_000_000;
const bringsPictures = /^\/(exhibit-images|items\/(new|import|[^/]+\/change))$/;
/** Of a refused body so much is still read: a browser that cannot send to the end shows no answer. */
const mostReadBytes = 50_000_000;

/** Refuses bodies over the limit, and those that do not say how long they are (browsers always do). */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.get("Content-Length") ?? 0);
  const largest = bringsPictures.test(request.path) ? largestWithPicturesBytes : largestBodyBytes;
  if (request.get("Transfer-Encoding")) {
    const words = "The request does not say how long it is. / Die Anfrage sagt nicht, wie lang sie ist.\n";
    response.status(411).set("Connection", "close").type("text/plain").send(words);
  } else if (length > largest) {
    const refuse = (tell: NextFunction | null) => refuseLarge(request, response, largest / 1_000_000, tell);
    if (length > mostReadBytes) refuse(null);
    else request.resume().once("end", () => refuse(next));
  } else next();
}

/** Whoever gives a file deserves the page's own words: no certificate is as large, and an import says what it takes. */
const pagesThatSaySo: Readonly<Record<string, string>> = {
  [paths.verify()]: paths.verifiedTooLarge(),
  [paths.importItems()]: paths.importedTooLarge(),
};

/** Browsers keep what stands in a form for whoever goes back to it. */
const goBack = {
  en: "Go back in your browser to your entries, and try again with smaller or fewer pictures or files.",
  de: "Gehen Sie im Browser zurück zu Ihren Eingaben und versuchen Sie es mit kleineren oder weniger Bildern oder Dateien noch einmal.",
};

const title = { en: "That was too large", de: "Das war zu groß" };

/** Whether a browser asked for a page, without a script of ours that would show what we say. */
const asksForPage = (request: Request): boolean => Boolean(request.get("Accept")?.includes("text/html"));

/** `tell`: leads to the portal's own page, which says it in place of the action (`answering`); null where the body was not read to its end. */
function refuseLarge(request: Request, response: Response, megabytes: number, tell: NextFunction | null): void {
  response.set("Connection", "close");
  const page = request.method === "POST" ? pagesThatSaySo[request.path] : undefined;
  const byScript = Boolean(request.query._data);
  // As Remix tells a page that sends by script to go elsewhere.
  if (page && byScript) response.status(204).set({ "X-Remix-Redirect": page, "X-Remix-Status": "303" }).end();
  else if (page) response.redirect(303, page);
  else {
    const sentence = {
      en: `Nothing was changed: the request is too large, at most ${megabytes} MB are taken.`,
      de: `Es wurde nichts geändert: Die Anfrage ist zu groß, höchstens ${megabytes} MB werden angenommen.`,
    };
    // A page that sends by script: Remix takes it for an answer of the portal and shows the sentence.
    if (byScript) response.status(413).set("X-Remix-Catch", "yes").json({ title, sentence });
    else if (tell && asksForPage(request)) {
      const whole = { en: `${sentence.en} ${goBack.en}`, de: `${sentence.de} ${goBack.de}` };
      (response.locals.memory as AppLoadContext["memory"]).tooLarge = { title, sentence: whole };
      tell();
    } else
      response.status(413).type("text/plain").send(`${sentence.en}\n${goBack.en}\n\n${sentence.de}\n${goBack.de}\n`);
  }
}
