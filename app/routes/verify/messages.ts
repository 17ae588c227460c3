import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Verify a certificate",
    intro:
      "Type the number printed on the certificate, or scan its code. Nothing is shown that does not stand on the certificate itself.",
    number: "Certificate number",
    numberHint: "Capitals, spaces and dashes do not matter.",
    submit: "Verify",
    file: "Certificate file (PDF)",
    fileHint: "Tells whether the file is, byte for byte, the one that was issued. The file is not kept.",
    submitFile: "Compare the file",
    unknownTitle: "No certificate has this number",
    unknown: (number: string) => `${number} is written correctly, but no such certificate was ever issued.`,
    mistypedTitle: "This is not a certificate number",
    shape: "Numbers look like SLA-XXXX-XXXX-XXXX-CC. Please compare it with the certificate.",
    check:
      "The check characters do not fit: one character is wrong or two have changed places. Please compare it with the certificate.",
    originalTitle: "This file is the original",
    original: "It is, byte for byte, the document that was issued. What the certificate is worth today stands below.",
    changedTitle: "This file is not one we issued",
    changed:
      "It was changed after it was issued, or it never came from here. Look the printed number up to see what was really issued.",
    tooLarge: "It is larger than 1 MB, and no certificate of ours is. Look the printed number up instead.",
    holder: "Holder",
    organisation: "Organisation at issue",
    programme: "Certified as",
    validity: "Validity",
    noFile: "Please choose a file that is not empty.",
  },
  de: {
    title: "Zertifikat prüfen",
    intro:
      "Geben Sie die Nummer ein, die auf dem Zertifikat steht, oder scannen Sie den Code. Gezeigt wird nur, was auf dem Zertifikat selbst steht.",
    number: "Zertifikatsnummer",
    numberHint: "Groß- und Kleinschreibung, Leerzeichen und Striche spielen keine Rolle.",
    submit: "Prüfen",
    file: "Zertifikatsdatei (PDF)",
    fileHint: "Hier erfahren Sie, ob die Datei Byte für Byte die ausgestellte ist. Sie wird nicht aufbewahrt.",
    submitFile: "Datei vergleichen",
    unknownTitle: "Kein Zertifikat hat diese Nummer",
    unknown: (number: string) =>
      `${number} ist richtig geschrieben, aber ein solches Zertifikat wurde nie ausgestellt.`,
    mistypedTitle: "Das ist keine Zertifikatsnummer",
    shape: "Nummern sehen so aus: SLA-XXXX-XXXX-XXXX-CC. Bitte vergleichen Sie sie mit dem Zertifikat.",
    check:
      "Die Prüfzeichen passen nicht: Ein Zeichen ist falsch oder zwei sind vertauscht. Bitte vergleichen Sie die Nummer mit dem Zertifikat.",
    originalTitle: "Diese Datei ist das Original",
    original: "Sie ist Byte für Byte das ausgestellte Dokument. Was das Zertifikat heute wert ist, steht unten.",
    changedTitle: "Diese Datei haben wir nicht ausgestellt",
    changed:
      "Sie wurde nach der Ausstellung verändert oder stammt nicht von hier. Schlagen Sie die gedruckte Nummer nach, um zu sehen, was wirklich ausgestellt wurde.",
    tooLarge:
      "Sie ist größer als 1 MB, und so groß ist keines unserer Zertifikate. Schlagen Sie stattdessen die gedruckte Nummer nach.",
    holder: "Inhaber/in",
    organisation: "Organisation bei Ausstellung",
    programme: "Zertifiziert als",
    validity: "Gültigkeit",
    noFile: "Bitte wählen Sie eine Datei, die nicht leer ist.",
  },
});
