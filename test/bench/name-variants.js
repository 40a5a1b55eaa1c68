// @ts-check
import { isCyrillic, respell, writeInOtherScript } from "./spellings.js";
import { splitWritten, strip } from "./words.js";

const PARTICLE = /^(de|del|della|der|den|di|du|da|la|le|van|von|zu|al|el|bin|ibn|y|e|of|the|dos|das|do)$/iu;

/** No surname stands at the end of these: Francis of Assisi, Alexander the Great, Sammy Davis Jr., John XXIII. */
const EPITHET = /\b(of|the|Jr|Sr|[IVX]+)\b/u;

/**
 * A name as others write it, by kind of variant. Kinds that do not apply are empty.
 *
 * @type {Record<string, (name: string) => string[]>}
 */
export const VARIANTS = {
  "as it is": (name) => [name],
  "capitals, lower case": (name) => [name.toUpperCase(), name.toLowerCase()].filter((written) => written !== name),
  "without accents": (name) => [stripAccents(name)].filter((written) => written !== name),
  "surname first": (name) => {
    const { given, family } = part(name);
    return given === "" ? [] : [`${family}, ${given}`, `${family} ${given}`];
  },
  initials: (name) => {
    const { given, family } = part(name);
    const initials = given.split(/[\s-]+/u).flatMap((word) => word.match(/^\p{L}/u)?.[0] ?? []);
    if (initials.length === 0 || /\./u.test(given)) return [];
    return [`${initials[0]}. ${family}`, `${initials.map((letter) => `${letter}.`).join(" ")} ${family}`];
  },
  "surname alone": (name) => (part(name).given === "" ? [] : [part(name).family]),
  "title and surname": (name) => {
    const { given, family } = part(name);
    return given === ""
      ? []
      : ["M.", "Mme", "Mr", "Dr", "Prof.", "President", "Herr", "Sir"].map((title) => `${title} ${family}`);
  },
  "title and name": (name) => (part(name).given === "" ? [] : [`Mr ${name}`, `le président ${name}`, `Dr. ${name}`]),
  "middle names left out": (name) => {
    const { given, family } = part(name);
    const words = splitWritten(given);
    return words.length > 1 ? [`${words[0]} ${family}`] : [];
  },
  hyphens: (name) => {
    if (name.includes("-")) return [name.replaceAll("-", " "), name.replaceAll("-", "")];
    const { given, family } = part(name);
    return splitWritten(given).length === 2 && !given.includes(".") ? [`${given.replace(" ", "-")} ${family}`] : [];
  },
  "particles left out": (name) => {
    const words = splitWritten(name);
    const kept = words.filter((word, at) => at === 0 || at === words.length - 1 || !PARTICLE.test(word));
    return kept.length < words.length && kept.length > 1 ? [kept.join(" ")] : [];
  },
  "another romanisation": (name) => (isCyrillic(name) ? [] : respell(name)),
  "another script": (name) => writeInOtherScript(name),
  "a slip of the keyboard": (name) => {
    const words = splitWritten(name);
    const surname = words.at(-1) ?? "";
    const at = surname.length >> 1;
    if (words.length < 2 || EPITHET.test(name) || !/^\p{L}{6,}$/u.test(surname)) return [];
    const transposed = surname.slice(0, at) + surname.charAt(at + 1) + surname.charAt(at) + surname.slice(at + 2);
    const slips = [transposed, surname.slice(0, at) + surname.slice(at + 1)].filter((slip) => slip !== surname);
    return slips.map((slip) => words.with(words.length - 1, slip).join(" "));
  },
};

/**
 * The family name with its particles, and what stands before it: nothing where the name has no family name.
 *
 * @param {string} name
 */
function part(name) {
  if (EPITHET.test(name)) return { given: "", family: name };
  const words = splitWritten(name);
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? "")) start -= 1;
  return { given: words.slice(0, start).join(" "), family: words.slice(start).join(" ") };
}

/** @param {string} name */
function stripAccents(name) {
  return name.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

/**
 * Whether a text is the name of a person, as far as its shape tells: two to five words, each beginning with a capital or
 * a particle.
 *
 * @param {string} text
 */
export function looksLikePerson(text) {
  const words = splitWritten(text);
  const isShaped = words.every((word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}’'-]*\.?$/u.test(word));
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    isShaped &&
    strip(words.at(-1) ?? "").length > 2 &&
    !PARTICLE.test(words[0] ?? "")
  );
}
