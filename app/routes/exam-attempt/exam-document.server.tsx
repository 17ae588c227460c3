import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToString } from "react-dom/server";
import { Document, documentLinks } from "~/components/document";
import { Island, IslandRendering } from "~/components/island";
import { NonceProvider } from "~/components/nonce";
import { kindOf } from "~/web/portal-kind.server";
import { ownSitting } from "~/web/sitting.server";
import { ExamIsland, type ExamIslandData } from "./exam-island";
import { readExamPage } from "./read-exam-page.server";

/**
 * The document that Remix would make of this route, without finding the route and putting its data through a response and back, which takes longer
 * than reading and rendering them. Undefined where there is anything else to say than the question: for that the router is there.
 * @param scripts addresses of the modules with which the browser begins
 */
export async function examDocument(args: LoaderFunctionArgs, scripts: readonly string[]): Promise<string | undefined> {
  const sat = await ownSitting(args);
  if (!sat) return undefined;
  const page = await readExamPage(args, sat);
  const { language } = sat.candidate;
  const { cspNonce, portal } = args.context;
  const data: ExamIslandData = { page, refused: undefined, language };
  const head = (
    <>
      <title>{page.title}</title>
      {documentLinks.map((link) => (
        <link key={link.href} {...link} />
      ))}
    </>
  );
  const markup = renderToString(
    <NonceProvider value={cspNonce}>
      <IslandRendering value={{ render: renderToString, scripts }}>
        <Document language={language} kind={kindOf(portal, sat.now)} head={head}>
          <Island name="exam" data={data}>
            <ExamIsland {...data} />
          </Island>
        </Document>
      </IslandRendering>
    </NonceProvider>,
  );
  return `<!DOCTYPE html>${markup}`;
}
