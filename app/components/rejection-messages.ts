import { type ClauseTag, clauseNames } from "~/examination/clause-tags";
import { type Section, sectionNames } from "~/examination/section-names";
import type { Day } from "~/kernel/calendar";
import { formatDay } from "~/kernel/day-words";
import type { RejectionCode, RejectionFacts } from "~/kernel/rejection";
import { defineMessages, type Language } from "./messages";

type Sentence = string | ((facts: RejectionFacts) => string);

/** What keeps a form from being drawn: a section that is short of items, or a clause that cannot be covered. */
function shortOf({ section, missing, clause }: RejectionFacts, language: Language, lacking: string): string {
  if (section) return `: ${sectionNames[language][section as Section]}${missing ? ` (${lacking} ${missing})` : ""}`;
  return clause ? `: ${clauseNames[clause as ClauseTag][language]}` : "";
}

const en = {
  not_found: "There is nothing here, or it is not yours to see. Check the address, or go back to where you came from.",
  forbidden: "Your role does not cover this. If you need it for your work, ask the administrator of your organisation.",
  email_taken:
    "Somebody with this e-mail address is already in the portal. Ask IONOS staff to move that person to your organisation.",
  organisation_name_taken: ({ name }) =>
    `There is already an organisation ${name ? `called ${name}` : "of this name"}. Open it, or choose another name.`,
  view_name_taken: "You already have a view of this name. Choose another name, or change that view.",
  too_many_views: ({ most }) => `You have as many saved views as fit${most ? ` (${most})` : ""}. Delete one first.`,
  contact_change_too_soon: ({ earliest }) =>
    `Partners must know five business days ahead (clause 2.4.3).${earliest ? ` The earliest day is ${formatDay(earliest as Day, "en", "full")}.` : " Choose a later day."}`,
  contact_change_in_force: "This change has taken effect already. Schedule another one to change the contact again.",
  contact_unchanged: "These are the contact details that hold already. Enter what is to be different.",
  membership_overlaps:
    "This person already belongs to an organisation in that time. End that membership first, or choose a later start.",
  absence_overlaps: "One of these days is planned as an absence already.",
  absence_over: "These days have passed.",
  second_level_not_open:
    "The programme level does not leave this choice, or the choice has been made. Reload the page to see how it stands.",
  second_level_mandatory: "Second-level support is mandatory at this level; nobody can opt out of it.",
  membership_ended: "This membership has already ended. Reload the page to see how it stands.",
  trainer_booked: "The trainer already gives another training at that time. Choose another time or another trainer.",
  training_session_cancelled: "This training session was cancelled. Choose another date.",
  training_session_started: "This training session has already begun, so this can no longer be changed.",
  enrolment_closed: "Enrolment for this training session has closed. Choose a later date, or ask the training manager.",
  already_enrolled: ({ name }) => `${name ?? "This person"} is already enrolled in this training session.`,
  charge_not_accepted:
    "This training is at a charge. Enter your purchase-order reference, and confirm that you accept the charge.",
  offer_expired: "The offer of this seat is no longer open. If seats are free, enrol again.",
  capacity_below_enrolled: ({ enrolled }) =>
    `There must be a seat for everybody who is already enrolled${enrolled ? ` (${enrolled})` : ""}. Choose a larger number, or cancel enrolments first.`,
  attendance_too_early: "Attendance can be recorded once this part of the training has begun.",
  attempt_active: "You already have an examination under way. Go on with it, or hand it in first.",
  exception_used: "An attempt has used this exception already. It can no longer be withdrawn.",
  attempt_not_allowed:
    "This examination cannot be started now. The page of the examination says what is missing and from when it is possible.",
  attempt_finished: "This examination has been handed in or its time is over. What arrived until then counts.",
  attempt_elsewhere: "The examination was continued in another window. Go on there, or take it over here.",
  item_bank_too_small:
    "There are not enough reviewed questions for this examination. The exam manager has to add some.",
  exam_window_unconfirmed:
    "The window is not set yet. Tick what would follow from it if you mean that, or change the window.",
  programme_changed_meanwhile: ({ version, name }: RejectionFacts) =>
    `${version ? `Version ${version}` : "Another version"} of the programme was published${name ? ` by ${name}` : ""} meanwhile. What you entered is still in the form: look at it beside that version, and check it again.`,
  programme_not_feasible: (facts: RejectionFacts) =>
    `The version was not published: no exam form could be drawn by this plan${shortOf(facts, "en", "short of")}. Check it again to see all that is short.`,
  programme_unchanged: "Nothing is changed: the programme says the same already.",
  regrade_in_force: "Another regrade of this item version is in force. Undo that one first.",
  regrade_applied: "This regrade has been applied in the meantime. It can be undone, but no longer discarded.",
  regrade_discarded: "This regrade has been discarded. It can no longer be applied; propose another one.",
  answer_is_the_key: "The item's key says just that already. Choose another right answer.",
  answer_cannot_be_named: "For this kind of item no other right answer can be named. Give full marks, or leave it out.",
  report_marked_by_you:
    "You have marked this ticket, and what was given stays. Somebody else has to give the next marking.",
  report_marked_meanwhile:
    "Others have marked this ticket meanwhile, and it needs no further marking. What you gave was not kept.",
  cut_score_study_open: "A cut-score study of this programme is under way. Finish or abandon that one first.",
  cut_score_round_closed: "This round is closed. Reload the page to see how the study stands.",
  cut_score_ratings_missing: ({ missing }) =>
    `There must be at least two judges, each with a rating for every item${missing ? ` (${missing} are missing)` : ""}.`,
  cut_score_sole_judge: "Who signs must not be the only judge.",
  cut_score_judge_is_candidate: ({ names }: RejectionFacts) =>
    `Judges see items of the exam with their keys; members of a partner organisation sit it themselves${names ? `: ${names}` : ""}.`,
  cut_score_judge_became_member: ({ organisation }) =>
    `You have become a member of ${organisation ?? "a partner organisation"} and may sit the exam yourself, so its items are not shown to you any more. Tell the exam manager who leads the study.`,
  item_code_taken: ({ code }) => `There is already an item ${code ?? "of this code"}. Choose another code.`,
  item_place_fixed:
    "This item has been in use, so it stays in its pool and section: results already count it there. Write a new item instead.",
  item_remarks_open: ({ count, language }) =>
    `${count === 1 ? "A remark on this item is still open. Settle it" : `${count ?? "Some"} remarks on this item are still open. Settle them`}, or say that you approve the item all the same.${language ? " Texts were changed in one language only, too: bring the other up to date, or say whether they fit as they are." : ""}`,
  item_translation_outdated: ({ language }) =>
    language === "both"
      ? "Some texts were changed in one language only. Bring the other one up to date, or say whether they fit as they are."
      : `The ${language === "de" ? "German" : "English"} text was not changed with the ${language === "de" ? "English" : "German"} one. Bring it up to date, or say whether it fits as it is.`,
  item_review_by_author: "You have worked on this item since it was last in use. Somebody who has not must review it.",
  certificate_revoked:
    "This certificate was revoked. That cannot be undone; a new examination leads to a new certificate.",
  certificate_not_suspended: "This certificate is not suspended. Reload the page to see how it stands.",
  certificate_suspended: "This certificate is already suspended. Reinstate it before you change anything else.",
  certificate_over: ({ validThrough }) =>
    `This certificate cannot count again from then on.${validThrough ? ` Its last day is ${formatDay(validThrough as Day, "en", "full")}.` : ""} Once it is over, a new examination leads to a new certificate.`,
  link_used_or_expired: "This link was used already or is too old. Ask for a new one.",
  sign_in_failed: "E-mail address and password do not match. Check both, or set a new password.",
  too_many_sign_ins: ({ minutes }) =>
    `There were too many attempts to sign in. Try again ${minutes ? `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}` : "later"}, or set a new password.`,
  changed_meanwhile: "This was changed in the meantime. Reload the page to see how it stands, then decide again.",
} satisfies Record<RejectionCode, Sentence>;

const de: { [Code in RejectionCode]: (typeof en)[Code] extends string ? string : (facts: RejectionFacts) => string } = {
  not_found: "Hier gibt es nichts, oder es ist nicht für Sie bestimmt. Prüfen Sie die Adresse, oder gehen Sie zurück.",
  forbidden:
    "Ihre Rolle umfasst das nicht. Wenn Sie es für Ihre Arbeit brauchen, fragen Sie den Administrator Ihrer Organisation.",
  email_taken:
    "Im Portal gibt es bereits jemanden mit dieser E-Mail-Adresse. Bitten Sie IONOS, die Person Ihrer Organisation zuzuordnen.",
  organisation_name_taken: ({ name }) =>
    `Eine Organisation mit ${name ? `dem Namen ${name}` : "diesem Namen"} gibt es bereits. Öffnen Sie diese, oder wählen Sie einen anderen Namen.`,
  view_name_taken:
    "Sie haben schon eine Ansicht mit diesem Namen. Wählen Sie einen anderen, oder ändern Sie jene Ansicht.",
  too_many_views: ({ most }) =>
    `Mehr Ansichten lassen sich nicht speichern${most ? ` (höchstens ${most})` : ""}. Löschen Sie zuerst eine.`,
  contact_change_too_soon: ({ earliest }) =>
    `Partner müssen fünf Werktage im Voraus Bescheid wissen (Ziffer 2.4.3).${earliest ? ` Der früheste Tag ist ${formatDay(earliest as Day, "de", "full")}.` : " Wählen Sie einen späteren Tag."}`,
  contact_change_in_force:
    "Diese Änderung ist schon in Kraft. Planen Sie eine weitere, um den Kontakt wieder zu ändern.",
  contact_unchanged: "Diese Kontaktdaten gelten schon. Geben Sie ein, was sich ändern soll.",
  membership_overlaps:
    "Diese Person gehört in diesem Zeitraum bereits zu einer Organisation. Beenden Sie zuerst jene Zugehörigkeit, oder wählen Sie einen späteren Beginn.",
  absence_overlaps: "Einer dieser Tage ist schon als Abwesenheit geplant.",
  absence_over: "Diese Tage sind vorbei.",
  second_level_not_open:
    "Die Partnerstufe lässt diese Wahl nicht, oder sie ist schon getroffen. Laden Sie die Seite neu, um den Stand zu sehen.",
  second_level_mandatory: "Second-Level-Support ist auf dieser Stufe Pflicht; niemand kann ihn aufgeben.",
  membership_ended:
    "Diese Zugehörigkeit ist bereits beendet. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
  trainer_booked:
    "Zu dieser Zeit gibt der Trainer bereits eine andere Schulung. Wählen Sie eine andere Zeit oder einen anderen Trainer.",
  training_session_cancelled: "Dieser Schulungstermin wurde abgesagt. Wählen Sie einen anderen Termin.",
  training_session_started: "Dieser Schulungstermin hat bereits begonnen und lässt sich so nicht mehr ändern.",
  enrolment_closed:
    "Die Anmeldung zu diesem Schulungstermin ist geschlossen. Wählen Sie einen späteren, oder fragen Sie die Schulungsleitung.",
  already_enrolled: ({ name }) => `${name ?? "Diese Person"} ist zu diesem Schulungstermin bereits angemeldet.`,
  charge_not_accepted:
    "Diese Schulung ist kostenpflichtig. Geben Sie Ihre Bestellnummer an, und bestätigen Sie, dass Sie die Kosten übernehmen.",
  offer_expired: "Das Angebot für diesen Platz gilt nicht mehr. Wenn Plätze frei sind, melden Sie sich neu an.",
  capacity_below_enrolled: ({ enrolled }) =>
    `Alle, die schon angemeldet sind${enrolled ? ` (${enrolled})` : ""}, brauchen einen Platz. Wählen Sie eine größere Zahl, oder stornieren Sie zuerst Anmeldungen.`,
  attendance_too_early: "Die Teilnahme lässt sich eintragen, sobald dieser Teil der Schulung begonnen hat.",
  attempt_active: "Sie haben bereits eine laufende Prüfung. Setzen Sie diese fort, oder geben Sie sie zuerst ab.",
  exception_used: "Ein Versuch hat diese Ausnahme schon genutzt. Zurücknehmen lässt sie sich nicht mehr.",
  attempt_not_allowed:
    "Diese Prüfung lässt sich jetzt nicht beginnen. Auf der Prüfungsseite steht, was fehlt und ab wann es möglich ist.",
  attempt_finished: "Diese Prüfung ist abgegeben, oder ihre Zeit ist um. Was bis dahin ankam, zählt.",
  attempt_elsewhere:
    "Die Prüfung wurde in einem anderen Fenster fortgesetzt. Arbeiten Sie dort weiter, oder übernehmen Sie sie hier.",
  item_bank_too_small:
    "Für diese Prüfung gibt es nicht genug freigegebene Fragen. Die Prüfungsleitung muss welche ergänzen.",
  exam_window_unconfirmed:
    "Der Zeitraum ist noch nicht gesetzt. Kreuzen Sie an, was daraus folgt, wenn Sie es so meinen, oder ändern Sie den Zeitraum.",
  programme_changed_meanwhile: ({ version, name }) =>
    `Inzwischen wurde ${version ? `Version ${version}` : "eine andere Version"} des Programms veröffentlicht${name ? `, von ${name}` : ""}. Ihre Eingaben stehen noch im Formular: Vergleichen Sie sie mit dieser Version, und prüfen Sie sie erneut.`,
  programme_not_feasible: (facts) =>
    `Die Version wurde nicht veröffentlicht: Nach diesem Plan ließe sich kein Prüfungsbogen zusammenstellen${shortOf(facts, "de", "es fehlen")}. Prüfen Sie den Plan erneut, um alles zu sehen, was fehlt.`,
  programme_unchanged: "Nichts ist geändert: Genau das gilt bereits.",
  regrade_in_force: "Für diese Fassung gilt bereits eine Neubewertung. Nehmen Sie jene zuerst zurück.",
  regrade_applied:
    "Diese Neubewertung ist inzwischen in Kraft. Sie lässt sich zurücknehmen, aber nicht mehr verwerfen.",
  regrade_discarded:
    "Diese Neubewertung wurde verworfen. Sie kann nicht mehr in Kraft gesetzt werden; schlagen Sie eine neue vor.",
  answer_is_the_key: "Genau das sagt der Schlüssel der Aufgabe schon. Wählen Sie eine andere richtige Antwort.",
  answer_cannot_be_named:
    "Für diese Art von Aufgabe lässt sich keine andere richtige Antwort angeben. Geben Sie volle Punktzahl, oder lassen Sie sie weg.",
  report_marked_by_you:
    "Sie haben dieses Ticket bewertet, und was abgegeben ist, bleibt. Die nächste Bewertung muss jemand anders geben.",
  report_marked_meanwhile:
    "Andere haben dieses Ticket inzwischen bewertet, und eine weitere Bewertung braucht es nicht. Ihre Bewertung wurde nicht übernommen.",
  cut_score_study_open:
    "Zu diesem Programm läuft bereits eine Studie zur Bestehensgrenze. Schließen Sie jene zuerst ab, oder brechen Sie sie ab.",
  cut_score_round_closed: "Diese Runde ist geschlossen. Laden Sie die Seite neu, um den Stand der Studie zu sehen.",
  cut_score_ratings_missing: ({ missing }) =>
    `Es braucht mindestens zwei Beurteilende, jede und jeder mit einer Einschätzung zu jeder Aufgabe${missing ? ` (${missing} fehlen)` : ""}.`,
  cut_score_sole_judge: "Wer unterzeichnet, darf nicht allein beurteilt haben.",
  cut_score_judge_is_candidate: ({ names }) =>
    `Beurteilende sehen Prüfungsaufgaben mit Lösung; Mitglieder einer Partnerorganisation legen die Prüfung selbst ab${names ? `: ${names}` : ""}.`,
  cut_score_judge_became_member: ({ organisation }) =>
    `Sie sind inzwischen Mitglied von ${organisation ?? "einer Partnerorganisation"} und legen die Prüfung womöglich selbst ab. Deshalb sehen Sie ihre Aufgaben nicht mehr. Bitte sagen Sie der Prüfungsleitung Bescheid.`,
  item_code_taken: ({ code }) =>
    `Die Aufgabe ${code ?? "mit diesem Kürzel"} gibt es bereits. Wählen Sie ein anderes Kürzel.`,
  item_place_fixed:
    "Diese Aufgabe war schon im Einsatz und bleibt deshalb in ihrem Pool und Abschnitt: Ergebnisse zählen sie dort. Schreiben Sie stattdessen eine neue.",
  item_remarks_open: ({ count, language }) =>
    `Zu dieser Aufgabe ${count === 1 ? "ist noch eine Anmerkung" : `sind noch ${count ?? "einige"} Anmerkungen`} offen. Klären Sie sie, oder sagen Sie, dass Sie trotzdem freigeben.${language ? " Auch wurden Texte nur in einer Sprache geändert: Bringen Sie die andere auf denselben Stand, oder sagen Sie, ob sie so passen." : ""}`,
  item_translation_outdated: ({ language }) =>
    language === "both"
      ? "Einige Texte wurden nur in einer Sprache geändert. Bringen Sie die andere auf denselben Stand, oder sagen Sie, ob sie so passen."
      : `Der ${language === "de" ? "deutsche" : "englische"} Text wurde nicht mit dem ${language === "de" ? "englischen" : "deutschen"} geändert. Bringen Sie ihn auf denselben Stand, oder sagen Sie, ob er so passt.`,
  item_review_by_author:
    "Sie haben an dieser Aufgabe gearbeitet, seit sie zuletzt im Einsatz war. Prüfen muss sie jemand, der das nicht hat.",
  certificate_revoked:
    "Dieses Zertifikat wurde widerrufen. Das bleibt so; eine neue Prüfung führt zu einem neuen Zertifikat.",
  certificate_not_suspended:
    "Dieses Zertifikat ist nicht ausgesetzt. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
  certificate_suspended:
    "Dieses Zertifikat ist bereits ausgesetzt. Setzen Sie es wieder in Kraft, bevor Sie etwas anderes ändern.",
  certificate_over: ({ validThrough }) =>
    `Dieses Zertifikat kann ab diesem Tag nicht wieder zählen.${validThrough ? ` Sein letzter Tag ist ${formatDay(validThrough as Day, "de", "full")}.` : ""} Ist es abgelaufen, führt eine neue Prüfung zu einem neuen Zertifikat.`,
  link_used_or_expired: "Dieser Link wurde bereits benutzt oder ist zu alt. Fordern Sie einen neuen an.",
  sign_in_failed:
    "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides, oder setzen Sie ein neues Passwort.",
  too_many_sign_ins: ({ minutes }) =>
    `Es gab zu viele Anmeldeversuche. Versuchen Sie es ${minutes ? `in ${minutes} ${minutes === 1 ? "Minute" : "Minuten"}` : "später"} erneut, oder setzen Sie ein neues Passwort.`,
  changed_meanwhile:
    "Das wurde inzwischen geändert. Laden Sie die Seite neu, sehen Sie den aktuellen Stand an und entscheiden Sie dann erneut.",
};

/** What a rule refused and the way on; a code of the kernel without its sentence does not compile. */
export const rejectionMessages = defineMessages({ en, de });
