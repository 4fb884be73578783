// All that a server, or what stands between it and a reader, can do instead of handing out a file.

import { brotliCompressSync, gzipSync } from "node:zlib";
import { FIGURES, read } from "./checkout.mjs";
import { answer, broken } from "./server.mjs";

export const GOOD = (await read(FIGURES)).toString();
const LOGIN = "<!doctype html><title>Sign in</title><form><input name=user></form>";
const MEGABYTE = Buffer.alloc(2 ** 20, " ");
const JSON_TYPE = { "content-type": "application/json" };

const status = (status, type = "text/plain") => answer("Not what was asked for.", { status, type });
const redirect = (location, status = 302) => (_, response) => response.writeHead(status, { location }).end();

/** A body sent as it is, under headers of one's own. */
const raw =
  (body, headers = {}) =>
  (_, response) =>
    response.writeHead(200, { ...JSON_TYPE, ...headers }).end(body);

/** A body that begins, and then breaks off. */
const cut =
  (body, headers = {}) =>
  (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, ...headers });
    response.write(body, () => setTimeout(() => response.destroy(), 20));
  };

/** A body that does not end, as fast as it is taken. */
const endless = (_, response) => {
  response.writeHead(200, JSON_TYPE);
  const more = () => {
    while (!response.destroyed && response.write(MEGABYTE));
    response.once("drain", more);
  };
  more();
};

/** What a server says that speaks no HTTP. */
const gibberish = (request) => request.socket.end("SSH-2.0-OpenSSH_9.2\r\n");

const UNREACHABLE = /^The file of figures could not be reached \(\/f.*\)\..*Check the connection and try again/;
const PART = /^The file of figures came in part only \(\/f.*\)\..*Check the connection and try again/;

/**
 * By name: what the server does, what the reader is told, the code of the event, and what the browser writes on its
 * console.
 */
export const NETWORK = {
  "no file": {
    file: status(404),
    says: /^There is no file of figures \(\/f.*, status 404\)\..*tell the people who publish this page/,
    code: "status",
    console: /status of 404/,
  },
  "a file that was taken away": { file: status(410), says: /^There is no file.*status 410/, code: "status", console: /410/ },
  "nothing at all, and called fine": {
    file: (_, response) => response.writeHead(204).end(),
    says: /^The server answered without a file of figures \(\/f.*, status 204\)/,
    code: "status",
  },
  "what the browser should have, and has not": {
    file: (_, response) => response.writeHead(304).end(),
    says: /status 304/,
    code: "status",
    console: /304|ERR_/,
  },
  "a request that is not understood": { file: status(400), says: /did not hand out.*status 400/, code: "status", console: /400/ },
  "a login": {
    file: status(401),
    says: /does not hand out the file of figures to everybody \(\/f.*, status 401\)\..*sign in first/,
    code: "status",
    console: /401/,
  },
  "a closed door": { file: status(403), says: /to everybody.*status 403/, code: "status", console: /403/ },
  "a door that is too narrow": {
    file: status(429),
    says: /too many requests.*status 429.*Wait a minute and try again/,
    code: "status",
    console: /429/,
  },
  "a server that has broken down": {
    file: status(500, "text/html"),
    says: /has broken down or is being worked on \(\/f.*, status 500\)\..*Try again later/,
    code: "status",
    console: /500/,
  },
  "a gateway with nothing behind it": { file: status(502), says: /status 502.*Try again later/, code: "status", console: /502/ },
  "a server that is being worked on": { file: status(503), says: /status 503.*Try again later/, code: "status", console: /503/ },
  "a gateway that has waited too long": { file: status(504), says: /status 504/, code: "status", console: /504/ },
  "a way that leads in a circle": {
    file: redirect("/fault.json"),
    says: UNREACHABLE,
    code: "unreachable",
    console: /ERR_TOO_MANY_REDIRECTS/,
  },
  "a way to where nobody answers": {
    file: redirect("http://127.0.0.1:9/figures.json"),
    says: UNREACHABLE,
    code: "unreachable",
    console: [/127\.0\.0\.1:9/, /connect-src/],
  },
  "a way to a login page": {
    file: redirect("/login.html"),
    says: /line 1, column 1: There is a web page where the file of figures should be\. .*login/i,
    code: "file",
  },
  "a connection that breaks off at once": { file: broken, says: UNREACHABLE, code: "unreachable", console: /ERR_EMPTY_RESPONSE/ },
  // To some browsers that is how a server of 1991 answers.
  "no HTTP": { file: gibberish, says: /could not be reached|cannot be read/, code: /unreachable|file/, console: /ERR_/ },
  "headers that are no headers": {
    file: (request) => request.socket.end("HTTP/1.1 200 OK\r\ncontent-length: a\r\ncontent-length: 5\r\n\r\n{}"),
    says: UNREACHABLE,
    code: "unreachable",
    console: /ERR_/,
  },
  "less than was announced": {
    file: cut(GOOD.slice(0, 5000), { "content-length": GOOD.length }),
    says: PART,
    code: "interrupted",
    console: /ERR_CONTENT_LENGTH_MISMATCH|ERR_/,
  },
  "a connection that breaks off on the way": { file: cut(GOOD.slice(0, 5000)), says: PART, code: "interrupted", console: /ERR_/ },
  "a body that does not end": {
    file: endless,
    says: /^The file of figures is larger than this page can read \(\/f.*\)\. (Where this page has plain tables, they can still be read|This page still shows what it showed before)\.$/,
    code: "too-large",
  },
  "a body that is announced as endless": {
    file: (_, response) => response.writeHead(200, { ...JSON_TYPE, "content-length": 2 ** 40 }).write(GOOD),
    says: /larger than this page can read/,
    code: "too-large",
  },
  "what is called gzip and is none": {
    file: raw(GOOD, { "content-encoding": "gzip" }),
    says: /could not be reached|came in part only/,
    code: /unreachable|interrupted/,
    console: /ERR_CONTENT_DECODING_FAILED|ERR_/,
  },
  "gzip that is cut off": {
    file: raw(gzipSync(GOOD).subarray(0, 3000), { "content-encoding": "gzip" }),
    // What came is whole JSON up to a place, as far as anybody can tell.
    says: /came in part only|ends in the middle/,
    code: /interrupted|file|shown/,
    console: undefined,
  },
  "what is called brotli and is none": {
    file: raw(GOOD, { "content-encoding": "br" }),
    says: /could not be reached|came in part only/,
    code: /unreachable|interrupted/,
    console: /ERR_/,
  },
  "what was compressed twice": {
    file: raw(gzipSync(gzipSync(GOOD)), { "content-encoding": "gzip" }),
    says: /cannot be read/,
    code: "file",
  },
  "what was compressed and not called so": { file: raw(brotliCompressSync(GOOD)), says: /cannot be read/, code: "file" },
  "a login page": {
    file: answer(LOGIN, { type: "text/html" }),
    says: /line 1, column 1: There is a web page where the file of figures should be\. .*login/i,
    code: "file",
  },
  "an empty file": { file: answer(""), says: /line 1, column 1.*empty.*Publish the file again/i, code: "file" },
};

/** What comes as it should, and is no publication. */
export const FILES = {
  "text that is not JSON": {
    file: answer("Quarter 4: 70 per cent"),
    says: /Line 1, column 1: .*not JSON.*begins with \{/i,
    code: "file",
  },
  "JSON that is something else": {
    file: answer('{ "temperatures": [12, 14] }'),
    says: /line 1, column 1.*no "kpi" field/i,
    code: "file",
  },
  "a list": { file: answer("[1, 2, 3]"), says: /line 1, column 1.*seems to be a list/i, code: "file" },
  "another version": { file: answer('{ "kpi": "2.0", "indicators": [] }'), says: /2\.0/, code: "file" },
  "a file cut off before its first figure": {
    file: answer(GOOD.slice(0, GOOD.indexOf('"indicators"') + 40)),
    says: /line \d+, column \d+.*ends in the middle/i,
    code: "file",
  },
  "UTF-16": {
    file: answer(Buffer.from(`\ufeff${GOOD}`, "utf16le")),
    says: /line 1, column 1.*seems to be UTF-16.*UTF-8/i,
    code: "file",
  },
  "UTF-16 the other way round, without a mark": {
    file: answer(Buffer.from(GOOD, "utf16le").swap16()),
    says: /UTF-16/i,
    code: "file",
  },
  "nested a hundred thousand times": {
    file: answer('{"a":'.repeat(100_000)),
    says: /line \d+, column \d+/i,
    code: "file",
  },
};

/** What is wrong with an answer and yet does no harm: the figures are there. */
export const HARMLESS = {
  "a picture, it says": answer(GOOD, { type: "image/png" }),
  "a web page, it says": answer(GOOD, { type: "text/html; charset=utf-8" }),
  "no type at all": (_, response) => response.writeHead(200).end(GOOD),
  "another encoding, it says": answer(GOOD, { type: "application/json; charset=iso-8859-1" }),
  "a download, it says": raw(GOOD, { "content-disposition": "attachment; filename=figures.exe" }),
  "a byte order mark": answer(`\ufeff${GOOD}`),
  "compressed": raw(gzipSync(GOOD), { "content-encoding": "gzip" }),
  "a wrong length of what is compressed": (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip", "transfer-encoding": "chunked" });
    response.end(gzipSync(GOOD));
  },
  "in a thousand pieces": (_, response) => {
    response.writeHead(200, JSON_TYPE);
    for (let at = 0; at < GOOD.length; at += 100) response.write(GOOD.slice(at, at + 100));
    response.end();
  },
  "by a detour": redirect("/good.json", 307),
};
