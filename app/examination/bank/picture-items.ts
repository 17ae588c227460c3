/** Monitoring as it comes attached to a ticket: a picture that has to be read. */
import { type BankItem, numeric, singleChoice, words } from "./author-item";
import { pictures } from "./pictures";

export const pictureItems: readonly BankItem[] = [
  {
    code: "CPU-011",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-steal", "2.2-monitoring-extract"],
    points: 2,
    difficultyGuess: 70,
    content: singleChoice({
      stem: words(
        "A customer complains that the nightly job on `web-04` took twice as long as usual. The extract from monitoring is attached. What does it say about the time from 02:00 to 04:00?",
        "Ein Kunde beschwert sich, dass der nächtliche Job auf `web-04` doppelt so lange gedauert hat wie sonst. Der Auszug aus dem Monitoring liegt bei. Was sagt er über die Zeit von 02:00 bis 04:00 Uhr?",
      ),
      exhibits: [
        {
          kind: "image",
          title: words("CPU of web-04, 00:00 to 06:00", "CPU von web-04, 00:00 bis 06:00 Uhr"),
          alt: words(
            "Stacked areas of CPU time in per cent, from the bottom: %user, %system, %iowait, %steal. Until 02:00 and from 04:00 on: user about 56, system 9, iowait 1.5, steal below 1. From 02:15 to 03:45: user about 20, system 9, iowait 1.5, steal about 45. In between each value changes evenly.",
            "Gestapelte Flächen der CPU-Zeit in Prozent, von unten: %user, %system, %iowait, %steal. Bis 02:00 und ab 04:00 Uhr: user etwa 56, system 9, iowait 1,5, steal unter 1. Von 02:15 bis 03:45 Uhr: user etwa 20, system 9, iowait 1,5, steal etwa 45. Dazwischen ändern sich die Werte gleichmäßig.",
          ),
          image: pictures.stolenByNight,
        },
      ],
      right: words(
        "The server had work to do, but got too little CPU time from the hypervisor",
        "Der Server hatte zu tun, bekam vom Hypervisor aber zu wenig CPU-Zeit",
      ),
      wrong: [
        [
          words(
            "The server waited for its volume: storage answered too slowly that night",
            "Der Server wartete auf sein Volume: Das Storage antwortete in dieser Nacht zu langsam",
          ),
          words(
            "Waiting for storage would show as iowait, which stays at about 1.5 %.",
            "Warten auf das Storage stünde unter iowait, und das bleibt bei etwa 1,5 %.",
          ),
        ],
        [
          words(
            "The server did more work than before, so all of its processors were busy",
            "Der Server hat mehr gearbeitet als zuvor, deshalb waren alle Prozessoren ausgelastet",
          ),
          words(
            "Its own work, user and system, falls from about 65 to 29 %; the area on top is time it did not get.",
            "Die eigene Arbeit, user und system, fällt von etwa 65 auf 29 %; die Fläche darüber ist Zeit, die er nicht bekam.",
          ),
        ],
        [
          words(
            "The server was idle for these two hours, since hardly any user time is left",
            "Der Server war in diesen zwei Stunden untätig, denn es bleibt kaum User-Zeit",
          ),
          words(
            "Idle time is what lies above all areas, and it shrinks from about 33 to 25 %.",
            "Untätig ist, was über allen Flächen frei bleibt, und das schrumpft von etwa 33 auf 25 %.",
          ),
        ],
      ],
      rationale: words(
        "Steal is time in which the server was ready to run and got no processor. It rises to about 45 % while user time falls, and iowait stays. The job lasted longer because it was given less CPU time, not because it had more to compute.",
        "Steal ist Zeit, in der der Server lauffähig war und keinen Prozessor bekam. Sie steigt auf etwa 45 %, während die User-Zeit fällt und iowait gleich bleibt. Der Job dauerte länger, weil er weniger CPU-Zeit bekam, nicht weil er mehr zu rechnen hatte.",
      ),
    }),
  },
  {
    code: "NET-108",
    pool: "practice",
    section: "network",
    clauses: ["2.2-network-bandwidth", "2.2-monitoring-extract"],
    points: 2,
    difficultyGuess: 75,
    content: numeric({
      stem: words(
        "Between 10:20 and 10:40 the gateway `gw-01` drops packets. Going by the chart, at what throughput is its interface running meanwhile?",
        "Zwischen 10:20 und 10:40 Uhr verwirft das Gateway `gw-01` Pakete. Welchen Durchsatz hat seine Schnittstelle dabei laut Diagramm?",
      ),
      exhibits: [
        {
          kind: "image",
          title: words("Interface eth0 of gw-01, outgoing", "Schnittstelle eth0 von gw-01, ausgehend"),
          alt: words(
            "A line in Mbit/s over an axis from 0 to 1200, and bars for packets dropped a second. The line climbs from about 370 at 10:00 to 750 at 10:19, lies flat just above the 900 mark, about a seventh of the way to 1200, from 10:20 to 10:40, and falls to about 400 at 11:00. Bars stand only while it lies flat.",
            "Eine Linie in Mbit/s über einer Achse von 0 bis 1200, dazu Balken für verworfene Pakete pro Sekunde. Die Linie steigt von etwa 370 um 10:00 auf 750 um 10:19 Uhr, liegt von 10:20 bis 10:40 Uhr flach knapp über der Marke 900, etwa ein Siebtel des Wegs bis 1200, und fällt auf etwa 400 um 11:00 Uhr. Balken stehen nur, solange sie flach liegt.",
          ),
          image: pictures.fullLink,
        },
      ],
      answers: [
        { unit: "Mbit/s", value: 940, tolerance: 30 },
        { unit: "Gbit/s", value: 0.94, tolerance: 0.03 },
        { unit: "MB/s", value: 117.5, tolerance: 4 },
      ],
      rationale: words(
        "The line lies flat at about 940 Mbit/s. A flat top with drops beneath it says that a limit has been reached, here close to 1 Gbit/s; which one it is, further measurements say, not the chart.",
        "Die Linie liegt flach bei etwa 940 Mbit/s. Ein Plateau mit verworfenen Paketen darunter heißt, dass eine Grenze erreicht ist, hier nahe 1 Gbit/s; welche es ist, klären weitere Messungen, nicht das Diagramm.",
      ),
    }),
  },
];
