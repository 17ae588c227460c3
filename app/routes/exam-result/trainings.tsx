import { Link } from "@remix-run/react";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { SeatsLeft } from "~/components/seats-left";
import { paths } from "~/web/paths";
import type { FreeTrainings } from "./free-trainings.server";
import { messages } from "./messages";

/** Where a weak section can be learned: the next trainings with a seat, by name and date, and the way to practice. */
export function Trainings({ sessions, course, month }: FreeTrainings) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <div className="mt-5 flex flex-col gap-3 border-t border-line pt-4 text-sm">
      <p>{words.trainingHint}</p>
      {sessions.length === 0 ? (
        <p>{words.noFreeSeats}</p>
      ) : (
        <div>
          <h3 className="font-semibold">{words.freeSeats}</h3>
          <ul className="mt-1 divide-y divide-line">
            {sessions.map(({ id, title, startsAt, timeZone, standing }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
                <Link to={paths.trainingSession(id)} className="link">
                  {title}, {formatInstant(startsAt, language, timeZone)}
                </Link>
                <SeatsLeft standing={standing} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <Link to={month ? paths.freeTraining(course, month) : paths.training()} className="link">
          {words.allDates}
        </Link>
        <Link to={paths.practice()} className="link">
          {words.practice}
        </Link>
      </p>
    </div>
  );
}
