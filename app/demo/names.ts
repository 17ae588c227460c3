/** First and family names for invented people; drawn in order of a shuffled list, so that nobody has the same name twice. */
const lists = {
  german: {
    first: [
      "Jana",
      "Mehmet",
      "Katrin",
      "Björn",
      "Aylin",
      "Stefan",
      "Łucja",
      "Henning",
      "Franziska",
      "Tobias",
      "Svenja",
      "Oğuz",
      "Renate",
      "Jürgen",
      "Milena",
      "Till",
      "Güler",
      "Matthias",
      "Ilse",
      "Ruben",
    ],
    last: [
      "Sommerfeld",
      "Yıldız",
      "Brandt",
      "Öttinger",
      "Großmann",
      "Nowak",
      "Reinhardt",
      "Vogt",
      "Lindqvist",
      "Hartwig",
      "Köhler",
      "Petersen",
      "Szymański",
      "Wiesner",
      "Falkenhagen",
      "Ambros",
      "Tiemann",
      "Jovanović",
      "Krüger",
      "Weißenfels",
    ],
  },
  american: {
    first: [
      "Marcus",
      "Elena",
      "Dwayne",
      "Priya",
      "Caleb",
      "Rosa",
      "Hannah",
      "Miguel",
      "Tanya",
      "Wei",
      "Jordan",
      "Aisha",
      "Grant",
      "Noor",
      "Shelby",
      "Andre",
    ],
    last: [
      "Whitfield",
      "Okafor",
      "Delgado",
      "Nakamura",
      "Sutton",
      "Patel",
      "Brennan",
      "Castillo",
      "Hargrove",
      "Nguyen",
      "Lindgren",
      "Mercer",
      "O'Rourke",
      "Thibodeaux",
      "Vance",
      "Abernathy",
    ],
  },
  british: {
    first: [
      "Gareth",
      "Imogen",
      "Rajesh",
      "Fiona",
      "Callum",
      "Yasmin",
      "Alistair",
      "Bronwen",
      "Tunde",
      "Harriet",
      "Dominic",
      "Siobhán",
      "Kwame",
      "Poppy",
    ],
    last: [
      "Ashworth",
      "Blackwood",
      "Cavendish",
      "Dhillon",
      "Entwistle",
      "Fairclough",
      "Griffiths",
      "Hollis",
      "Iqbal",
      "Jessop",
      "Kirkbride",
      "Llewellyn",
      "McAllister",
      "Osei",
    ],
  },
} as const;

export type NameList = keyof typeof lists;

/** The `n`-th name of a list: a walk that meets every pair of first and family name before it repeats one. */
export function nameOf(list: NameList, n: number): string {
  const { first, last } = lists[list];
  const round = Math.floor(n / first.length);
  return `${first[n % first.length]} ${last[(n * 3 + round) % last.length]}`;
}

/** A mailbox made of the name, in plain letters. */
export function mailboxOf(name: string): string {
  const plain = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ł: "l", ı: "i", ø: "o", "'": "" } as Record<string, string>;
  return [...name.toLowerCase()]
    .map((letter) => plain[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z]+/g, ".");
}
