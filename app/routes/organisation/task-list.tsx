import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Disclosure } from "~/components/confirm";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { nextStepMessages } from "~/components/next-step-messages";
import type { DatedTask } from "~/eligibility/read-last-safe-dates.server";
import { lastDay } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { enrolPath } from "./enrol-path";
import { LastSafeWords } from "./last-safe-words";
import { messages } from "./messages";
import { StepWords } from "./step-words";

/** A task with the name of its person, as it travels. */
export type NamedTask = SerializeFrom<DatedTask> & { readonly name: string };

/** So many are in sight; with more, the picture below would be pushed out of it. */
const atFirst = 8;

interface TaskListProps {
  tasks: readonly NamedTask[];
  organisation: { readonly id: string; readonly timeZone: string };
  /** The reader, who may be one of the people. */
  readerId: string;
  /** Whether the reader may book training for the people. */
  canEnrol: boolean;
}

/** Who must do what: a line each, the most urgent first, with the way to the person and to the step; what comes later is folded away. */
export function TaskList({ tasks, ...rest }: TaskListProps) {
  const words = useMessages(messages);
  const { later, more } = useMessages(nextStepMessages);
  const due = tasks.filter(({ kind }) => kind !== "renew_from");
  const coming = tasks.filter(({ kind }) => kind === "renew_from");
  return (
    <>
      {due.length === 0 && <p className="text-muted">{words.nothingToDo}</p>}
      <Tasks tasks={due.slice(0, atFirst)} {...rest} />
      {due.length > atFirst && (
        <Disclosure label={more(due.length - atFirst)}>
          <Tasks tasks={due.slice(atFirst)} {...rest} />
        </Disclosure>
      )}
      {coming.length > 0 && (
        <Disclosure label={later(coming.length)}>
          <Tasks tasks={coming} {...rest} />
        </Disclosure>
      )}
    </>
  );
}

function Tasks({ tasks, organisation, ...reader }: TaskListProps) {
  const words = useMessages(messages);
  if (tasks.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {tasks.map((task) => (
        <li
          key={task.kind + ("personId" in task ? task.personId : "")}
          className="grid gap-x-6 py-2 sm:grid-cols-[11rem_1fr]"
        >
          {task.kind === "name_administrators" ? (
            <span className="font-semibold">{words.nameAdministrators(task.missing)}</span>
          ) : (
            <Link
              to={paths.member(organisation.id, task.personId)}
              className="link tap w-fit font-semibold wrap-anywhere"
            >
              {task.name}
            </Link>
          )}
          <div>
            <TaskWords task={task} organisation={organisation} {...reader} />
            {task.lastSafe && <LastSafeWords lastSafe={task.lastSafe} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function TaskWords({ task, organisation, readerId, canEnrol }: Omit<TaskListProps, "tasks"> & { task: NamedTask }) {
  const words = useMessages(messages);
  const steps = useMessages(nextStepMessages);
  const language = useLanguage();
  switch (task.kind) {
    case "renew":
    case "certify":
      return (
        <StepWords
          task={task}
          zone={organisation.timeZone}
          own={task.personId === readerId}
          enrolIn={
            canEnrol && task.lastSafe?.kind === "enrol" ? enrolPath(task.lastSafe.next, organisation.id, [task]) : null
          }
        />
      );
    case "renew_from":
      return (
        <span>
          {steps.validThrough(formatDay(lastDay({ end: task.endsOn }), language))}{" "}
          {steps.renewFrom(formatDay(task.from, language))}
        </span>
      );
    case "suspended":
      return (
        <span>
          {task.until ? words.suspendedUntil(formatDay(lastDay({ end: task.until }), language)) : words.suspended}
        </span>
      );
    case "leaves":
      return <span>{words.leaves(formatDay(task.on, language))}</span>;
    case "name_administrators":
      return <span>{words.nameAdministratorsHint}</span>;
  }
}
