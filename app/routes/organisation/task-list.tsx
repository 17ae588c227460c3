import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Disclosure } from "~/components/confirm";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { Task } from "~/eligibility/tasks";
import { lastDay } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { stepMessages } from "./step-messages";
import { StepWords } from "./step-words";

/** A task with the name of its person, as it travels. */
export type NamedTask = SerializeFrom<Task> & { readonly name: string };

/** So many are in sight; with more, the picture below would be pushed out of it. */
const atFirst = 8;

interface TaskListProps {
  tasks: readonly NamedTask[];
  organisation: { readonly id: string; readonly timeZone: string };
  /** The reader, who may be one of the people. */
  readerId: string;
}

/** Who must do what: a line each, the most urgent first, with the way to the person and to the step; what comes later is folded away. */
export function TaskList({ tasks, ...rest }: TaskListProps) {
  const words = useMessages(messages);
  const { later, more } = useMessages(stepMessages);
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

function Tasks({ tasks, organisation, readerId }: TaskListProps) {
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
          <TaskWords task={task} zone={organisation.timeZone} readerId={readerId} />
        </li>
      ))}
    </ul>
  );
}

function TaskWords({ task, zone, readerId }: { task: NamedTask; zone: string; readerId: string }) {
  const words = useMessages(messages);
  const steps = useMessages(stepMessages);
  const language = useLanguage();
  switch (task.kind) {
    case "renew":
    case "certify":
      return <StepWords task={task} zone={zone} own={task.personId === readerId} />;
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
