// What the script itself says: while the program is on its way, and when it cannot run. All other words are the program's.

const WORDS = {
  en: {
    lang: "en-GB",
    loading: "Loading the figures",
    again: "Try again",
    file: "The figures as a file",
    unavailable: "The charts cannot be shown here. The figures below are complete.",
    died:
      "The program of this page has stopped. The figures shown here are right, and are those of your last choice; " +
      "another choice can be made after you try again.",
  },
  cy: {
    lang: "cy",
    loading: "Wrthi'n llwytho'r ffigurau",
    again: "Rhoi cynnig arall arni",
    file: "Y ffigurau fel ffeil",
    unavailable: "Ni ellir dangos y siartiau yma. Mae'r ffigurau isod yn gyflawn.",
    died:
      "Mae rhaglen y dudalen hon wedi stopio. Mae'r ffigurau a ddangosir yma yn gywir, a rhai eich dewis olaf ydynt; " +
      "gellir dewis eto ar ôl rhoi cynnig arall arni.",
  },
};

/** The words in the language of a life. */
const wordsOf = ({ lang }) => WORDS[/^cy\b/i.test(lang) ? "cy" : "en"];
