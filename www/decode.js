// From PROGRAM, the program as the build packed it, to the bytes that a browser compiles. The work is done by a small program
// (crates/kpi-unpack), which stands beside the large one as UNPACKER, in hexadecimal digits. The build runs this text once
// and fails unless exactly the program comes back.

async function decode(text) {
  const bytes = Uint8Array.from(UNPACKER.match(/../g), (digits) => parseInt(digits, 16));
  const { memory, place, unpack } = (await WebAssembly.instantiate(bytes)).instance.exports;
  const room = new Uint8Array(memory.buffer, place());
  new TextEncoder().encodeInto(text, room);
  return room.subarray(text.length, text.length + unpack(text.length));
}
