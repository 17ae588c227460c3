import { defineMessages } from "./messages";

/** What is wrong with an entry and what would be right, by the code that the schemas of the server give. */
export const fieldFaultMessages = defineMessages({
  en: {
    required: "Please fill this in.",
    too_short: (limit: string) =>
      limit ? `Too short: at least ${limit} characters are needed.` : "This is too short.",
    too_long: (limit: string) => (limit ? `Too long: at most ${limit} characters fit.` : "This is too long."),
    too_small: (limit: string) => (limit ? `Too small: the smallest value is ${limit}.` : "This is too small."),
    too_big: (limit: string) => (limit ? `Too large: the largest value is ${limit}.` : "This is too large."),
    too_few: (limit: string) => (limit ? `Please choose at least ${limit}.` : "Please choose more."),
    too_many: (limit: string) => (limit ? `Please choose at most ${limit}.` : "Please choose fewer."),
    not_a_number: "Please enter a number, such as 12.",
    not_a_whole_number: "Please enter a whole number, such as 12.",
    not_an_email: "Please enter an e-mail address, such as name@example.com.",
    not_a_date: "Please enter a date of the calendar.",
    not_a_date_time: "Please enter a date and a time of day.",
    not_a_time_zone: "Please name a time zone, such as Europe/Berlin.",
    not_a_url: "Please enter a whole web address, starting with https://.",
    not_one_of: "Please choose one of the entries offered.",
    no_account: (address: string) => `Nobody has an account with this address: ${address || "…"}.`,
    invalid: "This entry cannot be used as it is. Please check it.",
    in_the_past: "This lies in the past. Please choose a later time.",
    in_the_future: "This lies in the future. Please choose an earlier time.",
    end_before_start: "The end lies before the start.",
    skipped_hour: "The clocks are put forward over this time that night, so it does not exist. Please choose another.",
    before_previous_part: "This part begins before the one above it ends. Please put the parts in their order.",
    deadline_after_start: "Enrolment would close after the training has begun. Please choose an earlier time.",
    place_or_link: "Please say where: a place, a link, or both.",
    unprintable: (characters: string) =>
      `Certificates cannot print these characters: ${characters || "…"} – please write the name in Latin, Greek or Cyrillic letters.`,
    invisible: (characters: string) =>
      `Nobody can see these characters: ${characters || "…"}. Please type the name anew.`,
    image_missing: "Please choose a picture.",
    image_type: "This is no PNG, JPEG or WebP picture, whatever its name says.",
    image_broken: "This picture is damaged. Please save it anew and try again.",
    image_animated: "This picture moves. Please choose one that stands still.",
    image_too_large: "This file is larger than 1 MB. Please make the picture smaller.",
    image_size: "This picture has too many pixels: 8,000 on its longer side and 12 million in all at most.",
    image_not_sent: "The picture could not be sent. Please choose it again.",
    already_taken: "This is already in use. Please choose another.",
    password_common:
      "This password is among the first that attackers try. Please choose another; several words in a row are fine.",
    password_personal: "The password contains your name or e-mail address. Please choose another.",
    password_wrong: "This is not your present password.",
    passwords_differ: "The two passwords are not the same.",
  },
  de: {
    required: "Diese Angabe fehlt noch.",
    too_short: (limit) => (limit ? `Zu kurz: Mindestens ${limit} Zeichen sind nötig.` : "Das ist zu kurz."),
    too_long: (limit) => (limit ? `Zu lang: Höchstens ${limit} Zeichen passen.` : "Das ist zu lang."),
    too_small: (limit) => (limit ? `Zu klein: Der kleinste Wert ist ${limit}.` : "Das ist zu klein."),
    too_big: (limit) => (limit ? `Zu groß: Der größte Wert ist ${limit}.` : "Das ist zu groß."),
    too_few: (limit) =>
      limit === "1"
        ? "Mindestens eine Angabe ist nötig."
        : limit
          ? `Mindestens ${limit} Angaben sind nötig.`
          : "Das sind zu wenige.",
    too_many: (limit) =>
      limit === "1"
        ? "Höchstens eine Angabe ist möglich."
        : limit
          ? `Höchstens ${limit} Angaben sind möglich.`
          : "Das sind zu viele.",
    not_a_number: "Bitte geben Sie eine Zahl ein, zum Beispiel 12.",
    not_a_whole_number: "Bitte geben Sie eine ganze Zahl ein, zum Beispiel 12.",
    not_an_email: "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
    not_a_date: "Bitte geben Sie ein Datum ein, das es im Kalender gibt.",
    not_a_date_time: "Bitte geben Sie Datum und Uhrzeit ein.",
    not_a_time_zone: "Bitte nennen Sie eine Zeitzone, zum Beispiel Europe/Berlin.",
    not_a_url: "Bitte geben Sie eine vollständige Webadresse ein, beginnend mit https://.",
    not_one_of: "Bitte wählen Sie einen der angebotenen Einträge.",
    no_account: (address) => `Zu dieser Adresse gibt es kein Konto: ${address || "…"}.`,
    invalid: "Diese Angabe lässt sich so nicht verwenden. Bitte prüfen Sie sie.",
    in_the_past: "Das liegt in der Vergangenheit. Bitte wählen Sie einen späteren Zeitpunkt.",
    in_the_future: "Das liegt in der Zukunft. Bitte wählen Sie einen früheren Zeitpunkt.",
    end_before_start: "Das Ende liegt vor dem Beginn.",
    skipped_hour:
      "In dieser Nacht werden die Uhren über diese Zeit hinweg vorgestellt, es gibt sie nicht. Bitte wählen Sie eine andere.",
    before_previous_part:
      "Dieser Teil beginnt, bevor der vorige endet. Bitte geben Sie die Teile in ihrer Reihenfolge an.",
    deadline_after_start: "Die Anmeldung würde erst nach Beginn schließen. Bitte wählen Sie einen früheren Zeitpunkt.",
    place_or_link: "Bitte geben Sie an, wo: einen Ort, einen Link oder beides.",
    unprintable: (characters) =>
      `Diese Zeichen lassen sich auf Zertifikaten nicht drucken: ${characters || "…"} – bitte schreiben Sie den Namen in lateinischen, griechischen oder kyrillischen Buchstaben.`,
    invisible: (characters) =>
      `Diese Zeichen kann niemand sehen: ${characters || "…"}. Bitte geben Sie den Namen neu ein.`,
    image_missing: "Bitte wählen Sie ein Bild.",
    image_type: "Das ist kein PNG-, JPEG- oder WebP-Bild, wie auch immer die Datei heißt.",
    image_broken: "Dieses Bild ist beschädigt. Bitte speichern Sie es neu, und versuchen Sie es noch einmal.",
    image_animated: "Dieses Bild bewegt sich. Bitte wählen Sie eines, das stillsteht.",
    image_too_large: "Diese Datei ist größer als 1 MB. Bitte verkleinern Sie das Bild.",
    image_size:
      "Dieses Bild hat zu viele Bildpunkte: höchstens 8.000 an der längeren Seite und 12 Millionen insgesamt.",
    image_not_sent: "Das Bild ließ sich nicht senden. Bitte wählen Sie es noch einmal.",
    already_taken: "Das ist bereits vergeben. Bitte wählen Sie etwas anderes.",
    password_common:
      "Dieses Passwort gehört zu den ersten, die Angreifer probieren. Bitte wählen Sie ein anderes; mehrere Wörter hintereinander sind gut.",
    password_personal: "Das Passwort enthält Ihren Namen oder Ihre E-Mail-Adresse. Bitte wählen Sie ein anderes.",
    password_wrong: "Das ist nicht Ihr bisheriges Passwort.",
    passwords_differ: "Die beiden Passwörter stimmen nicht überein.",
  },
});
