/**
 * Places that zones of the IANA database are named after and that German calls otherwise; the runtime knows the names of zones, but not of their
 * places. What is missing here is called by its English name.
 */
export const germanPlaces: ReadonlyMap<string, string> = new Map([
  ["Algiers", "Algier"],
  ["Athens", "Athen"],
  ["Baghdad", "Bagdad"],
  ["Belgrade", "Belgrad"],
  ["Brussels", "Brüssel"],
  ["Bucharest", "Bukarest"],
  ["Cairo", "Kairo"],
  ["Copenhagen", "Kopenhagen"],
  ["Damascus", "Damaskus"],
  ["Hong Kong", "Hongkong"],
  ["Kiev", "Kiew"],
  ["Kyiv", "Kyjiw"],
  ["Lisbon", "Lissabon"],
  ["Luxembourg", "Luxemburg"],
  ["Mexico City", "Mexiko-Stadt"],
  ["Moscow", "Moskau"],
  ["Prague", "Prag"],
  ["Riyadh", "Riad"],
  ["Rome", "Rom"],
  ["Sao Paulo", "São Paulo"],
  ["Shanghai", "Schanghai"],
  ["Singapore", "Singapur"],
  ["Tbilisi", "Tiflis"],
  ["Tehran", "Teheran"],
  ["Tokyo", "Tokio"],
  ["Vienna", "Wien"],
  ["Warsaw", "Warschau"],
  ["Zurich", "Zürich"],
]);
