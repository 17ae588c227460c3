import type * as certification from "./certification-tables";
import type * as examination from "./examination-tables";
import type * as notices from "./notice-tables";
import type * as people from "./people-tables";
import type * as practice from "./practice-tables";
import type * as training from "./training-tables";

/** The database as the queries see it: camelCase here, snake_case there (CamelCasePlugin). */
export interface Schema {
  programmeLevel: people.ProgrammeLevelTable;
  organisation: people.OrganisationTable;
  person: people.PersonTable;
  roleAssignment: people.RoleAssignmentTable;
  organisationLevel: people.OrganisationLevelTable;
  secondLevelOptIn: people.SecondLevelOptInTable;
  membership: people.MembershipTable;
  signInSession: people.SignInSessionTable;
  oneTimeLink: people.OneTimeLinkTable;
  demoWorld: people.DemoWorldTable;
  auditEvent: notices.AuditEventTable;
  auditChainEnd: notices.AuditChainEndTable;
  notice: notices.NoticeTable;
  outboxMessage: notices.OutboxMessageTable;
  mailboxMessage: notices.MailboxMessageTable;
  jobRun: notices.JobRunTable;
  jobLease: notices.JobLeaseTable;
  course: training.CourseTable;
  trainingSession: training.TrainingSessionTable;
  trainingPart: training.TrainingPartTable;
  enrolment: training.EnrolmentTable;
  attendance: training.AttendanceTable;
  certificationProgramme: examination.CertificationProgrammeTable;
  programmeVersion: examination.ProgrammeVersionTable;
  item: examination.ItemTable;
  itemVersion: examination.ItemVersionTable;
  attempt: examination.AttemptTable;
  attemptItem: examination.AttemptItemTable;
  attemptException: examination.AttemptExceptionTable;
  practiceRound: practice.PracticeRoundTable;
  practiceItem: practice.PracticeItemTable;
  practiceProgress: practice.PracticeProgressTable;
  certificate: certification.CertificateTable;
  certificateDocument: certification.CertificateDocumentTable;
  certificateSuspension: certification.CertificateSuspensionTable;
  certificateRevocation: certification.CertificateRevocationTable;
}
