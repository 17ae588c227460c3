import { LinkButton } from "~/components/button";
import { useMessages } from "~/components/language";
import { paths } from "~/web/paths";
import { enrolPath } from "./enrol-path";
import { messages } from "./messages";
import type { NamedTask } from "./task-list";

interface FirstActionProps {
  organisationId: string;
  tasks: readonly NamedTask[];
  can: { readonly addPeople: boolean; readonly enrol: boolean };
}

/** The one thing to do first: name people where they are missing, else book the training for those who need it, the most urgent first, as far as its seats go. */
export function FirstAction({ organisationId, tasks, can }: FirstActionProps) {
  const words = useMessages(messages);
  const untrained = tasks.flatMap((task) =>
    task.kind === "certify" && task.step.kind === "enrol" && task.lastSafe?.kind === "enrol"
      ? [{ personId: task.personId, next: task.lastSafe.next }]
      : [],
  );
  const needsPeople = tasks.some(({ kind }) => kind === "name_administrators") || untrained.length === 0;
  return (
    <>
      <LinkButton to={paths.people(organisationId)}>{words.people}</LinkButton>
      {can.enrol && !needsPeople && (
        <LinkButton
          look="primary"
          to={enrolPath(untrained[0]?.next ?? null, organisationId, untrained) ?? paths.training()}
        >
          {words.enrol}
        </LinkButton>
      )}
      {can.addPeople && needsPeople && (
        <LinkButton look="primary" to={paths.newPerson(organisationId)}>
          {words.addEngineer}
        </LinkButton>
      )}
    </>
  );
}
