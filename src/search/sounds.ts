/**
 * The sounds that a name's spelling may stand for, so that romanisations of one name meet:
 *
 *     Khrushchev      kh r u shch e v         h r u StS e v   ┐
 *     Khrouchtchev    kh r ou chtch e v       h r u StS e v   ├─ differ in one vowel, e or o
 *     Chruschtschow   ch r u schtsch o w      h r u StS o v   ┘  before a last v
 *
 * A spelling means different sounds in different languages: ch is tS in English, S in French, h in German. Nobody says
 * which language was typed, so a word has several readings (as in Daitch and Mokotoff's soundex), and two words are
 * variants of each other when one reading of each agree: the consonants in their order, and the vowels between them.
 * Agreement may be bought with a few soft differences (u for o, g for k), the more the longer the words are: short names
 * that differ are different names.
 *
 * Sounds: p b f v m n t d s S k g h l r, where s stands for z too and S for sh and zh; a e i o u, where i stands for y.
 */

/** Spellings by their first letter, the first that fits is taken; the sounds they may stand for, apart by spaces. */
const SPELLINGS: Record<string, [spelling: RegExp, sounds: string][]> = {
  a: [
    [/ae/y, "ae a e"],
    [/a/y, "a"],
  ],
  b: [[/bh?/y, "b"]],
  c: [
    [/chtch/y, "StS"],
    [/cz/y, "tS"],
    [/cs/y, "tS ks"],
    [/ck/y, "k tsk"],
    [/cc(?=[eiy])/y, "ks tS"],
    [/ch/y, "tS S h k"],
    [/c(?=[eiyj])/y, "s ts tS"],
    [/c$/y, "k ts tS"],
    [/c(?=[mnvw]|ow)/y, "k ts"],
    [/c/y, "k"],
  ],
  d: [
    [/d(?:sch|zh)/y, "dS"],
    [/dh/y, "d s"],
    [/d/y, "d"],
  ],
  e: [
    [/(?<=[nmrt])e$/y, "e -"],
    [/eh$/y, "e a"],
    [/ee/y, "e i"],
    [/eo/y, "eo o"],
    [/eu/y, "eu u"],
    [/e/y, "e"],
  ],
  f: [
    [/ff?$/y, "f v"],
    [/f/y, "f"],
  ],
  g: [
    [/gu(?=[eiy])/y, "g gu"],
    [/gh/y, "g h"],
    [/g(?=[eiy])/y, "g S dS"],
    [/gn/y, "gn n"],
    [/g/y, "g"],
  ],
  h: [
    [/^hs/y, "S"],
    [/(?<=[aeiouy])h/y, "h -"],
    [/h/y, "h"],
  ],
  i: [[/i/y, "i"]],
  j: [
    [/j(?=[aeiouy])/y, "S dS i h"],
    [/j/y, "i S"],
  ],
  k: [
    [/kh/y, "h k"],
    [/k/y, "k"],
  ],
  l: [[/l/y, "l"]],
  m: [[/m/y, "m"]],
  n: [[/n/y, "n"]],
  o: [
    [/ou/y, "u o"],
    [/oo/y, "u"],
    [/oe/y, "oe o e"],
    [/o/y, "o"],
  ],
  p: [
    [/ph/y, "f"],
    [/pf/y, "pf f"],
    [/p/y, "p"],
  ],
  q: [
    [/qu(?=[eiy])/y, "k kv"],
    [/q(?=i)/y, "k tS"],
    [/q/y, "k"],
  ],
  r: [
    [/rzh/y, "rS"],
    [/rz/y, "S rs"],
    [/rh?/y, "r"],
  ],
  s: [
    [/s(?:chtsch|hch|tsch|zcz)/y, "StS"],
    [/sch/y, "S StS"],
    [/sh/y, "S"],
    [/sz/y, "S s"],
    [/sc(?=[eiy])/y, "s S sts"],
    [/s(?=[pt])/y, "s S"],
    [/s/y, "s"],
  ],
  t: [
    [/t(?:zsch|sch|ch|sh)/y, "tS"],
    [/tzh/y, "tS tsh"],
    [/th/y, "t"],
    [/t/y, "t"],
  ],
  u: [
    [/ue/y, "u ue"],
    [/u/y, "u"],
  ],
  v: [[/v/y, "v"]],
  w: [
    [/^wh?/y, "v"],
    [/w/y, "v u"],
  ],
  x: [
    [/^x/y, "S s ks"],
    [/x/y, "ks"],
  ],
  y: [[/y/y, "i"]],
  z: [
    [/zh/y, "S tS"],
    [/zs/y, "S"],
    [/z/y, "s ts"],
  ],
  č: [[/č/y, "tS ts k"]],
  ć: [[/ć/y, "tS ts k"]],
  ç: [[/ç/y, "s tS"]],
  ř: [[/ř/y, "r rS"]],
  š: [[/š/y, "S s"]],
  ś: [[/ś/y, "S s"]],
  ş: [[/ş/y, "S s"]],
  ș: [[/ș/y, "S s"]],
  ţ: [[/ţ/y, "ts t"]],
  ț: [[/ț/y, "ts t"]],
  ž: [[/ž/y, "S s"]],
  ź: [[/ź/y, "S s"]],
  ż: [[/ż/y, "S s"]],
};

/** One way to say a word: its consonants, and the vowels before each of them and after the last. */
export interface Reading {
  consonants: string;
  vowels: string[];
}

/** More readings than this do not make a name any clearer. */
const MOST_READINGS = 48;
const LONGEST_WORD = 40;

/** The ways in which a romanised, folded word may be said. */
export function readSounds(word: string): Reading[] {
  const spelt = word.slice(0, LONGEST_WORD);
  let readings = [""];
  for (let at = 0; at < spelt.length;) {
    const { length, sounds } = matchSpelling(spelt, at);
    at += length;
    const [sound = ""] = sounds;
    if (sounds.length > 1 && readings.length * sounds.length <= MOST_READINGS)
      readings = readings.flatMap((reading) => sounds.map((other) => reading + other));
    else readings = readings.map((reading) => reading + sound);
  }
  return readings.map(splitReading);
}

function matchSpelling(word: string, at: number): { length: number; sounds: string[] } {
  for (const { spelling, sounds } of COMPILED.get(word.charAt(at)) ?? []) {
    spelling.lastIndex = at;
    if (spelling.test(word)) return { length: spelling.lastIndex - at, sounds };
  }
  return { length: 1, sounds: [""] };
}

const COMPILED = new Map(
  Object.entries(SPELLINGS).map(([letter, spellings]) => [
    letter,
    spellings.map(([spelling, sounds]) => ({
      spelling,
      sounds: sounds.split(" ").map((sound) => (sound === "-" ? "" : sound)),
    })),
  ]),
);

function splitReading(sounds: string): Reading {
  let consonants = "";
  const vowels: string[] = [];
  let run = "";
  for (const sound of sounds) {
    if ("aeiou".includes(sound)) run += sound;
    else if (run !== "" || sound !== consonants.at(-1)) {
      vowels.push(simplifyVowels(run));
      consonants += sound;
      run = "";
    }
  }
  vowels.push(simplifyVowels(run));
  return { consonants, vowels };
}

/** Glides between vowels vanish (Dostoyevsky, Dostoevsky), and so does length. */
function simplifyVowels(run: string): string {
  return run.length < 2 ? run : run.replace(/(?<=[aeou])i+(?=[aeou])/g, "").replace(/(.)\1+/g, "$1");
}

/** The class of a sound where only the start of a word is looked at, or where vowels are not written. */
export function classifySound(sound: string): string {
  if ("aeiou".includes(sound)) return "a";
  if ("pbfv".includes(sound)) return "b";
  if ("td".includes(sound)) return "t";
  if ("sS".includes(sound)) return "s";
  if ("kgh".includes(sound)) return "k";
  return sound;
}

const FIRST_CLASSES = new Map(
  [...COMPILED].map(([letter, spellings]) => [
    letter,
    new Set(spellings.flatMap(({ sounds }) => sounds.map((sound) => classifySound(sound.charAt(0))))),
  ]),
);

/** Whether two words may start with the same sound, judged by their first letters alone: quick, and never too strict. */
export function mayStartAlike(a: string, b: string): boolean {
  const classes = FIRST_CLASSES.get(a.charAt(0));
  const others = FIRST_CLASSES.get(b.charAt(0));
  if (!classes || !others) return false;
  for (const sound of classes) if (others.has(sound)) return true;
  return false;
}
