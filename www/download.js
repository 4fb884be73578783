// A file on its way from a server, whatever the server does.

/** Milliseconds without a single byte after which a server is given up. */
const PATIENCE = 30_000;
/** Bytes of a file; the program reads as many (limits::BYTES). */
const MOST = 2 ** 26;

/** Why there are no bytes: what went wrong, as the program's failure.rs names it, and the server's status. */
class Fault {
  constructor(code, status = 0) {
    this.code = code;
    this.status = status;
  }
}

/**
 * The bytes of a file, and the day on which it last `changed`, where the server says so; otherwise a Fault.
 *
 * @param controller ends the request, which is then not heard any more
 * @param hash what the bytes have to add up to, as an integrity attribute has it
 * @param heard is told how many bytes there are, and how many there will be, where that is known
 */
async function download(url, controller, hash, heard) {
  // Without an answer a server is out of reach; what it stops doing later, it began.
  let code = location.protocol === "file:" ? "disk" : "unreachable";
  let waiting;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      code = "timeout";
      controller.abort();
    }, PATIENCE);
  };
  wait();
  try {
    // A file of last quarter's in the browser's cache has last quarter's hash.
    const checked = hash && { integrity: hash, cache: "no-cache" };
    const { ok, status, headers, body } = await fetch(url, { signal: controller.signal, ...checked });
    // 204 and 205 are said to be fine and bring nothing.
    if (!ok || !(status < 204 || status > 205)) throw new Fault("status", status);
    code = "interrupted";
    // Of what is sent compressed, the length is another than that of the file.
    const length = headers.get("content-encoding") ? 0 : Number(headers.get("content-length"));
    const parts = [];
    let had = 0;
    for (const reader = body.getReader(); ; ) {
      wait();
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      had += value.length;
      if (Math.max(had, length) > MOST) throw new Fault("too-large");
      heard(had, length);
    }
    // Some browsers take the part for the whole.
    if (had < length) throw new Fault("interrupted");
    const bytes = new Uint8Array(had);
    had = 0;
    for (const part of parts) {
      bytes.set(part, had);
      had += part.length;
    }
    // The day, if the server says so.
    const changed = Date.parse(headers.get("last-modified"));
    if (changed) bytes.changed = new Date(changed).toISOString().slice(0, 10);
    return bytes;
  } catch (fault) {
    // What is not read to its end need not be sent to its end.
    controller.abort();
    throw fault instanceof Fault ? fault : new Fault(code);
  } finally {
    clearTimeout(waiting);
  }
}
