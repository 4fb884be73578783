// What is said of many times of one thing.

const at = (numbers, part) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length * part)];

export const median = (numbers) => at(numbers, 0.5);

/** Half of all lie between these. */
export const quartiles = (numbers) => [at(numbers, 0.25), at(numbers, 0.75)];
