// What the script itself says: while the program is on its way, and when it cannot run. All other words are the program's.

const WORDS = {
  loading: "Loading the figures",
  again: "Try again",
  file: "The figures as a file",
  unavailable: "The charts cannot be shown here. The figures below are complete.",
  died:
    "The program of this page has stopped. The figures shown here are right, and are those of your last choice; " +
    "another choice can be made after you try again.",
};
