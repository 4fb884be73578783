// What the script itself says: while the program is on its way, and when it cannot run. All other words are the program's.

const WORDS = {
  en: {
    lang: "en-GB",
    loading: "Loading the figures",
    again: "Try again",
    file: "The figures as a file",
    unavailable: "The charts cannot be shown here. The figures below are complete.",
    died:
      "This page's program has stopped. The figures shown are correct and are those you last chose. " +
      "To choose again, select “Try again”.",
    still: "A saved copy: what was chosen when it was saved cannot be changed here.",
    copy: "Offline copy, saved on {}.",
    published: "The figures were published on {}.",
    from: "The copy came from {}",
    copying: "Making the copy",
    copied: "What was to be copied",
    which: "Which figures should the copy include, besides those already here?",
    indicator: "Those of this indicator",
    topic: "Those of this topic",
    all: "All figures",
    oneFile: "1 more file",
    files: "{} more files",
    cancel: "Cancel",
  },
  cy: {
    lang: "cy",
    loading: "Wrthi'n llwytho'r ffigurau",
    again: "Rhoi cynnig arall arni",
    file: "Y ffigurau fel ffeil",
    unavailable: "Ni ellir dangos y siartiau yma. Mae'r ffigurau isod yn gyflawn.",
    died:
      "Mae rhaglen y dudalen hon wedi stopio. Mae'r ffigurau a ddangosir yma yn gywir, a rhai eich dewis diwethaf ydynt; " +
      "gellir dewis eto ar ôl rhoi cynnig arall arni.",
    still: "Copi wedi'i gadw: ni ellir newid yma yr hyn a ddewiswyd pan gafodd ei gadw.",
    copy: "Copi all-lein, a gadwyd ar {}.",
    published: "Cyhoeddwyd y ffigurau ar {}.",
    from: "Daeth y copi o {}",
    copying: "Wrthi'n gwneud y copi",
    copied: "Yr hyn oedd i'w gopïo",
    which: "Pa ffigurau ddylai fod yn y copi, heblaw'r rhai sydd yma eisoes?",
    indicator: "Rhai'r dangosydd hwn",
    topic: "Rhai'r pwnc hwn",
    all: "Pob ffigur",
    oneFile: "1 ffeil arall",
    files: "{} ffeil arall",
    cancel: "Canslo",
  },
};

/** The words in the language of a life. */
const wordsOf = ({ lang }) => WORDS[/^cy\b/i.test(lang) ? "cy" : "en"];
