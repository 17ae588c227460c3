import { Disclosure } from "~/components/confirm";
import { TableExhibit } from "~/components/exhibit";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { ChartExhibit as Chart } from "~/examination/presentation";
import { ChartPlot, looks } from "./chart-plot";
import { itemMessages } from "./item-messages";

/** Curves over a common axis, drawn from their data, with the names of the axes and the data as a table beneath. */
export function ChartExhibit({ chart }: { chart: Chart }) {
  const { title, axis, unit, labels, series } = chart;
  const words = useMessages(itemMessages);
  const language = useLanguage();
  return (
    <figure className="card my-4 overflow-hidden">
      <figcaption className="border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
        {title} ({unit})
      </figcaption>
      <div className="@container p-3">
        <p className="text-sm text-muted">{unit}</p>
        {/* One of them is shown: text in a picture shrinks with it, so a narrow column gets a drawing of its own. */}
        <ChartPlot chart={chart} width={300} className="max-w-md @xl:hidden" />
        <ChartPlot chart={chart} width={640} className="hidden max-w-3xl @xl:block" />
        <p className="max-w-none text-center text-sm text-muted">{axis}</p>
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {series.map((line, index) => (
            <li key={line.name} className="flex items-center gap-2">
              <svg width="28" height="8" aria-hidden="true">
                <line x1="0" x2="28" y1="4" y2="4" strokeWidth="2" {...looks[index % looks.length]} />
              </svg>
              {line.name}
            </li>
          ))}
        </ul>
        <Disclosure label={words.figures}>
          <TableExhibit
            caption={title}
            columns={[axis, ...series.map(({ name }) => name)]}
            rows={labels.map((label, index) => [
              label,
              ...series.map((line) => formatNumber(line.values[index] ?? 0, language)),
            ])}
          />
        </Disclosure>
      </div>
    </figure>
  );
}
