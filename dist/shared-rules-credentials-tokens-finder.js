import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  UNKNOWN,
  locate,
  sliceText
} from "./shared-core-text.js";

// src/languages/decode/bytes.ts
import { constants, unzipSync } from "node:zlib";

// src/languages/decode/binary-formats.ts
function binaryFormat(bytes) {
  return FORMATS.find((format) => format.is(bytes))?.name;
}
function isZip(bytes) {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65557));
  const end = Buffer.from(tail.buffer, tail.byteOffset, tail.length).lastIndexOf("PK");
  return end >= 0 && end + 22 + le16(tail, end + 20) === tail.length;
}
function isTar(bytes) {
  return /^ustar(?:\0| {2}\0)/.test(ascii(bytes, 257, 265));
}
function unreadPacking(bytes) {
  return PACKINGS.find(({ begin }) => begin.test(ascii(bytes, 0, 10)))?.name;
}
var PACKINGS = [
  { name: "bzip2", begin: /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/ },
  { name: "xz", begin: /^\xfd7zXZ\0/ },
  { name: "zstd", begin: /^\x28\xb5\x2f\xfd/ },
  { name: "7z", begin: /^7z\xbc\xaf\x27\x1c/ },
  { name: "rar", begin: /^Rar!\x1a\x07[\0\x01]/ },
  { name: "lz4", begin: /^\x04\x22\x4d\x18/ },
  { name: "lzip", begin: /^LZIP\x01/ },
  { name: "compress", begin: /^\x1f\x9d[\x80-\x90]/ },
  { name: "cabinet", begin: /^MSCF\0\0\0\0/ }
];
var FORMATS = [
  { name: "zip archive", is: (b) => isZip(b) && begins(b, "PK") },
  { name: "tar archive", is: isTar },
  { name: "PNG image", is: (b) => begins(b, "\x89PNG\r\n\n\0\0\0\rIHDR") },
  { name: "JPEG image", is: (b) => begins(b, "\xFF\xD8\xFF") && (b[3] >= 192 || b[3] === 0) && be16(b, 4) >= 2 },
  {
    name: "GIF image",
    is: (b) => (begins(b, "GIF87a") || begins(b, "GIF89a")) && b.length > 13 && within(b, 12, 0, 1) && b[8] !== 32
  },
  { name: "RIFF media", is: (b) => begins(b, "RIFF") && /^(?:WEBP|WAVE|AVI )/.test(ascii(b, 8, 12)) && nearly(b, 4) },
  { name: "TIFF image", is: (b) => begins(b, "II*\0") || begins(b, "MM\0*") },
  { name: "icon", is: (b) => begins(b, "\0\0\0") && le16(b, 4) > 0 && le16(b, 4) < 100 && b[9] === 0 },
  { name: "Photoshop document", is: (b) => begins(b, "8BPS\0\0\0\0\0\0\0") },
  { name: "font", is: (b) => isFont(b) },
  { name: "compressed font", is: (b) => /^wOF[F2](?:\0\x01\0\0|OTTO|true)/s.test(ascii(b, 0, 8)) },
  { name: "MP4 media", is: (b) => ascii(b, 4, 8) === "ftyp" && b[0] === 0 && b[1] === 0 },
  { name: "Matroska media", is: (b) => begins(b, "E\xDF\xA3") },
  { name: "Ogg media", is: (b) => begins(b, "OggS\0") && b[5] < 8 },
  { name: "FLAC audio", is: (b) => begins(b, 'fLaC\0\0\0"') },
  { name: "MP3 audio", is: (b) => begins(b, "ID3") && within(b, 3, 2, 4) && b[4] === 0 },
  { name: "ELF program", is: (b) => begins(b, "\x7FELF") && within(b, 4, 1, 2) && within(b, 5, 1, 2) && b[6] === 1 },
  { name: "Mach-O program", is: (b) => /^(?:[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf])/.test(ascii(b, 0, 4)) },
  { name: "Windows program", is: (b) => begins(b, "MZ") && ascii(b, le32(b, 60), le32(b, 60) + 4) === "PE\0\0" },
  { name: "WebAssembly", is: (b) => begins(b, "\0asm\0\0\0") },
  { name: "Java class", is: (b) => begins(b, "\xCA\xFE\xBA\xBE\0") && be16(b, 6) >= 43 && be16(b, 6) < 100 },
  { name: "Python bytecode", is: (b) => b[1] >= 12 && b[1] <= 15 && ascii(b, 2, 4) === "\r\n" && le32(b, 4) < 4 },
  { name: "object archive", is: (b) => begins(b, "!<arch>\n") && ascii(b, 66, 68) === "`\n" },
  {
    name: "SQLite database",
    is: (b) => begins(b, "SQLite format 3\0") && within(b, 18, 1, 2) && within(b, 21, 64, 64)
  },
  { name: "git pack", is: (b) => /^PACK\0\0\0[\x02\x03]/.test(ascii(b, 0, 8)) },
  { name: "git index", is: (b) => /^DIRC\0\0\0[\x02-\x04]/.test(ascii(b, 0, 8)) },
  { name: "office document", is: (b) => begins(b, "\xD0\xCF\xE0\xA1\xB1\xE1") },
  { name: "Parquet table", is: (b) => begins(b, "PAR1") && ascii(b, b.length - 4, b.length) === "PAR1" }
];
function isFont(bytes) {
  const known = /^(?:\0\x01\0\0|OTTO|true|ttcf)/.test(ascii(bytes, 0, 4));
  return known && be16(bytes, 4) < 256 && (be16(bytes, 4) > 0 || ascii(bytes, 0, 4) === "ttcf") && bytes.length > 100;
}
function nearly(bytes, at) {
  return Math.abs(le32(bytes, at) + 8 - bytes.length) < 64;
}
function begins(bytes, magic) {
  for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic.charCodeAt(at)) return false;
  return true;
}
function within(bytes, at, least, most) {
  return bytes[at] >= least && bytes[at] <= most;
}
function ascii(bytes, start, end) {
  return Buffer.from(bytes.subarray(Math.max(0, start), Math.max(0, end))).toString("latin1");
}
var be16 = (bytes, at) => bytes[at] << 8 | bytes[at + 1];
var le16 = (bytes, at) => bytes[at + 1] << 8 | bytes[at];
var le32 = (bytes, at) => (le16(bytes, at) | le16(bytes, at + 2) << 16) >>> 0;

// src/languages/decode/printable.ts
var STRETCH = /(?:[\t\n\r\x20-\x7e]\0){6,}|(?:\0[\t\n\r\x20-\x7e]){6,}\0?|[\t\n\r\x20-\x7e]{6,}|(?:[\xc2-\xf4][\x80-\xbf]{1,3}|[\t\n\r\x20-\x7e]){8,}/g;
var BEFORE = 4;
function printableStretches(bytes) {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const lines = [];
  let done = 0;
  for (const { 0: stretch, index } of raw.matchAll(STRETCH)) {
    const end = index + stretch.length;
    lines.push(raw.slice(Math.max(done, index - BEFORE), end));
    done = end;
  }
  return lines.join("\0\n");
}

// src/languages/decode/bytes.ts
var INFLATED_LIMIT = 8 * 1024 * 1024;
function decodeBytes(bytes) {
  if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return decodeBytes8(bytes.subarray(3));
  const marked = markedOrder(bytes);
  if (marked) return isPlainAscii(bytes) ? decodeBytes8(bytes.subarray(2)) : decodeBytes16(bytes.subarray(2), marked);
  if (isGzip(bytes)) return decodeGzip(bytes);
  const inflated = isZlib(bytes) ? gunzip(bytes) : void 0;
  if (inflated && inflated !== "too-large") return decodeBytes(inflated);
  if (binaryFormat(bytes)) return binary(bytes);
  const order = utf16Order(bytes);
  return order ? decodeBytes16(bytes, order) : decodeBytes8(bytes);
}
function encodingOf(head) {
  if (binaryFormat(head)) return "binary";
  const marked = markedOrder(head);
  return (marked && !isPlainAscii(head) ? marked : utf16Order(head)) ?? "utf-8";
}
function decodeAs(bytes, encoding) {
  if (encoding === "binary") return printableStretches(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") return decodeBytes16(bytes, encoding).text;
  return decodeBytes8(bytes).text;
}
function binary(bytes) {
  if (isTar(bytes) || isZip(bytes)) return { text: "", encoding: "binary" };
  return { text: printableStretches(bytes), encoding: "binary" };
}
function markedOrder(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  return bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : void 0;
}
function isPlainAscii(bytes) {
  let plain = 0;
  for (let at = 2; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte < 127 && (byte >= 32 || byte >= 9 && byte <= 13)) plain++;
  }
  return bytes.length > 6 && plain > (bytes.length - 2) * 0.8;
}
function textOfBytes(bytes) {
  const order = utf16Order(bytes);
  if (order) return decodeBytes16(bytes, order);
  const text = strictly(bytes);
  return text === void 0 ? { text: asBuffer(bytes).toString("latin1"), encoding: "latin1" } : { text, encoding: "utf-8" };
}
var MOST_INFLATED = 32;
var DEEPEST = 4;
function decodeGzip(bytes) {
  let inflated = bytes;
  for (let depth = 0; depth < DEEPEST && isGzip(inflated); depth++) {
    const inner = gunzip(inflated, Math.min(INFLATED_LIMIT, MOST_INFLATED * inflated.length + 65536));
    if (!inner || inner === "too-large") return binary(bytes);
    inflated = inner;
  }
  return isGzip(inflated) ? binary(bytes) : decodeBytes(inflated);
}
function inflatesBeyond(bytes, { encoding }) {
  return encoding === "binary" && isGzip(bytes);
}
function gunzip(bytes, limit = INFLATED_LIMIT) {
  if (limit < 1) return "too-large";
  try {
    const inflated = unzipSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    return (isGzip(inflated) || isZlib(inflated)) && inflated.length < bytes.length * 2 ? gunzip(inflated, limit) ?? inflated : inflated;
  } catch (error) {
    return error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : void 0;
  }
}
function isZlib(bytes) {
  return bytes[0] === 120 && [1, 94, 156, 218].includes(bytes[1]);
}
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139 && bytes[2] === 8;
}
var STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodeBytes8(bytes) {
  const text = strictly(bytes);
  return text === void 0 ? { text: lineByLine(bytes), encoding: "latin1" } : { text, encoding: "utf-8" };
}
function strictly(bytes) {
  try {
    return STRICT.decode(bytes);
  } catch {
    return void 0;
  }
}
var MOST_SLIPS = 1e3;
function lineByLine(bytes) {
  const lines = [];
  let slips = 0;
  for (let start = 0; start < bytes.length && slips < MOST_SLIPS; ) {
    const found2 = bytes.indexOf(10, start);
    const end = found2 === -1 ? bytes.length : found2 + 1;
    const line = strictly(bytes.subarray(start, end));
    if (line === void 0) slips++;
    lines.push(line ?? asBuffer(bytes.subarray(start, end)).toString("latin1"));
    start = end;
  }
  return slips < MOST_SLIPS ? lines.join("") : asBuffer(bytes).toString("latin1");
}
var ASCII_STRETCH = {
  "utf-16le": /[\t\n\r\x20-\x7e]{20,}(?!\0)/g,
  "utf-16be": /(?<!\0)[\t\n\r\x20-\x7e]{20,}/g
};
function decodeBytes16(bytes, encoding) {
  const bigEndian = encoding === "utf-16be";
  const parts = [];
  let at = 0;
  for (const { 0: range2, index } of asBuffer(bytes).toString("latin1").matchAll(ASCII_STRETCH[encoding])) {
    parts.push(utf16(bytes.subarray(at, index), bigEndian), range2);
    at = index + range2.length;
  }
  parts.push(utf16(bytes.subarray(at), bigEndian));
  return { text: parts.join(""), encoding };
}
function utf16(bytes, bigEndian) {
  const whole = bytes.subarray(0, bytes.length & ~1);
  return bigEndian ? Buffer.from(whole).swap16().toString("utf16le") : asBuffer(whole).toString("utf16le");
}
function utf16Order(bytes) {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 4) return void 0;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.05) return "utf-16be";
  return void 0;
}
function asBuffer(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/secrets/rarity-table.ts
var LEVELS = [2.4, 5.3, 10, 16.5];
var TABLE = [
  "F1VVVRRV6gaVKSFBlSo6Ko7jKH+PmtOiONqekrKiGl6mplWWKVBVJSkqLo7iJLvLytZjNMqe4rKyOl+x91rWalBWpio/Pv/jN/eLisYWddbuYqLiPr7m",
  "tujonIqr+C0aJtvSJ3obZZpVMgWloqK1KU6mumX9fq7v7C8qXq/iVruKyINVkYKdYvOwKo5l5mqqaTFXuisWK9/TXr/Lz8OqfOjuZaLxZgmUdKiovUmr",
  "1Cs+HZ+ia3ZeVFVVUVSpEGRmlEmpamW9OMrX7V0yT5NmRX9TQUVWWVidUJjhRQhlaenQXdcX9V4vIl/lZbuDhptXeNTeaWlrhEqZavz47Y/b7E8mHZfV",
  "ZXtTVcmRZVWdgKLyVVy2OwmZmZYKqUmVFlaVQKWSioOmcdTuqPr3uT6zfxSUWFUWpkkmS2eVQnuXjcaqeZWuWSSqhBnsbbzcvI/b9Q1dWUfk0X/TicqX",
  "tZbZVFG2VR15e6i4fIp+6XFRVVVFUaVmoNkRNpCapfLjaFv2N6h5XYhi+Q5qKpqiJaqGUZViKmWZoZayKU6hNqlZbRaSqRoqamqiFXtWVe0RZWG+9PP3",
  "f7+zPyVkaFVX6S0vP+bzaz5HisqatZntYWGmKmqpamSZKYFTVFkqWkvSVKqX6u/H+s39orKzKq7hJ068XZov7R0qWY/iZHdqZYkSKvBbtKLyeq7qe6go",
  "bYaXrkoSFW+GRlmSmtVndOB5oaKxaaqm10VVVRVFlZqVqkrYRKlTiJqWaZnusfO1NZ/yO2EpaZKCqUpWaVuYkLYWWcoieZXapGKlWUqmJmSobJVX3R0V",
  "uV/Ege3Fj9/+uM39lJKhVR11d7z8vM+fuA0FamPWZrqDVYlpqaWqZWW2QUlVKolpbUpHzJ6qv5/rO/vHys6mvIrfePeWalmZO+24fIqHqW5VeQ/VgP7C",
  "isqrtanvkaCxGR66KklUvBkaZUmhZl/VleuGisqmqZpeF1VVVRRValZVbWESlQVqJo5xaX+DmtflKNbvpaLxaE6mdxWValFCVgtqLYviJb/XzsqWetre",
  "YeKyKmm2e0jValFHpRc/fvvjOvuTiopmuZjepqJzdr3mc6jorEqb/QoWZqqmkrqmldkGNUVkoKa1KU01e6r+fq7v7B8mN2vhVX6TmdeW1dLeoKL0ak2a",
  "a0WZHVVX+xsbOq/Xmb6HisZqOOnaJab1ZKiFJqWVXaFb7gsqGpuiKnpdVFVVUVSpXVh61A2Ub9R4ecpT3F5mG5ezRX6SltmnaZmuWJhlhQxYWeTwfMtX",
  "/B0/Jl/xdHmHis+reNreZRlrRR3Jn/z8/c/f7E8ZFpflontDRoqStVWOgZOzFWzmOwmUaZYGpZqWpEvIFKVGSteiNNHuaPr7+r1zP1SVaFVGlklmW6uW",
  "QrpDicVaOdCZWWF3lQ2cLfz8vI+b+g4ZGZvh0X/XyMfb4dPrVGG1VR1aL7V4rJqn5XFRVVVFUaVmpIlRG1GlkKKiKFqmO5g5XZpW+QoaJpqmYaqWkN5W",
  "O5Sp1OPyZB/2N6gYaZaWqRkqKlqiVXtaRLwjerV38eO3P25zP6RkaFWX6R0rP6/xG39HitqatZDuZFGmFmqpapnaLZWTWV4qUpvSVaqX6u/n+s39oqKz",
  "Kq7mN6lonVpmbkUqHp/VoXerla0SOfR/sKLyaq3mO2RobIaHrkomGm+GSlliqsqretq+oaKxaaqm10VVVRVFlZqVZkvcRHVVioqiKIXepeZ0IZrlO2io",
  "aYqWqUpKql/UgJmTSsqmMYXa5bLyaE76N6WpZVYa3V4V9V/gkf3Fj9/+uM39lJKhFV2lt6j4rI6v+RwqeqvWVn+DisqadJnvlVW3RU5UNqlpLEpTzF6q",
  "f5/rN/fLys6utJrvpPe1ar21d6govYoT7iUqOU7V1H/RisrruaLvoKKxGl66IolgvBkqaUmpql/ZpeeGisKmqKpeF1VVVRRValaVHWFT1SVqapriZbqH",
  "mdOhYJavpIWiJkqlahipbZVClhpqaZviFW6DipVmaIWaoaKiJlq1Z1WUGhFG9hc/fvvjNvdDQoZWdJneoaGzKV2mc6jorUqb/Q4WFmphVnpWldkRNETt",
  "oaaxaU2xe6n+Pq7v7B8qKqviWnqTjdeKqebudJPRVR51Z1GVbmADux4rKq/War6HisZqeOmaJFHxZmiUJSWZfSlHbgsqKpumanpdVFVVUVSpXGm1hF2o",
  "a+H8ONqX7A0qHpPmVX+DxYlXddXdaZm6yQ5Za6nwfN4X/Rx1BluUFZaGioqqaMWeZFWyRVqZnvz43I/b7B8aGmflZrtTRcqRqZXekePyVWy2e1mEmZYa",
  "pZ6qupvoVeqCjdbWcZCulvr3+b6zP1VUXVVWmVkRRVaWhb6CjYeXedVOaqmrUR7tavz4/N/f+h0qEpvhJWvSicnrtZLaUGWmVV1lary8vN7/+nZRVVVF",
  "UaV2pNUFN1VVkaKSKEqhd5goTYoW6UkZJVqVZWqWVKZmKaWpoYJiKF6hNqlYaZVSqQkpKlqhVXYWVeQVqVG58eO3P25zP1VkaFVH2Q0VKUaSVilCispW",
  "oJneZBFmWRqUZlFZXKZTlBwmGorSVGqX6u/n+s39UGFiFRmVJplprUpK6A4mGprmVGZaol0VNnS2oaLyKq3me2hoTJYXrkoSFW+GRllSlZlWdZVpoaKx",
  "aaqm10VVVRVFlYqUUVvYRFaBioqmeJnuQeZ0KRrlO6ihqIoWqYpKqZvkgBaXWcuieMbvlGa1WUqmami4rYVW3V0VqUvYlbrGj9/+uM39oKJiSW6mt6no",
  "bIqr+QwpamvSYrqHhomqqJXuVFVlRU1RaqhobEpT7V6qv5/rN/eDisqquIXeZLe1Zbype6lovIJT6UhZVkfF1WbFisqrsZrvoaKxGV62JklUvBkaZUlV",
  "apnWZeaGisamqZpeF1VVVRRVakaamWEClQUqap7yZXrH2tPleMbfVJLxWR5mOxWZaWVCZglpGYvWFbtDisqrOJndoaKmKlq1Z0WUWlEJphI/fvvjNvdT",
  "hsZWuejdkJLiJm6mM6iorEmb/V0WZqamVrpGZJhWVVWYoJawVU61e6n+fq7f3F8qKiviVjqTmdeq9abttOLwWR62V1WUWVAHexorOq/nq76HisZmOOmq",
  "ZKLxZqiEJZqavWVbngcqCpulanpdVFVVUVSpWWlRhE2kVXj4KEaX7R0mDoeCWb6ThoqmaZmqZGSqRQ5oaqiVLIpnuE1qRFukZKqGioqWaNWeJVWvhB2o",
  "Xvz47Y/b3A9CaprlpLKTSsqWuarO4fPzKr7jN1iYaJpK6VmFV1bUBKmGi9aiONHfpfr3uX5zP1ioqYVW6Y1mVqfWW7uTisaqcUWaalWphA34H6yovFqr",
  "+h4qGpvhpauSRMWboVGWZKZmWQ2pLqhobJqq6XVRVVVFUaVmldlBNlGpoaLiKF+ie/08bM5n/Q0pKlqWYXeTUZlWKVCV9uPzPF/2O6mpbZpX6RoqLq/i",
  "KrtXVKkVlVA68fP3P3+zP6lkfJaH7i0pOpviaj6Hit6qtNrvoaKyK1/mZ1WVbVADlRpqGkviKLur6u/r+87+paKyKq6iN5llbFkv2Q4mGp/mYLtGRZlF",
  "deB3sfPzP773e6hprIZTrk4mGq+WWqpSqNqHdaW1oeKxKapm10VVVRVFldpGpVedRJYDiU5zfVTeYfIxfVv1O1VYbJqX3EmFWVdkUFVTD8+3fdHvpCbh",
  "VU+2c6h4bIFW7W1C+YvY0e7Kj9/+uN3+pKJyZS52dxmkHIlb5RkZPR/FpnuTVVlmaWSeaVQ2gFyYH+koaBUH7Z2qv5/rO/tThclUZaCdZKOxZSmkJ1Qk",
  "aEoH7Z2VZpuMwK7Wz8qf+drvlKG1RC25K5VUvFpbqggVWR/lofuGi8dm+JpeF1VVVRRVakaeaXERmRkpKpKiJJqDyNfhaOTvoYKialaqKgnpalJSmhpm",
  "KYvkFE6DmtVmJZmq8fPzKVb1c0nYXlESuhc/fvvjNveHiIlmuand8vLzPr/2N6SorUmb6U4WZqqikqqmlc0RNZSpZdPyNE71d6n+fq7f3G8rP7/zar+T",
  "jddZ6dXdtPPxKV+2d1LVLmED/wcnKq/War6HmsZmOemqZILxZqiUJZlWaZVTXhsqGpumanpdVFVVUVSpWWlmhFiUZqSoJIpW6B0mSpeiVXpShomWaZma",
  "VFSmlQlJaaigKIpTqE0qVlqlVGpCiopWaJWdVFWpBRWZXvz47Y/b3E8VGVrVUXaDksqmuZXckaKyZimmO1mEWZYGpVlVZRaUFGWGiZamNJXapfr7uX5z",
  "P1SYWEVGpUlmWlqWRrqDiYamOZWZoqLyaq76e6iovEqr+R4aGpvlpKuSRMWboVGWVGWmVV1lWqhobJqq6XVRVVVFUaV2ZJkVYlFZofLjKV/2d+08bc9X",
  "/E0aFp/lYXZDUFVWVWSpkNHzKF/yO/xsfNqT9R0qLqviantHRKkWpVFq8eO3P26zP2VUfFVH1g0aKavjZzqDhsenuNjdkJKyZi6ld1WVVVEWVAknH1/i",
  "VL+j6u/n+s7+obKxGq7lN6l4rVpq6Q41CV/VYXdWVJkCtrSq8dPzf777e6horIqTLk4mGi+GSlpSVl1WseX9oaJxKaql10VVVRVFlZoVYUbcRWWGiYqm",
  "eInesvO0LU/mO6SoiIqm6U5GplpYgFWXSsumeMrepKb1Kg6hK6SobIVn2V1V4VuQhenJj9/+uM39pKKiZh62c6z8rI6r9Qw1P2/iU7+HismquJnvFZmm",
  "RE1hauh8XIuX/Z6qv4/vN/uTiNqquVnuVGOyFa11N2hobIrT6W1UZRvJ5PrSiM5rtarv4tKyKp66OplovBkqZYmhaRvYofuCisqmqZZeF1VVVRRValKW",
  "GGETZSoqKZriYLrX3uP2dNrvoZGiKqqqOxmZfmFCWlpqLYviJb+HmsarOJmupJGyFUp1Z4WVb0FW9ic/fvvjNvdDCoZWdZnepeGzen7qc6jobUqr/R4p",
  "ZqqmVrpXlZkFJZWlYKK1JE6ye6n+fq7f3B8vP+/zK3+jmdfatZbusbPyaF2mdxTVfVFTuworKq/jqr6Hi8eqOOrqZKb1ZqikJplebSlXnw8uJmfWpXpd",
  "VFVVUVSpWWl1iE5YN1FZFVVH5W43D9P3Rb+XQ8SnddSdlJXqiQ1lWqnxfdpb/Q59Q1/1Zb+CSopWaNWeVVSviA3Ymvz47I/X7E8mGpLlVXqDRdlRtZGu",
  "gNL3UijWewVVWFUW2paaamfpBGpSRZXicdTepfr7uX5zf1SUXFFW9UkmH4eZhb5TRcGXdJBtVVWigBmpaqzovJ6T+B4ZGpvhoauSgNqnpYLqZGKlVV2V",
  "LpV4rZWq6XFRVVVFUaVmpZkSNpGqkaKSKEqhN5l4XZpG+UoZJhqWVWqSpdoSO/SaoZayaV6lNqlYbZaWiQopKVqhVXtWQJ0meWC78eO3P25zP1VkaFVH",
  "2R0aKZviVmpDisqapZjuZBFiWhqUakraDFUTmV1iWpvVVbuX6u/n+s39UGFiFVmVJolpjVpa6Q4mGormVWpalZpSdWVrsaLyaq3qM2RoXIZHrkoSFW+G",
  "RlmSmYpWdaW5oaKxaaqm10VVVRVFldqVZUfdhBlGioqmKJnuYaJ0KVqlJ6mkKJaSqRkIKo/p0KqCWsqieIXaoGKxWUqiqrj4vIqr7q1WtUvYwanFj9/+",
  "uM39pKKiWS4qN2jobJqL6h0ZKmvSZrpTSsWmtaTdmqZ7EY5la6hoLEpXqV6qv5/rN/eHisqquKreYKe1am21O6govYpXqWlVVVrIkKqGisqrtJrvoKax",
  "GV46aplJvQlqqEkmZlrRleqGisqmqZpOF1VVVRRVagaKbqAGphopKomiFHrXzsPhdFbvhGGiaVqmZgqafqSCqk5qKZviUWqTitViKZmqoaaiKlqxZ0XU",
  "bZAHdhs/fvvjNvdTRYZWdZTdoaGyaW6lYqSoLVmb6Q4WYaalQamipakWIVGpsfLyOI72e6n+fq7f3A8VJlaVVWmSmZaWpZDtlOLxWk62O1CZKWVDulYr",
  "Kq/nqr5HhsZmeOiqZKbxaqiFJJmJKVVXqhsqGpumanpdVFVVUVSpXGV5REVpqmSoaIqT6B07T4fjWb9DiopqKanqlVS6lAlVeailLIpXuB0qVl/hZLaW",
  "ippqaMWeqqW/im3qrvz47Y/b3E8pGVnVVXqHis6itFnegeO2EXz3e0iYqZYqal6VZVfYFKXWytNndNHvpfr7uX5zf2iYrIZX6E12HlvVR7qXisKreeWu",
  "FSUigFzpWqyovEqr+R4mSqvhpKuTicaboZKWUGWmVV1laqi4bJqa6nZRVVVFUaVWqdlVN6FqkaKSKFqhd5goXYoW6QkZJlqmZWpSoe5mO6S6pZKiKR6l",
  "NqlYaZVSqRkqKlqhFXumie0WcbW78eO3P25zP2VkaFVH2V0qKpvmZnpHisqapJnuYBFiWiqUKmlpaUFXpRomWprSVGqX6u/n+s39UGFiFVmVJolpWFUa",
  "2UkmGprmVGpWhZkBNqSqsaLyKq3me2RobIaHrkoSFW+GRllSmZlWdZW60eNyaL5qFw=="
].join("");

// src/secrets/rarity.ts
function wordiness(text) {
  if (text.length === 0) return 0;
  const chance = text.length * Math.log2(alphabetOf(text));
  return (chance - costAsWords(text)) / text.length;
}
function costAsWords(text) {
  let bits = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    if (/[A-Za-z]/.test(piece)) bits += PIECE + costOfWord(piece.toLowerCase());
    else if (/\d/.test(piece)) bits += NUMBER + piece.length * Math.log2(10);
    else bits += SEPARATOR * piece.length;
  }
  return bits;
}
var PIECES = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z0-9]/g;
var PIECE = 1;
var NUMBER = 4;
var SEPARATOR = 2;
function costOfWord(word2) {
  let bits = 0;
  let before = 0;
  let last = 0;
  for (let at = 0; at <= word2.length; at++) {
    const code = at === word2.length ? 0 : word2.charCodeAt(at) - 96;
    bits += costOf(before, last, code);
    before = last;
    last = code;
  }
  return bits;
}
var BYTES = Buffer.from(TABLE, "base64");
function costOf(before, last, next) {
  const index = (before * 27 + last) * 27 + next;
  return LEVELS[BYTES[index >> 2] >> 2 * (index & 3) & 3];
}
function alphabetOf(text) {
  if (/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text)) return /[a-f]/i.test(text) ? 16 : 10;
  return CLASSES.reduce((size, [pattern, count]) => size + (pattern.test(text) ? count : 0), 0);
}
var CLASSES = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^A-Za-z0-9]/, 8]
];

// src/secrets/names.ts
function namesSecret(name) {
  return STEM.test(name) && judgeName(name).says !== "other";
}
function judgeName(name) {
  const words = beforePreposition(wordsOf(lastSegment(name)).map(withoutDigits).filter(Boolean));
  if (words.length === 0 || words.length > MOST_WORDS) return other("it is no name of a setting");
  const exception = EXCEPTIONS.find(({ holds }) => holds(words));
  if (exception) return other(exception.reason);
  const at = words.findLastIndex((word3, index) => isSecretWord(word3, words[index - 1]));
  if (at === -1) return other("no word of it means a secret");
  const after = words.slice(at + 1);
  const word2 = words[at];
  if (after.every((one) => QUALIFIERS.has(one))) return { says: "secret", word: word2, reason: `\`${word2}\` means a secret` };
  const last = after.findLast((one) => !QUALIFIERS.has(one));
  if (THINGS.has(last)) return other(`its last word is \`${last}\`: it speaks about a secret`);
  return { says: "maybe", word: word2, reason: `\`${word2}\` means a secret, but \`${last}\` follows` };
}
var SECRET_STEMS = "pass|pwd|p(?:w|at)(?![a-z])|p(?:w|at)(?=value|string|text|plain|raw|literal|content|data|base64|b64|prod|dev|stag|live|test|old|new|current|previous)|kennwort|wachtwoord|contrasena|senha|secret|token|key|credential|psk|bearer|mnemonic|masterauth|salt|conn(?:ection)?[-_]?str";
var STEM = /pass|pwd|pw|kennwort|wachtwoord|contrasena|senha|secret|token|key|credential|pat|psk|bearer|mnemonic|conn/i;
function wordsOf(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}
var MOST_WORDS = 12;
var other = (reason) => ({ says: "other", reason });
var lastSegment = (name) => name.slice(name.lastIndexOf(":") + 1);
var withoutDigits = (word2) => word2.replace(/\d+$/, "");
function beforePreposition(words) {
  const at = words.findIndex((word2, index) => index > 0 && PREPOSITIONS.has(word2));
  return at === -1 ? words : words.slice(0, at);
}
var setOf = (words) => new Set(words.split(/\s+/));
var PREPOSITIONS = setOf("for of to from with by");
var EXCEPTIONS = [
  {
    reason: "it is a token against doing a request twice, or of a place in a list or a text",
    holds: (words) => words.some((word2, index) => word2 === "token" && PLAIN_TOKENS.has(words[index - 1] ?? "")) || words.some((word2) => RUN_TOGETHER.test(word2))
  },
  {
    // https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
    reason: "it is a token against doing a request twice",
    holds: (words) => /^(?:aws )?client (?:request )?token$/.test(words.join(" "))
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-customresource.html
    reason: "the service token of a custom resource is the ARN of what serves it",
    holds: (words) => words.join(" ") === "service token"
  },
  {
    reason: "it is a switch, a list of what to do, or does something with one",
    holds: (words) => words.length > 1 && VERBS.has(words[0])
  },
  {
    reason: "it says that it is public, or an example",
    holds: (words) => words.some((word2) => PUBLIC.has(word2))
  },
  {
    reason: "browsers get such keys from the pages that use them",
    holds: (words) => /key|token/.test(words.at(-1)) && words.some((word2) => OF_PAGES.has(word2)) && !words.some((word2) => /secret|private|server/.test(word2))
  },
  {
    reason: "it is a token that is traded, not one that opens something",
    holds: (words) => words.some((word2, index) => word2 === "token" && COINS.has(words[index - 1] ?? ""))
  },
  {
    reason: "it names a Secret of Kubernetes",
    holds: (words) => /^existing |(?:^| )(?:image )?pull secrets?$|(?:^| )existing secrets?$/.test(words.join(" "))
  }
];
var PLAIN_TOKENS = setOf(
  `starting continuation next page pagination cursor resume previous idempotency creation change lock sequence dedup
  deduplication task csrf xsrf antiforgery push fcm apns cancellation stop special design syntax eos bos pad unk sep cls mask no without`
);
var RUN_TOGETHER = /^(?:next|prev|previous)?(?:page|sync|resume|continuation|pagination|csrf|xsrf)(?:middleware)?token$/;
var COINS = setOf(
  `usdc usdt dai weth wbtc eth erc20 erc721 nft lp reward rewards staking stake staked governance quote native wrapped
  collateral mint minted spl underlying farm swap`
);
var VERBS = setOf(
  `fetch get load find lookup retrieve resolve decode decrypt verify check validate parse delete remove revoke
  manage create enable disable require use has is ssm allow rotate generate reset skip ignore hide show include exclude
  inherit forget forgot update no without should can`
);
var PUBLIC = setOf("public pub publishable example sample dummy fake placeholder fixture fixtures mock mocked stub");
var OF_PAGES = setOf(
  `map maps gmap gmaps bing googlemaps maptiler analytics flickr giphy tinymce amplitude mixpanel posthog hotjar
  typekit recaptcha hcaptcha turnstile fullstory cookiebot`
);
function isSecretWord(word2, before = "") {
  if (SECRET.has(word2) || COMPOUND.test(word2)) return true;
  if (word2 === "salt") return /^(?:auth|nonce|in)$/.test(before);
  if (/^str(?:ing)?$/.test(word2)) return before === "connection" || before === "conn";
  return /^keys?$/.test(word2) && KEYS.has(before);
}
var SECRET = setOf(
  `password passwords passwd passphrase passcode passwort kennwort wachtwoord contrasena senha pass pwd pw secret secrets
  credential credentials apikeys token pat psk bearer mnemonic rootpw userpw connstr connectionstring sharedsecret requirepass masterauth`
);
var COMPOUND = /(?:password|passwd|passphrase|(?:api|secret|access|private|auth|license|signing|encryption|shared|master)key|token|secret|credentials?|pwd)$|^(?:db|user|root|admin|my|mysql|pg|ftp|smtp|imap|mail|redis|sudo|key|store|trust|http|ldap|proxy|sql|ssh|su)pass$/;
var KEYS = setOf(
  `api access secret private encryption encrypt decryption decrypt signing sign signature master auth authentication
  authorization account shared preshared psk hmac aes jwt license licence activation app application service admin
  session cookie webhook integration ingest ingestion write subscription consumer registration recovery unseal join tsig
  datadog dd sendgrid stripe openai anthropic mailgun newrelic deploy root`
);
var QUALIFIERS = setOf(
  `value string text plain plaintext raw literal content contents data base b64 base64 old new current previous primary
  secondary default live prod production dev development stage staging qa uat test v rw ro`
);
var THINGS = setOf(
  `url urls uri uris endpoint endpoints host hostname domain port file files filename path paths dir directory folder
  location mount volume address server proxy registry
  name names key keys id ids arn arns guid uuid ref reference alias label title description hint prompt message username
  user account owner principal identity group namespace
  lambda function queue topic bucket table stream stack role pool layer machine handler cluster instance alarm event bus
  pipeline job workflow project repository repo branch tag commit image region kms ssm parameter parameters store manager
  source backend engine service provider vendor issuer audience scope scopes
  class encoder decoder encrypter encryptor factory resolver interceptor filter middleware validator generator converter
  parser client plugin module driver adapter helper library package component controller extension strategy
  length len size count counts min max ttl expiry expires expiration expire lifetime duration timeout age days hours minutes
  seconds interval rounds iterations strength attempts retries limit limits budget usage per window unit units bytes bits
  type kind format version versions algorithm alg method mode encoding charset spec pattern regex template policy policies
  rule rules requirement requirements characters alphabet
  enabled enable disabled required require optional rotation reset resets create recovery change changed set exists present
  valid validity protection encryption status state login authentication auth option options config configuration settings arguments args
  field header param input output column index map list env var variable variables selector prefix suffix
  hash hashed digest checksum fingerprint binary encrypted cipher ciphertext keyid stdin`
);

// src/secrets/placeholders.ts
function isPlaceholder(value) {
  return stutters(value) || SAYS_SO.test(value) || CAPITALS.test(value) || MASK.test(value) || isRepetitive(value) || isSequence(value);
}
var alternatives = (...parts) => new RegExp(parts.join("|"), "i");
var word = (words) => `(?<![a-z0-9])(?:${words})(?![a-z0-9])`;
var SAYS_SO = alternatives(
  // What it is.
  "example|placeholder|redacted|dummy|sanitized|changeme|change[-_ ]?(?:me|this|it)|not[-_ ]?(?:a[-_ ]?)?(?:real|set|used|needed|required|valid|secret|so[-_ ]?secret)",
  word(
    "mock|mocked|fake|sample|masked|hidden|omitted|todo|fixme|tbd|tba|n/?a|foo|foobar|bar|baz|qux|lorem|ipsum|bogus|stub"
  ),
  // What to do.
  `(?<![a-z])(?:your|replace|insert|enter|fill|put|set|add|provide|paste|use|generate|update)[-_ .]?(?:me|this|it|in|here|your|own|with|value|values|secret|token|key|password|pass|api|at|by|from|the|to)(?![a-z])`,
  "(?<![a-z])your[-_. ]|(?<![a-z])look[-_ ]it[-_ ]up|(?<![a-z])override[-_ ](?:me|this|at|in|by)|(?:key|token|secret|password|value)[-_ ]?(?:goes[-_ ]?)?here(?![a-z])",
  // What for: the key that a framework asks for while an image is built.
  "(?:build|ci|test|tests|compile|compilation|collectstatic|precompile|precompilation|dev|local|development)[-_ ](?:time[-_ ])?only|(?:only|just)[-_ ](?:for|in|at)[-_ ]|for[-_ ](?:build|testing|tests|ci|collectstatic|precompile)(?![a-z])|at[-_ ](?:run|build|deploy)[-_ ]?time"
);
var CAPITALS = /^[A-Z]{2,}(?:\.[A-Z]+)+$|^(?:INSERT|REPLACE|CHANGE|YOUR|ENTER|PUT|SET|ADD|MY)_[A-Z_]+$/;
var MASK = /^__.*__$|^\*{2}[^*]+\*{2}$|abcdefghijklmnopqrst|^(?:\*{3,}|\.{3,}|-{3,}|_{3,}|#{3,}|x{3,}$)|x{5}|\*{3}|\.{3}|\u2026|(.)\1{6}|(.{2,4})\2{4}|^<[^<>]*>$|^\[[^\]"']*\]$/i;
function stutters(value) {
  let same = 0;
  for (let at = 1; at < value.length; at++) if (value[at] === value[at - 1]) same++;
  return value.length >= 8 && same > value.length * 0.45;
}
function isRepetitive(value) {
  return new Set(value).size <= 2 || /^(.{2,5})\1+$/i.test(value);
}
function isSequence(value) {
  if (value.length < 6) return false;
  const plain = value.toLowerCase();
  let covered = 0;
  for (let at = 0; at < plain.length; ) {
    const length = longestRun(plain, at, KEYS_IN_A_ROW);
    if (length >= 3) covered += length;
    at += Math.max(1, length);
  }
  return covered >= plain.length - 2;
}
var KEYS_IN_A_ROW = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789abcdef"
].flatMap((row) => [row, [...row].reverse().join("")]);
function longestRun(text, at, rows) {
  let longest = 0;
  for (const row of rows) {
    let length = 0;
    const place = row.indexOf(text[at]);
    while (place !== -1 && place + length < row.length && text[at + length] === row[place + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}
var COMMON_PASSWORDS = new Set(
  `pass passwd password passw0rd p@ssw0rd password1 password123 pwd secret secret123 postgres postgresql mysql mariadb mongo
  mongodb redis rabbitmq elastic minio minioadmin minio123 localstack root toor admin admin123 administrator test tests testing
  test123 guest user username default sa dev development docker demo qwerty abc123 1234 12345 123456 12345678 123456789 letmein
  welcome welcome1 supersecret topsecret s3cret mypassword mypass mysecretpassword hunter2 changeit superuser wordpress
  vagrant ubuntu oracle cisco grafana jenkins sonar nexus keycloak hello monkey dragon iloveyou`.split(/\s+/)
);

// src/secrets/by-chance.ts
function isDrawnWithSigns(value) {
  if (value.length < 12 || !KINDS.every((kind) => kind.test(value)) || /\s/.test(value)) return false;
  if (wordiness(value.replace(/[^A-Za-z0-9]+/g, " ").trim()) > -1) return false;
  const brackets = value.match(/[()[\]{}]/g) ?? [];
  return brackets.length > 0 ? !areMatching(brackets) : new Set(value.match(/[^A-Za-z0-9]/g)).size >= 3;
}
var KINDS = [/[a-z]/, /[A-Z]/, /\d/];
var CLOSED_BY = { "(": ")", "[": "]", "{": "}" };
function areMatching(brackets) {
  const open = [];
  for (const bracket of brackets) {
    const closing = CLOSED_BY[bracket];
    if (closing) open.push(closing);
    else if (open.pop() !== bracket) return false;
  }
  return open.length === 0;
}

// src/secrets/documented.ts
import { createHash } from "node:crypto";
function isDocumented(token) {
  return HASHES.has(hashOf(token));
}
function hashOf(token) {
  return createHash("sha256").update(token).digest("hex").slice(0, 24);
}
var DOCUMENTED = {
  "the account key of Azurite, the emulator of Azure storage": ["0011cc25eb4320717494d270"],
  "the key of the emulator of Azure Cosmos DB": ["aa6547439583c3a275d4542a"],
  "Stripe, API reference and quickstarts": [
    "2cafc0970149a84f3b9e62ea",
    "f2d6ca16515033e5dce14eba",
    "7e8de44ea9ecf6d53415c90f",
    "69e5a07ccf06bc5ae16c94f4",
    "2d1f7723aabc5c7a51fcdc24"
  ],
  "Slack, token types": ["1c6c50676162a76339c5a550", "60c2276a452dbd1213ea75d7"],
  "Google, API keys": ["ac9265e56c79b234607ec72c", "d595943ef9e36bf1bf1bce4f", "44b9f0d854dcf2010396ed1f"],
  "Google, the test key of reCAPTCHA v2": ["f5e95c9954635b65acab57e6"],
  "Telegram, bots": ["0b5dd075ccdd03c42f4edda8", "654b2b06319049d0321a339b"],
  "SendGrid, API keys": ["02091175c1ae3023fb1e92ff"],
  "GitHub, REST API": [
    "82e74299544e00738f9c0acb",
    "bc3ae723f57c6b9e3fd80b69",
    "3543c50b0cb9cea8e55eb1f5",
    "77da7aa560f8ecb158338a51",
    "797c0ce414586cc8eb6929af",
    "6d7fa4e64d4b1f3ea31962e2"
  ],
  "Discord, reference": ["02f7ce3c263f85c019eeeeea"]
};
var HASHES = new Set(Object.values(DOCUMENTED).flat());

// src/secrets/not-secrets.ts
var fits = (...patterns) => ({ value }) => patterns.some((pattern) => pattern.test(value));
var NOT_SECRETS = [
  {
    id: "length",
    reason: "it is too short or too long for one",
    holds: ({ value }) => value.length < 5 || value.length > 4096,
    examples: ["", "abc", "x1y2"]
  },
  {
    id: "unknown",
    reason: "a part of it is put in elsewhere",
    holds: ({ value }) => value.includes(UNKNOWN),
    examples: [`a${UNKNOWN}b-secret`]
  },
  {
    id: "document",
    reason: "it is a text of several lines",
    holds: fits(/\n(?!$)/),
    examples: ["crds:\n  enabled: true\n"]
  },
  {
    id: "connection-string",
    reason: "it is a list of settings, each with a name of its own",
    holds: fits(/^[A-Za-z][\w ]{1,30}=[^;]*;\s*[A-Za-z][\w ]{1,30}=/),
    examples: ["Server=db;Database=shop;User Id=sa;Password=x"]
  },
  {
    id: "sealed",
    reason: "it is encrypted or a hash",
    holds: fits(
      /^(?:ENC[[(]|\{cipher\}|\$ANSIBLE_VAULT|AQ[EI]CA[HA]|vault:v\d+:|pbkdf2[_:]|-----BEGIN PGP MESSAGE|gAAAAA|age1|sha(?:1|256|384|512)[:$-])/,
      // Sealed Secrets (the length of what RSA encrypted goes before it), Laravel, MySQL, PostgreSQL, Werkzeug, phpass.
      /^Ag[A-D][A-Za-z0-9+/]{300,}={0,2}$|^eyJpdiI6|^\*[0-9A-F]{40}$|^md5[0-9a-f]{32}$|^SCRAM-SHA-\d+\$|^scrypt:\d+:|^\$[PH]\$/,
      /^(?:\{(?:bcrypt|SSHA\d*|SHA\d*|MD5|CRYPT|argon2\w*|pbkdf2\w*)\})?\$(?:2[abxy]?|1|5|6|7|y|argon2\w*|pbkdf2[\w-]*|scrypt|apr1|bcrypt[\w-]*)\$/i,
      /^\{(?:SSHA\d*|SHA\d*|MD5)\}/i
    ),
    examples: [
      "ENC[AES256_GCM,data:abc]",
      "$2b$12$abcdefghijklmnopqrstuv",
      "{cipher}FKSAJDFGYOS8F7GLHAKERGFHLSAJ",
      "{SSHA}abcdef0123",
      `*${"6BB4837EB74329105EE4".repeat(2)}`,
      `AgBy${"3i4OJSWK8PiTySYZZA9rO43c".repeat(20)}`,
      "SCRAM-SHA-256$4096:abc"
    ]
  },
  {
    id: "interpolation",
    reason: "it is put in when it is used, by a template or a shell",
    holds: fits(
      /[$`]\(|`|%env\(|\\\$|\$\{|\$\$?\[|%\w+%|\{\{|\{%|<%|#\{|%\{|\\\(|@@?\w+@@?|\$\$\w+\$\$/,
      // shell, Windows, Jinja, ERB, Ruby, Swift and jq
      /^\{[\w.$:-]*\}|[^\w]\{[A-Za-z_]\w*\}/,
      // Python, C#
      /(?:^|[^A-Za-z0-9])%(?:[sdvq]|\(\w+\)s)(?![A-Za-z0-9])/,
      // printf
      /(?:^|[\s:=/"'(,;{|&.-])\$\w|\$[A-Z_][A-Z0-9_]+\b|^\$/,
      // a variable, but not the dollars of `Pa$$w0rd`
      /^@\w|^:\w+$|^[&*][A-Za-z]\w*$|^<[^>]*>$|^!\w/
      // parameters of SQL, anchors and tags of YAML
    ),
    examples: [
      "$DB_PASSWORD",
      "prefix-${var.x}",
      "{{ vault.x }}",
      "%s:%s",
      "#{pass}",
      "\\(.db_password)",
      "!vault",
      "@TOKEN@"
    ]
  },
  {
    id: "store",
    reason: "it says where the secret is kept",
    holds: fits(
      /^(?:arn:aws|ssm:|vault:|op:\/\/|secretsmanager:|projects\/|kms:|sops:|file:|env:|awssm:|aws:|ref\+|s3:|keybase:|gsm:|sm:|akv:|@Microsoft\.KeyVault|secretref:|doppler:|infisical:|bws:)/i
    ),
    examples: [
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
      "op://vault/item/field",
      "ssm:/prod/db/password"
    ]
  },
  {
    id: "public",
    reason: "it is meant to be public",
    holds: fits(
      // https://docs.stripe.com/api/payment_intents/object: browsers get it.
      /^(?:pi|seti|cs)_\w{8,}_secret_\w{8,}$/,
      /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) |^-----BEGIN (?:RSA )?(?:PUBLIC KEY|CERTIFICATE)|^pk_(?:live|test)_|^pk\.(?:eyJ|\{)|^0x[0-9a-f]{40}$/i
    ),
    examples: [
      'pk.{"u":"acme"}.5C0L8q',
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
      "-----BEGIN CERTIFICATE-----",
      "seti_1Nxk2YqPzW_secret_O4tRb7kLmX"
    ]
  },
  {
    id: "device",
    reason: "it is the address of one device for messages, which only who has the key of the app can send",
    // https://firebase.google.com/docs/cloud-messaging/manage-tokens; a server key begins with AAAA and a project.
    holds: fits(/^(?!AAAA)[\w-]{8,40}:APA91b[\w-]{20,}$/, /^Expo(?:nent)?PushToken\[/),
    examples: [`eCtjmp0y_DyWVbThAfMo2G:APA91b${"GM1x3A_Zq".repeat(6)}`]
  },
  {
    id: "empty-login",
    reason: "it is the base64 of a name with an empty password",
    holds: ({ value }) => /^[A-Za-z0-9+/]{8,}={0,2}$/.test(value) && /^[\x21-\x39\x3b-\x7e]{3,}:$/.test(Buffer.from(value, "base64").toString("latin1")),
    examples: [Buffer.from("acme-user-client:").toString("base64")]
  },
  {
    id: "head",
    reason: "it is the head of a JSON Web Token, which says how it is signed, or words for its parts",
    // `{"alg":"`, `{"typ":"`, `{"kid":"`; an index for searches has them in small letters.
    holds: fits(/^eyJ(?:hbGciOi|0eXAiOi|raWQiOi)[A-Za-z0-9_-]*[.\u2026]*$/i, /^(?:header|head)\.|\.(?:signature|sig)$/i),
    examples: [["eyJhbGciOiJSUzI1NiIs", "InR5cCI6IkpXVCJ9"].join(""), "header.claims.signature"]
  },
  {
    id: "documented",
    reason: "documentation shows it, or every copy of an emulator has it",
    holds: ({ value }) => value.length >= 20 && isDocumented(value),
    examples: []
  },
  {
    id: "placeholder",
    reason: "it is a placeholder",
    holds: ({ value }) => isPlaceholder(value),
    examples: [
      "YOUR.GOOGLE.SECRET",
      "look-it-up",
      "changeme",
      "docker-build-only-secret",
      "set-at-runtime",
      "override-at-runtime",
      "only-for-asset-compilation",
      "build-time-only-not-a-secret",
      "not-so-secret-key-just-for-collectstatic",
      "xxxxxxxxxxxx",
      "12345678abcd",
      "qwertyuiop",
      "my-fake-key",
      "token_goes_here"
    ]
  },
  {
    id: "address",
    reason: "it is an address without a password",
    holds: ({ value }) => /^[a-z][a-z0-9+.-]{1,30}:\/\/[^@]*$/i.test(value) || /^[\w.+-]+@[\w-]+(?:\.[a-z]{2,})+$/i.test(value) || /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/.test(value) || /^(?:[a-z0-9_-]+\.)+(?:com|org|net|io|dev|app|ai|co|cloud|internal|local|localhost|svc|gov|edu|mil|info|uk|de|eu|fr|nl|us|ca|au|jp|in|me)(?::\d+)?(?:\/\S*)?$/.test(
      value
    ),
    examples: ["https://login.acme.org/oauth/token", "ops@acme.org", "db.internal.acme.org:5432", "10.0.0.0/16"]
  },
  {
    id: "path",
    reason: "it is a path, or the name of a file",
    holds: ({ value }) => /^(?:\.{0,2}|~)\/[\w./~*-]*$|^[A-Za-z]:\\|^\\\\/.test(value) || /^[\w./~-]+\.(?:json|ya?ml|toml|ini|conf|cfg|env|properties|txt|csv|pem|key|crt|cer|p12|pfx|jks|gpg|asc|enc|sh|py|js|ts|go|java|xml|html?|tpl|j2|tf|tfvars|sql|md|php|rb|zip|gz|pub|kdbx?|keystore|vault|secret|log)$/i.test(
      value
    ) || /^[\w.-]*(?:\/[\w.*-]*)+$/.test(value) && wordiness(value) > -0.5,
    examples: ["/run/secrets/db", "./key.pem", "shared/db/pass", "credentials/", "server.key"]
  },
  {
    id: "code",
    reason: "it is code that reads it from elsewhere",
    holds: ({ value }) => /^(?:process\.|os\.|System\.|ENV\[|getenv|(?:env|var|vars|local|data|module|each|self|this|config|cfg|settings|secrets?|params?|args|req|request|ctx|context|props|options|opts|event|inputs?|values|github|needs|steps|matrix|app|conf|creds|credentials|account|user|session|resp|response|result|state)\??\.|\.Values\b|Ref\b|new |await |async |lambda |function\b|return |None\b|null\b|undefined\b)/i.test(
      value
    ) || /^[A-Za-z_$][\w$]*(?:(?:\.|::|->|\?\.)\w+)*[([]|=>|^[A-Za-z_$][\w$]*(?:::|->)\w/.test(value) || /^\(|\)$|\w\(\)|^\w+\[["']|^[|>][+-]?$|\)[.;,]|["'] ?\+|\+ ?["']/.test(value) || /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(value) && wordiness(value) > 0,
    examples: [
      'os.environ.get("TOKEN")',
      'getSecret("x")',
      "config.password",
      "new SecretValue()",
      "request.headers.authorization"
    ]
  },
  {
    id: "option",
    reason: "it is the next option, or the name of another setting",
    holds: ({ value }) => /^--?[a-z][a-z-]*(?:=|$)|^[A-Za-z_]\w*:$/.test(value) || // Base64 may end so as well.
    /^[A-Za-z][\w-]*=$/.test(value) && (value.length % 4 !== 0 || wordiness(value) > 0),
    examples: ["--verbose", "Username="]
  },
  {
    id: "aws-id",
    reason: "it is an id that AWS gives to a resource",
    holds: fits(
      /^(?:[a-z]{1,10}-)+[0-9a-f]{8}(?:[0-9a-f]{9})?$/,
      /^(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso\w?)?-[a-z]+-\d(?:[_:].*|[a-f])?$/,
      /^\d{12}$/
    ),
    examples: ["i-0abcdef1234567890", "eu-west-1_AbCdEfGhI", "482915730164"]
  },
  {
    id: "measure",
    reason: "it is a number, a date, a version, a time or a size",
    holds: fits(
      /^0x[0-9a-f]{1,16}$/i,
      /^v?\d+(?:\.\d+)+(?:[-+][\w.-]+)?$/,
      /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.Z+-]*)?$/,
      /^\d+(?:\.\d+)? ?(?:ms|s|m|h|d|w|y|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|[kmgt]i?b?|%)$/i,
      /^(?:rate|cron)\(.*\)$/
    ),
    examples: ["0x600159a", "1.2.3-rc1", "2024-01-31", "30 days", "512Mi"]
  },
  {
    id: "pattern",
    reason: "it is a pattern",
    holds: fits(/\.\*|\.\+|\[\^?[A-Za-z0-9]-[A-Za-z0-9]|\\[dws][+*{]|^\^.*\$$|\{\d+,\d*\}/),
    examples: ["^[a-z]+$", "[A-Za-z0-9]{20,}", ".*token.*"]
  },
  {
    id: "markup",
    reason: "it is a piece of markup or of a document",
    holds: fits(/^<\/?\w+|<\/\w+>$|^[[{]\\?["'\s\]}]|^["']?[,;:][ "']|&(?:lt|gt|amp|quot);|\\(?:e|033|x1b|u001b)\[/i),
    examples: ["<b>text</b>", '{"a": 1}', '["a", "b"]', "\\e[32m"]
  },
  {
    id: "own-name",
    reason: "it repeats its own name",
    holds: ({ name, value }) => {
      if (!/^[A-Za-z0-9]+(?:[_.\s-]+[A-Za-z0-9]+)*$/.test(value)) return false;
      const [own, said] = [wordsOf(name), wordsOf(value)];
      if (value.length > 6 && own.join("").endsWith(value.toLowerCase()) && value.length < own.join("").length)
        return true;
      return said.join("") === own.join("") ? said.length > 1 : said.length > 1 && said.every((word2) => own.includes(word2));
    },
    examples: []
  },
  {
    id: "name-of-variable",
    reason: "it is the name of a variable",
    holds: ({ value }) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) && wordiness(value) > -1,
    examples: ["SANDBOX_ADMIN_PASSWORD", "DOMAIN_ADMIN_PW", "EXPORT_SECRETS_PRIVATE_KEY"]
  },
  {
    id: "name-of-secret",
    reason: "it is the name under which a secret is kept",
    holds: ({ value }) => /^[A-Za-z][A-Za-z0-9]*(?:[_.:/-][A-Za-z0-9]+)+$/.test(value) && (judgeName(value.replaceAll(/[:/]/g, "-")).says === "secret" || / auth$/.test(wordsOf(value).join(" "))) && wordiness(value) > -1.5,
    examples: ["x-client-secret", "valkey-cluster-auth", "my-access-key", "my-secret-key", "app_session_token"]
  },
  {
    id: "state",
    reason: "it is a word for a state, a kind or a unit",
    holds: ({ value }) => STATES.has(value.toLowerCase()),
    examples: ["minutes", "required", "SecureString", "Bearer"]
  },
  {
    id: "sentence",
    reason: "it is a sentence",
    holds: ({ value }) => (
      // Google writes app passwords as four groups of four letters. https://support.google.com/accounts/answer/185833
      !(/^[a-z]{4}(?: [a-z]{4}){3}$/.test(value) && wordiness(value) < 0) && // The first for words in a language that the table of letters does not know.
      (/^[A-Za-z][a-z'\u2019]*(?: [A-Za-z'\u2019]+)+[.:?!]?$/.test(value) || /^\S+(?:\s+[A-Za-z][a-z']*){2,}[.:?!]?\s*$|^[A-Z][a-z]+ [a-z]+ [a-z]+|\w[.:?!] [A-Z][a-z]+|^\S+(?:\s+\S+){7,}$/.test(
        value
      ))
    ),
    examples: ["The password of the database", "token for the build server", "Klucz API", "Password jijjiiruu"]
  },
  {
    id: "language",
    reason: "it is written in a language, with letters that nobody has to type into passwords",
    holds: ({ value }) => /[\p{L}\p{M}]/u.test(value.replace(/[ -~]/g, "")) && !/\d/.test(value) || /^(?:\\u[0-9a-f]{4})+$/i.test(value),
    examples: ["\\u3299\\ufe0f", "Wybierz has\u0142o", "N\xE4yt\xE4 API-avain", "\u30D1\u30B9\u30EF\u30FC\u30C9", "L\xF6senord"]
  }
];
var STATES = new Set(
  `true false yes no null none nil undefined empty unset default optional required enabled disabled always never prompt
  token username string number boolean object array integer bytes value sensitive plaintext ask interactive inherit stdin
  write read-only readonly read admins group everyone securestring generated random auto automatic managed internal external
  basic bearer digest oauth oauth2 jwt saml latest seconds second minutes minute hours hour days day weeks months years
  milliseconds password_auth never_expires rotate rotating static dynamic global local project workspace organization
  account service human machine anonymous noauth plain hashed encrypted base64 hex utf-8 utf8 text json yaml xml
  client_secret_basic client_secret_post private_key_jwt client_credentials authorization_code refresh_token access_token
  id_token scram-sha-256 scram-sha-512 md5 sha256 sha512 aes256 peer trust ident krb5`.split(/\s+/)
);

// src/secrets/judge.ts
function judgeSecret(setting) {
  const value = withoutScheme(unquoted(setting.value));
  const { name, takes = "by-name" } = setting;
  const named = takes === "by-name" ? judgeName(name) : CERTAIN;
  if (named.says === "other") return { secret: false, reason: named.reason };
  const common = COMMON_PASSWORDS.has(value.toLowerCase());
  if (common) return takes === "password" ? found("medium", WORD) : commonWord(takes);
  const drawn = isDrawnWithSigns(value);
  const not = NOT_SECRETS.find(({ id, holds }) => !(drawn && TOLD_BY_SIGNS.has(id)) && holds({ name, value })) ?? notDecoded(name, value);
  if (not) return { secret: false, reason: not.reason };
  const password = takes !== "by-name" || PASSWORD.test(named.word ?? "");
  const machineMade = /key|token|credential|pat$/.test(named.word ?? "");
  if (value.startsWith(OF_DJANGO)) return found("medium", UNSAFE);
  return byForm(value, { password, machineMade, takes, maybe: named.says === "maybe" });
}
var TOLD_BY_SIGNS = /* @__PURE__ */ new Set(["interpolation", "code", "pattern", "markup", "path"]);
var CERTAIN = { says: "secret", reason: "nothing else is given there" };
var ABOUT_SECRETS = /secret|passw|token|key|admin|login|pwd|user|test/i;
var PASSWORD = /pass|psk$|pwd$|^pw$|passwort|kennwort|wachtwoord|contrasena|senha/;
function withoutScheme(value) {
  const [, scheme, rest] = /^(Basic|Bearer|Token|ApiKey)\s+(\S+)$/i.exec(value) ?? [];
  if (rest === void 0) return value;
  if (scheme.toLowerCase() !== "basic") return rest;
  const decoded = Buffer.from(rest, "base64").toString("utf8");
  return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(decoded) ? decoded.slice(decoded.indexOf(":") + 1) : rest;
}
var unquoted = (raw) => raw.trim().replace(/^(['"])(.*)\1$/s, "$2");
var found = (confidence, reason) => ({ secret: true, confidence, reason });
var RANDOM = "it looks like made by a machine";
var CHOSEN = "it looks like a password that somebody chose";
var WORD = "it is a word, or made of words: some do use them as passwords";
var UUID_FORM = "it has the form of a UUID, which may be an id as well as a key";
var SHORT = "machines make keys and tokens longer than that";
var UNSAFE = "Django makes such keys for development, and says so in them";
var UNCLEAR = "its name does not say for sure that it is a secret";
var OF_DJANGO = "django-insecure-";
function commonWord(takes) {
  if (takes !== "secret") return { secret: false, reason: "it is a word that services for local use begin with" };
  return found("low", WORD);
}
function byForm(value, { password, machineMade, takes, maybe }) {
  const form = formOf(value);
  if (form === "random" && machineMade && !password && value.length < SHORTEST_MADE) return found("medium", SHORT);
  if (form === "random")
    return maybe && value.length < 16 ? found("medium", UNCLEAR) : { ...found("high", RANDOM), proven: true };
  if (form === "uuid") return found(maybe ? "low" : "medium", UUID_FORM);
  if (maybe) return form === "chosen" ? found("low", UNCLEAR) : { secret: false, reason: NAME };
  if (form === "chosen") return found(password ? "high" : "medium", CHOSEN);
  if (takes === "password" && form === "word") return found(value.length >= LONG_ENOUGH ? "high" : "medium", WORD);
  if (form === "name" && !password) return { secret: false, reason: NAME };
  if (machineMade && !password) return { secret: false, reason: "machines make keys and tokens, and it is a word" };
  return found(password ? "medium" : "low", WORD);
}
var NAME = "it reads like the name of something";
var SHORTEST_MADE = 12;
var LONG_ENOUGH = 8;
function formOf(value) {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return "uuid";
  const words = wordiness(value);
  if (/^(?:[a-z]+|[A-Z]+)$/.test(value) && (words > -2 || ABOUT_SECRETS.test(value))) return "word";
  const joined = /^[a-z0-9]+(?:[_. :/-]+[a-z0-9]+)+$/.test(value) || /^[A-Z][a-z]+(?:[_. :/-]?[A-Z][a-z]+)+\d*$/.test(value);
  if (joined && value.length < 12) return "name";
  const rare = joined && !/[a-z]\d+[a-z]+\d/.test(value) ? -2.2 : -0.75;
  if (value.length >= 8 && words < rare && new Set(value).size >= 6) return isThoughtUp(value) ? "chosen" : "random";
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9_.\s/:-]/].filter((kind) => kind.test(value)).length;
  if (classes >= 3 && value.length >= 8 && !/\s/.test(value)) return isCamelName(value) ? "name" : "chosen";
  if (classes === 2 && /[^A-Za-z0-9_.\s/:,-]/.test(value) && value.length >= 8 && !/\s/.test(value)) return "chosen";
  if (classes === 2 && /\d/.test(value) && value.length >= 8 && !joined && words < 0.5) return "chosen";
  if (/[_. /:-]|[a-z][A-Z]/.test(value)) return "name";
  return "word";
}
var isThoughtUp = (value) => value.length <= 20 && THOUGHT_UP.test(value);
var THOUGHT_UP = /p[a@4][s5$]{2}|pwd|s[e3]cr[e3]t|w[e3]lc[o0]m[e3]|adm[i1!]n|ch[a@4]ng[e3]|t[e3][s5$]t/i;
function isCamelName(value) {
  if (/^[a-z]+\d*(?:[A-Z][a-z]+)+\d{0,2}$/.test(value)) return true;
  const letters = value.replace(/V?\d{1,4}$/, "");
  return /^[A-Za-z_.:-]+$/.test(letters) && (letters.match(/[A-Z]*[a-z]+|[A-Z]+/g) ?? []).length >= 3;
}
var DECODED = /* @__PURE__ */ new Set([
  "placeholder",
  "own-name",
  "name-of-variable",
  "name-of-secret",
  "state",
  "sentence"
]);
function notDecoded(name, value) {
  if (value.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0) return void 0;
  const decoded = Buffer.from(value, "base64").toString("utf8").trim();
  if (!/^[\x20-\x7e]{4,}$/.test(decoded)) return void 0;
  if (COMMON_PASSWORDS.has(decoded.toLowerCase())) return { reason: "it is the base64 of a common word" };
  return NOT_SECRETS.find(({ id, holds }) => DECODED.has(id) && holds({ name, value: decoded }));
}

// src/rules/credentials/flood.ts
var MOST_SECRETS = 2e4;
function* boundedHits(hits, { uri }, context) {
  let count = 0;
  for (const hit of hits) {
    if (++count > MOST_SECRETS) {
      context.notify({
        level: "warning",
        id: "secrets-cut-short",
        message: `There are more than ${MOST_SECRETS.toLocaleString("en")} passwords of one kind here; the rest is not told.`,
        location: { uri },
        unread: { span: hit.span, limit: "secrets" }
      });
      return;
    }
    yield hit;
  }
}

// src/rules/user-data/program-of-option.ts
var REACH = 400;
function runsProgram(text, at) {
  const before = text.slice(Math.max(0, at - REACH), at);
  const command = before.slice(before.search(COMMAND_START));
  const words = command.split(/\s+/).filter((word2) => word2 !== "" && !ASSIGNMENT.test(word2));
  const path = /\S$/.test(command) ? words.pop() : void 0;
  if (path !== void 0 && !/^["'(]*(?:[\w.$~{}-]*\/)*s?bin\/$|^["'([{]+$/.test(path)) return false;
  const [first] = words;
  return first === void 0 || RUNS_OTHERS.test(first);
}
var COMMAND_START = /[^;&|\n(`]*$/;
var ASSIGNMENT = /^\w+=\S*$/;
var RUNS_OTHERS = /^["'[@-]*(?:.*\/)?(?:sudo|doas|su|runuser|exec|eval|time|timeout|nohup|nice|env|xargs|watch|ssh|bash|sh|then|do|else|if|while|until|!|docker|docker-compose|podman|nerdctl|compose|kubectl|oc|nsenter|chroot|RUN|CMD|ENTRYPOINT|ExecStart\S*|run:|command:|cmd:|shell:|script:|-|\$)["',]*$/;

// src/rules/user-data/script-secrets.ts
function secretsInScript(text) {
  const found2 = [];
  const taken = [];
  for (const shape of SHAPES) {
    shape.pattern.lastIndex = 0;
    for (const match of text.value.matchAll(shape.pattern)) {
      const secret = secretOf(text.value, match, shape);
      if (!secret || taken.some(({ start, end }) => start < secret.end && secret.start < end)) continue;
      taken.push(secret);
      found2.push(secret);
      if (found2.length >= MOST) return found2;
    }
  }
  return found2.sort((one, other2) => one.start - other2.start);
}
var MOST = MOST_SECRETS + 1;
var VALUE = String.raw`(?<value>"(?:[^"\\\n]|\\.){0,4096}"|'[^'\n]{0,4096}'|[^\s"'\`;|&<>(){},]+)`;
var BETWEEN = String.raw`[^\n|;&]{0,300}?`;
var OPTION_VALUE = String.raw`(?:=|\s+)${VALUE}`;
var START = String.raw`(?<![\w$.-])`;
var SHAPES = [
  {
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/@:"'`<>$]{0,80}:(?<value>[^\s/@"'`<>]{3,200})@[^\s"'`<>]/dgi,
    given: () => "a password in an address",
    name: "password",
    certain: true
  },
  {
    pattern: /\bAuthorization["']?\s*[:=]\s*["']?(?:Bearer|Basic|Token|token|Splunk|ApiKey|GenieKey|Bot)\s+(?<value>[^\s"'`$\\]{8,})/dg,
    given: () => "an Authorization header",
    name: "token",
    certain: true
  },
  {
    pattern: /(?<![\w:/-])(?<name>(?:[A-Za-z]+-)+(?:Api-?Key|Key|Token|Secret|Auth))\s*:\s*(?<value>[^\s"'`$\\]{8,})/dgi,
    given: (name) => `the header ${name}`,
    certain: true
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)\b${BETWEEN}\s-p${VALUE}`,
      "gd"
    ),
    given: () => "mysql -p\u2026",
    program: true,
    name: "password",
    certain: true
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|ldapadd|ldapmodify|docker\s+login|podman\s+login|az\s+login|htpasswd|smbclient|sqlcmd|vncpasswd)\b${BETWEEN}\s-[pPwa]\s*${VALUE}`,
      "gd"
    ),
    given: () => "a password option",
    program: true,
    name: "password"
  },
  {
    pattern: new RegExp(String.raw`\b(?:redis-cli)\b${BETWEEN}\s-a\s+${VALUE}`, "gd"),
    given: () => "redis-cli -a \u2026",
    program: true,
    name: "password"
  },
  {
    // https://developer.hashicorp.com/vault/docs/commands/login
    pattern: /\bvault\s+login\s+(?:-(?!method)[\w-]+(?:=\S+)?\s+){0,5}(?:token=)?(?<value>"[^"\n$]{8,}"|'[^'\n]{8,}'|[\w.-]{8,})(?=\s|$)/dg,
    given: () => "vault login \u2026",
    program: true,
    name: "token",
    certain: true
  },
  {
    pattern: /\b(?:curl|wget|http)\b[^\n|;&]{0,300}?\s(?:-u|--user)(?:=|\s+)["']?[\w.@%+-]{1,100}:(?<value>[^\s"'`]{3,})/dg,
    given: () => "curl --user name:password",
    name: "password",
    certain: true
  },
  {
    pattern: /\becho\s+(?:-[en]+\s+)?["']?[a-z_][\w.-]*:(?<value>[^\s"'`|]{4,})["']?\s*\|\s*(?:sudo\s+)?chpasswd/dg,
    given: () => "chpasswd",
    name: "password",
    certain: true
  },
  {
    pattern: /\bchpasswd\s*<<<\s*["']?[a-z_][\w.-]*:(?<value>[^\s"'`]{4,})/dg,
    given: () => "chpasswd",
    name: "password",
    certain: true
  },
  {
    pattern: /\becho\s+(?:-[en]+\s+)?(?<value>"[^"\n$]{5,}"|'[^'\n]{5,}'|[^\s"'`$|]{5,})\s*\|\s*(?:sudo\s+)?(?:passwd\b[^\n]{0,200}?--stdin|docker\s+login[^\n]{0,200}?--password-stdin|helm\s+registry\s+login[^\n]{0,200}?--password-stdin|gh\s+auth\s+login[^\n]{0,200}?--with-token)/dg,
    given: () => "a password on standard input",
    name: "password"
  },
  {
    pattern: /\b(?:IDENTIFIED\s+(?:WITH\s+\w+\s+)?BY|(?:USER|ROLE)\s+[\w"'`@.%-]+\s+(?:WITH\s+)?(?:ENCRYPTED\s+)?PASSWORD)\s+(?<value>'[^'\n]{4,}'|"[^"\n]{4,}")/dgi,
    given: () => "a password in SQL",
    name: "password",
    certain: true
  },
  {
    pattern: /\bnet\s+user\s+[\w.-]+\s+(?<value>"[^"\n]{5,}"|[^\s/"%$]{5,})/dgi,
    given: () => "net user",
    name: "password"
  },
  {
    pattern: /\bConvertTo-SecureString\s+(?:-String\s+)?(?<value>"[^"\n$]{5,}"|'[^'\n]{5,}')/dgi,
    given: () => "ConvertTo-SecureString",
    name: "password",
    certain: true
  },
  {
    // A line of a password file. https://www.postgresql.org/docs/current/libpq-pgpass.html
    pattern: /(?<![\w.:-])[\w.*-]{1,200}:(?:\d{2,5}|\*):[\w*.-]{1,60}:[\w*.-]{1,60}:(?<value>[^\s"'`:$]{4,200})(?=[^\n]{0,300}pgpass)/dg,
    given: () => ".pgpass",
    name: "password",
    certain: true
  },
  {
    // https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment=
    pattern: /(?:(?<![\w$.-])|(?<=\\n))Environment=["']?(?<name>[A-Za-z_]\w{1,80})=(?<value>[^\s"'`\\]{1,4096})/dg,
    given: (name) => `Environment=${name}=\u2026`
  },
  {
    pattern: /<(?<name>[A-Za-z][\w.-]{1,60})>(?<value>[^<>\s$]{5,200})<\//dg,
    given: (name) => `<${name}>`
  },
  {
    pattern: /\bpass:(?<value>[^\s"'`$]{5,})/dg,
    given: () => "pass:\u2026",
    name: "password"
  },
  {
    pattern: new RegExp(String.raw`(?:^|\s)--?(?<name>[A-Za-z][\w.-]*)${OPTION_VALUE}`, "gdm"),
    given: (name) => `--${name} \u2026`
  },
  {
    pattern: new RegExp(
      String.raw`${START}(?:export\s+|set\s+|setx\s+|declare\s+(?:-\w+\s+)?|readonly\s+|local\s+|\$?env:|\$|ENV\s+|ARG\s+)?(?<name>[A-Za-z_][\w.-]{1,80})=${VALUE}`,
      "gd"
    ),
    given: (name) => `${name}=\u2026`,
    assignment: true
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\w$.]|\w-)\$?(?:env:)?(?<name>[A-Za-z_][\w.-]{1,80})["']?\s+(?:=|:=|=>)\s+${VALUE}`,
      "gd"
    ),
    given: (name) => `${name} = \u2026`
  },
  {
    pattern: new RegExp(String.raw`(?<q>["'])(?<name>[A-Za-z_][\w.-]{1,80})\k<q>\s*(?::|=>|,)\s*${VALUE}`, "gd"),
    given: (name) => `${name}: \u2026`
  },
  {
    pattern: new RegExp(
      String.raw`(?:^|[\s{,-])(?<name>[A-Za-z_][\w.-]{1,80}):[ \t]+(?!\|[+-]?\d?\s*$|>[+-]?\d?\s*$)${VALUE}`,
      "gdm"
    ),
    given: (name) => `${name}: \u2026`
  },
  {
    pattern: /^[ \t]*(?:-[ \t]*)?["']?(?:root|admin|ubuntu|ec2-user|centos|debian|[a-z]\w{1,20}):(?<value>[^\s"':*!$][^\s"':]{4,60})["']?[ \t]*$/dgm,
    given: () => "chpasswd",
    name: "password"
  }
];
function secretOf(text, match, shape) {
  const name = match.groups?.name ?? shape.name ?? "";
  if (!shape.name && !shape.certain && !namesSecret(name)) return void 0;
  const span = match.indices?.groups?.value;
  if (!span) return void 0;
  if (shape.name === "password" && shape.given("") === "chpasswd" && !shape.certain && !/chpasswd/.test(text))
    return void 0;
  const [quotedStart, quotedEnd] = span;
  const quoted2 = /^["']/.test(text.slice(quotedStart, quotedEnd));
  if (!quoted2 && (isCode(text, quotedStart, quotedEnd, match[0]) || isInTemplate(text, quotedStart))) return void 0;
  const [start, end] = quoted2 ? [quotedStart + 1, quotedEnd - 1] : [quotedStart, quotedEnd];
  if (shape.program && !runsProgram(text, match.index ?? 0)) return void 0;
  const value = text.slice(start, end);
  if (isCutOff(text, end) || value.toLowerCase() === name.toLowerCase()) return void 0;
  const judged = judgeSecret({ name, value, ...shape.certain ? { takes: "secret" } : {} });
  if (!judged.secret) return void 0;
  return {
    start,
    end,
    quotedStart,
    quotedEnd,
    given: shape.given(name),
    name: name.replace(/^\$?env:/, ""),
    judged,
    assignment: shape.assignment === true
  };
}
function isInTemplate(text, at) {
  const opening = text.lastIndexOf("{{", at);
  if (opening === -1 || at - opening > 500) return false;
  const closing = text.indexOf("}}", opening);
  return closing > at;
}
function isCutOff(text, end) {
  return text.charAt(end - 1) === "$" && /[{(]/.test(text.charAt(end));
}
function isCode(text, start, end, whole) {
  const word2 = text.slice(start, end);
  if (/[([]/.test(text.charAt(end)) || /^[[{(]/.test(word2) || /^[A-Z][a-z]+-[A-Z][A-Za-z]+$/.test(word2)) return true;
  return /\s(?:=|:=|=>)\s/.test(whole) && !/\d/.test(word2);
}

// src/rules/credentials/addresses/finder.ts
function* addressesIn(text) {
  for (let at = text.indexOf("://"); at !== -1; at = text.indexOf("://", at + 3)) {
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))?.[0];
    if (scheme === void 0) continue;
    LOGIN.lastIndex = at + 3;
    const match = LOGIN.exec(text);
    if (!match || IMAGE.test(match.groups.host)) continue;
    const { user, password, host } = match.groups;
    const start = at + 3 + user.length + 1;
    yield { scheme: scheme.toLowerCase(), user, password, host, start, end: start + password.length };
  }
  if (!MARKS_OF_DRIVERS.some((mark) => text.includes(mark))) return;
  for (const { groups, indices } of text.matchAll(DRIVER)) {
    const { go, user, password, host } = groups;
    const [start, end] = indices.groups.password;
    yield { scheme: go === void 0 ? "oracle" : "mysql", user, password, host, start, end };
  }
}
var DRIVER = /(?:jdbc:oracle:(?:thin|oci):|(?<go>(?<=["'`])(?=[\w.-]{1,60}:[^\s"'`@()]{3,200}@(?:tcp|unix)\()))(?<user>[\w.-]{1,60})[/:](?<password>[^\s"'`@()]{3,200})@(?:\/\/|tcp\(|unix\()?(?<host>[^\s"'`/)]{1,200})/dg;
var MARKS_OF_DRIVERS = ["jdbc:oracle:", "@tcp(", "@unix("];
function mayHoldAddress(text) {
  return addressesIn(text).next().done === false;
}
var LONGEST_SCHEME = 32;
var SCHEME = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}$/i;
var LOGIN = /(?<user>[^\s:/@"'`<>\\]{0,200}):(?<password>[^\s/"'`<>\\]{3,400})@(?<host>[^/?#\s"'`,;)<>\]}\\@]{0,255})/y;
var IMAGE = /^sha(?:256|512):/;

// src/languages/decode/chunk.ts
var MAX_RUNS = 8192;
function unitRuns(segments, unitIn, unitOut, bytes, charAt, budget) {
  const total = segments.reduce((sum, segment) => sum + segment.end - segment.start, 0);
  const step = Math.ceil(total / unitIn / Math.max(1, Math.min(MAX_RUNS, budget.runs))) * unitIn;
  const runs = [];
  let index = 0;
  let at = segments[0]?.start ?? 0;
  for (let encoded = 0; encoded < total; ) {
    if (at === segments[index].end) at = segments[++index].start;
    const start = at;
    const wholeUnits = Math.floor((segments[index].end - at) / unitIn) * unitIn;
    let take = wholeUnits > 0 ? Math.min(step, wholeUnits) : Math.min(unitIn, total - encoded);
    const from = charAt(Math.min(bytes, encoded / unitIn * unitOut));
    encoded += take;
    const to = encoded >= total ? charAt(bytes) : charAt(Math.min(bytes, encoded / unitIn * unitOut));
    while (take > segments[index].end - at) {
      take -= segments[index].end - at;
      at = segments[++index].start;
    }
    at += take;
    if (to > from) runs.push({ at: from, length: to - from, start, end: at });
  }
  budget.runs -= runs.length;
  return runs;
}
function oneRun(value, range2) {
  return [{ at: 0, length: value.length, start: range2.start, end: range2.end }];
}
function fewerRuns(runs, budget) {
  const step = Math.ceil(runs.length / Math.max(1, Math.min(MAX_RUNS, budget.runs)));
  if (step <= 1) {
    budget.runs -= runs.length;
    return runs;
  }
  const fewer = [];
  for (let first = 0; first < runs.length; first += step) {
    const from = runs[first];
    const to = runs[Math.min(first + step, runs.length) - 1];
    fewer.push({ at: from.at, length: to.at + to.length - from.at, start: from.start, end: to.end });
  }
  budget.runs -= fewer.length;
  return fewer;
}
function* placedRuns(text, chunk, at = 0) {
  for (const run of chunk.runs) {
    const { uri, start, end } = locate(text, run.start, run.end);
    yield { at: run.at + at, length: run.length, uri, start, end };
  }
}

// src/languages/decode/concatenations.ts
var JOINT = /(?:["'`][ \t]*(?:\\?\r?\n[ \t]*)?(?:[+.&][ \t]*)?(?:\\?\r?\n[ \t]*)?["'`]|\\\r?\n[ \t]*|=\r?\n)(?=[A-Za-z0-9+/_-])/g;
var LONGEST = 64;
var WORD_BEFORE = /[A-Za-z0-9+/_-]{1,64}$/;
var WORD_AFTER = /[A-Za-z0-9+/_-]{1,64}/y;
var SHORTEST = 20;
function concatenations(value) {
  const chunks = [];
  const seeds = [];
  let end = -1;
  let word2 = "";
  for (const match of value.matchAll(JOINT)) {
    const start = match.index;
    const before = WORD_BEFORE.exec(value.slice(Math.max(0, start - LONGEST), start))?.[0];
    if (before === void 0) continue;
    word2 = start - end === before.length ? `${word2}${before}`.slice(-LONGEST) : before;
    end = start + match[0].length;
    chunks.push({ start, end, value: "", runs: [] });
    if (couldBeSecret(word2 + wordAt(value, end))) seeds.push({ start, end });
  }
  return { chunks, seeds };
}
function wordAt(value, at) {
  WORD_AFTER.lastIndex = at;
  return WORD_AFTER.exec(value)[0];
}
function couldBeSecret(word2) {
  return word2.length >= SHORTEST && /[A-Z]/.test(word2) && /[0-9]/.test(word2);
}

// src/languages/decode/base64.ts
function decodeBase64(text, limit = INFLATED_LIMIT, cut = () => {
}) {
  const { value } = text;
  if (!/^[A-Za-z0-9+/_\-\s]+(?:={1,2}\s*)?$/.test(value)) return void 0;
  const segments = [...value.matchAll(/[A-Za-z0-9+/_-]+/g)].map((run) => range(run.index, run.index + run[0].length));
  const chunk = decodeSegments(value, segments, {
    runs: Number.POSITIVE_INFINITY,
    inflations: 1,
    inflated: limit,
    cut
  });
  return chunk && { value: chunk.value, runs: [...placedRuns(text, chunk)] };
}
function decodeSegments(value, segments, budget) {
  if (segments.length === 0) return void 0;
  const whole = range(segments[0].start, segments.at(-1).end);
  const encoded = segments.map((segment) => value.slice(segment.start, segment.end)).join("");
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length === 0) return void 0;
  if (isGzip(bytes) || isZlib(bytes)) {
    const inflated = inflate(bytes, budget);
    if (inflated) {
      const { text: text2 } = textOfBytes(inflated);
      return { ...whole, value: text2, runs: oneRun(text2, whole) };
    }
    if (isGzip(bytes)) return void 0;
  }
  const { text, encoding } = textOfBytes(bytes);
  const charAt = characterOffsets(bytes, text, encoding === "utf-8");
  return { ...whole, value: text, runs: unitRuns(segments, 4, 3, bytes.length, charAt, budget) };
}
function inflate(bytes, budget) {
  budget.inflations--;
  const limit = Math.min(INFLATED_LIMIT, budget.inflated);
  const inflated = gunzip(bytes, limit);
  budget.inflated -= inflated === "too-large" ? limit : inflated?.length ?? 0;
  if (inflated !== "too-large") return inflated;
  budget.cut(`compressed data that inflates to more than ${limit < INFLATED_LIMIT ? "16 MB in all" : "8 MB"}`);
  return void 0;
}
function characterOffsets(bytes, text, utf8) {
  if (bytes.length === text.length) return (byte) => byte;
  if (!utf8) return (byte) => byte === bytes.length ? text.length : byte >> 1;
  let done = 0;
  let characters = 0;
  return (byte) => {
    for (; done < byte; done++) {
      const lead = bytes[done];
      if ((lead & 192) !== 128) characters += lead >= 240 ? 2 : 1;
    }
    return characters;
  };
}
function range(start, end) {
  return { start, end };
}

// src/languages/decode/runs.ts
var SHORTEST2 = 26;
var SEXTET = new Uint8Array(65536).fill(64);
var KIND = new Uint8Array(65536);
var UPPER = 1;
var LOWER = 2;
var NOT_HEX = 4;
var DASH = 8;
for (const [index, character] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries()) {
  SEXTET[character.charCodeAt(0)] = index;
}
for (const [character, sextet] of [
  ["-", 62],
  ["_", 63]
]) {
  SEXTET[character.charCodeAt(0)] = sextet;
  KIND[character.charCodeAt(0)] = DASH;
}
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Z]/.test(character)) KIND[code] = KIND[code] | UPPER;
  if (/[a-z]/.test(character)) KIND[code] = KIND[code] | LOWER;
  if (!/[0-9A-Fa-f]/.test(character)) KIND[code] = KIND[code] | NOT_HEX;
}
function* encodedRuns(value, budget) {
  for (let at = SHORTEST2 - 1; at < value.length; at += SHORTEST2) {
    if (SEXTET[value.charCodeAt(at)] === 64) continue;
    let start = at;
    let kinds = 0;
    for (; start > 0 && SEXTET[value.charCodeAt(start - 1)] !== 64; start--) kinds |= KIND[value.charCodeAt(start - 1)];
    let end = at;
    for (; end < value.length && SEXTET[value.charCodeAt(end)] !== 64; end++) kinds |= KIND[value.charCodeAt(end)];
    at = end;
    if (end - start < SHORTEST2) continue;
    for (const chunk of chunksOf(value, { start: afterEscape(value, start), end, kinds }, budget)) {
      yield chunk;
      at = Math.max(at, chunk.end);
    }
  }
}
var BACKSLASH = 92;
function afterEscape(value, start) {
  return value.charCodeAt(start - 1) === BACKSLASH && "nrtbf".includes(value[start]) ? start + 1 : start;
}
function chunksOf(value, run, budget) {
  const hex = hexChunk(value, run, budget);
  if (hex) return [hex];
  if ((run.kinds & (UPPER | LOWER)) !== (UPPER | LOWER) || touchesEscapedBase64(value, run)) return [];
  const base64 = base64Chunk(value, run, budget);
  if (base64) return [base64];
  if ((run.kinds & DASH) === 0) return [];
  return [...value.slice(run.start, run.end).matchAll(/[A-Za-z0-9+/]{26,}/g)].flatMap((part) => {
    const start = run.start + part.index;
    return base64Chunk(value, { start, end: start + part[0].length }, budget) ?? [];
  });
}
function touchesEscapedBase64(value, run) {
  const next = value[run.end];
  if (next === "%" || next === "\\" || next === "&") {
    if (/^(?:%2[BbFf]|\\u002[BbFf]|\\x2[BbFf]|\\\/|&#(?:43|47|x2[BbFf]);)/.test(value.slice(run.end, run.end + 6)))
      return true;
  }
  const before = value[run.start - 1];
  const head = value.slice(run.start, run.start + 5);
  if (before === "%") return /^2[BbFf]/.test(head);
  if (before === "\\") return /^(?:u002[BbFf]|x2[BbFf]|\/)/.test(head);
  return before === ";" && /&#(?:43|47|x2[BbFf]);$/.test(value.slice(Math.max(0, run.start - 6), run.start));
}
function hexChunk(value, run, budget) {
  let start = run.start;
  if (value[start] === "0" && (value[start + 1] === "x" || value[start + 1] === "X")) start += 2;
  else if ((run.kinds & NOT_HEX) !== 0) return void 0;
  const length = run.end - start;
  if (length < 40 || length % 2 !== 0) return void 0;
  if (!readsAsText(Buffer.from(value.slice(start, start + 64), "hex"))) return void 0;
  const bytes = Buffer.from(value.slice(start, run.end), "hex");
  if (bytes.length !== length / 2) return void 0;
  const { text } = textOfBytes(bytes);
  const latin1 = text.length === bytes.length ? text : bytes.toString("latin1");
  const range2 = { start, end: run.end };
  return { ...range2, value: latin1, runs: unitRuns([range2], 2, 1, bytes.length, (byte) => byte, budget) };
}
var GZIP = "H4sI";
function base64Chunk(value, run, budget) {
  const verdict = glance(value, run.start, run.end);
  const start = verdict === "something" ? run.start : imageStart(value, run);
  if (start === void 0) return void 0;
  if (budget.inflations <= 0 && value.startsWith(GZIP, start)) {
    budget.cut("more compressed pieces than a text has any use for");
    return void 0;
  }
  return decodeSegments(value, padded(value, wrappedLines(value, { start, end: run.end })), budget);
}
function padded(value, lines) {
  const last = lines.at(-1);
  const padding = /^={0,2}/.exec(value.slice(last.end, last.end + 2))[0].length;
  return [...lines.slice(0, -1), { start: last.start, end: last.end + padding }];
}
function looksEncoded(encoded) {
  return glance(encoded, 0, encoded.length) === "something" || imageStart(encoded, { start: 0, end: encoded.length }) === 0;
}
var HEAD = new Uint8Array(36);
function glance(value, start, end) {
  let length = 0;
  for (let at = start; at + 4 <= end && length < HEAD.length; at += 4) {
    const group2 = SEXTET[value.charCodeAt(at)] << 18 | SEXTET[value.charCodeAt(at + 1)] << 12 | SEXTET[value.charCodeAt(at + 2)] << 6 | SEXTET[value.charCodeAt(at + 3)];
    HEAD[length++] = group2 >> 16;
    HEAD[length++] = group2 >> 8;
    HEAD[length++] = group2;
    if (length === 3 && !(begins2(HEAD[0]) || HEAD[1] === 0 || HEAD[0] === 0)) return "nothing";
  }
  const bytes = HEAD.subarray(0, length);
  if (isZlib(HEAD)) return "something";
  if (HEAD[0] === 31 && length > 2) return HEAD[1] === 139 && HEAD[2] === 8 ? "something" : "nothing";
  return length >= 18 && (readsAsText(bytes) || readsAsUtf16(bytes)) ? "something" : "nothing";
}
function begins2(byte) {
  return byte >= 32 && byte < 127 || isBreak(byte) || byte === 31 || byte >= 194;
}
function readsAsText(bytes) {
  let wide = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte < 32 ? !isBreak(byte) : byte === 127) return false;
    if (byte < 128) continue;
    const more = byte >= 240 ? 3 : byte >= 224 ? 2 : 1;
    if (byte < 194 || byte > 244) return false;
    for (let next = 1; next <= more && at + next < bytes.length; next++) {
      if ((bytes[at + next] & 192) !== 128) return false;
    }
    at += more;
    wide += more + 1;
  }
  return wide * 2 <= bytes.length;
}
function readsAsUtf16(bytes) {
  const zeros = (from) => bytes.every((byte, at) => (at - from) % 2 !== 0 || byte === 0);
  const marked = bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
  return marked || zeros(1) || zeros(0);
}
function isBreak(byte) {
  return byte === 9 || byte === 10 || byte === 13;
}
var TELLING = ["AKIA", "ASIA", "aws_", "AWS_", "secret", "SECRET", "Secret", "PRIVATE KEY", "ghp_", "xoxb-", "glpat-"];
var IMAGES = TELLING.flatMap(
  (word2) => [0, 1, 2].map((before) => {
    const encoded = Buffer.from("\0".repeat(before) + word2, "latin1").toString("base64");
    const first = [0, 2, 3][before];
    const last = Math.floor((before + word2.length) * 8 / 6);
    return { image: encoded.slice(first, last), first };
  })
);
var ANY_IMAGE = new RegExp(`(?:${IMAGES.map(({ image }) => image.replace(/[+/]/g, "[$&]")).join("|")})`);
function imageStart(value, run) {
  const found2 = ANY_IMAGE.exec(value.slice(run.start, run.end));
  if (!found2) return void 0;
  const { first } = IMAGES.find(({ image }) => image === found2[0]);
  let start = run.start + found2.index - first;
  if (start < run.start) return void 0;
  while (start - 4 >= run.start) {
    const before = Buffer.from(value.slice(start - 4, start), "base64");
    if (before.some((byte) => byte > 126 || byte < 32 && !isBreak(byte) && byte !== 0)) break;
    start -= 4;
  }
  return start;
}
var WRAP = /(?:\\r)?\\n|["'`]?[ \t]*(?:[+.,\\&][ \t]*)?\r?\n[ \t]*(?:(?:#|\/\/|\*|>)[ \t]*)?["'`]?/y;
var LINE = /[A-Za-z0-9+/_-]+(?![A-Za-z0-9+/_-])(?=={0,2}(?:["'`]?[ \t]*(?:[+.,;)\]\\&]+[ \t]*)?(?:\r?\n|$)|\\[rn]|["'`]))/y;
function wrappedLines(value, run) {
  const lines = [run];
  const width = run.end - run.start;
  if (width < 40) return lines;
  for (; ; ) {
    WRAP.lastIndex = lines.at(-1).end;
    if (!WRAP.test(value)) return lines;
    LINE.lastIndex = WRAP.lastIndex;
    const next = LINE.exec(value)?.[0];
    if (!next || next.length > width) return lines;
    const end = LINE.lastIndex;
    const start = end - next.length;
    if (width % 4 !== 0 && glance(value, start, end) === "something") return lines;
    lines.push({ start, end });
    if (next.length < width) return lines;
  }
}

// src/languages/decode/encoded-blocks.ts
var SHORT_LINES = String.raw`((?:[ \t]*[A-Za-z0-9+/]{4,39}\r?\n){2,}[ \t]*[A-Za-z0-9+/]{1,39}={0,2})(?![^\r\n])`;
var AT_THE_BEGINNING = new RegExp(SHORT_LINES, "y");
var BEHIND_A_LINE = new RegExp(`\\n${SHORT_LINES}`, "g");
var UUENCODED = /^begin(?:-base64)? [0-7]{3,4} [^\n]*\n((?:[!-`][ -`]*\r?\n)+)/gm;
var BASE32 = /[A-Z2-7](?<![A-Za-z0-9+/].)[A-Z2-7]{15,}(?:\r?\n[A-Z2-7]+)*={0,6}(?![A-Za-z0-9+/])/g;
function* encodedBlocks(value, budget) {
  yield* shortLines(value, budget);
  if (value.includes("begin ")) yield* uuencoded(value);
  yield* base32(value, budget);
}
function mayHoldBlocks(value) {
  if (/^begin/m.test(value)) return true;
  for (const { block } of blocksOfShortLines(value)) if (isEven(rangesOf(block, 0, ENCODED_LINE))) return true;
  return false;
}
var ENCODED_LINE = /[A-Za-z0-9+/]+={0,2}/g;
function isEven(lines) {
  const width = lines[0].end - lines[0].start;
  return lines.slice(0, -1).every(({ start, end }) => end - start === width);
}
function* blocksOfShortLines(value) {
  AT_THE_BEGINNING.lastIndex = 0;
  const first = AT_THE_BEGINNING.exec(value)?.[1];
  if (first !== void 0) yield { block: first, index: 0 };
  BEHIND_A_LINE.lastIndex = first?.length ?? 0;
  for (let match = BEHIND_A_LINE.exec(value); match; match = BEHIND_A_LINE.exec(value)) {
    const { lastIndex } = BEHIND_A_LINE;
    yield { block: match[1], index: match.index + 1 };
    BEHIND_A_LINE.lastIndex = lastIndex;
  }
}
function* shortLines(value, budget) {
  for (const { block, index } of blocksOfShortLines(value)) {
    const lines = rangesOf(block, index, ENCODED_LINE);
    if (!isEven(lines)) continue;
    const encoded = lines.map(({ start, end }) => value.slice(start, end)).join("");
    if (encoded.length < 26 || !looksEncoded(encoded)) continue;
    const chunk = decodeSegments(value, lines, budget);
    if (chunk) yield chunk;
  }
}
function* uuencoded(value) {
  for (const match of value.matchAll(UUENCODED)) {
    const start = match.index + match[0].length - match[1].length;
    const runs = [];
    let text = "";
    for (const line of rangesOf(match[1], start, /[^\r\n]+/g)) {
      const decoded = uudecodedLine(value.slice(line.start, line.end));
      if (decoded === void 0) break;
      if (decoded !== "") runs.push({ at: text.length, length: decoded.length, ...line });
      text += decoded;
    }
    const end = runs.at(-1)?.end;
    if (end !== void 0) yield { start, end, value: text, runs };
  }
}
function uudecodedLine(line) {
  const six = (at) => line.charCodeAt(at) - 32 & 63;
  const length = six(0);
  if (line.length < 1 + Math.ceil(length * 4 / 3)) return void 0;
  let text = "";
  for (let at = 1; text.length < length; at += 4) {
    const group2 = six(at) << 18 | six(at + 1) << 12 | six(at + 2) << 6 | six(at + 3);
    text += String.fromCharCode(group2 >> 16, group2 >> 8 & 255, group2 & 255);
  }
  return text.slice(0, length);
}
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function* base32(value, budget) {
  for (const { 0: block, index } of value.matchAll(BASE32)) {
    if (block.length < 32) continue;
    const head = fromBase32(block.slice(0, 64));
    if (head.length < 10 || !readsAsText(head)) continue;
    const lines = rangesOf(block, index, /[A-Z2-7]+/g);
    const bytes = Buffer.from(fromBase32(block));
    const runs = unitRuns(lines, 8, 5, bytes.length, (byte) => byte, budget);
    yield { start: lines[0].start, end: index + block.length, value: bytes.toString("latin1"), runs };
  }
}
function fromBase32(text) {
  const bytes = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const five = ALPHABET.indexOf(character);
    if (five < 0) continue;
    held = (held << 5 | five) & 4095;
    bits += 5;
    if (bits >= 8) bytes.push(held >> (bits -= 8) & 255);
  }
  return bytes;
}
function rangesOf(block, start, pattern) {
  return [...block.matchAll(pattern)].map((line) => ({
    start: start + line.index,
    end: start + line.index + line[0].length
  }));
}

// src/languages/decode/escapes.ts
var ESCAPE = /(?<!\\)\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|(\/))|%([0-9A-Fa-f]{2})|=(3[ADad]|2[0-9BDEFbdef]|5[Ff]|7[Ee]|0[ADad])|&#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}));/g;
var SHORTEST3 = 20;
var WORD2 = new Uint8Array(65536);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") {
  WORD2[character.charCodeAt(0)] = 1;
}
function escapedCharacters(value, budget) {
  const chunks = [];
  const seeds = [];
  if (!mayHoldEscapes(value)) return { chunks, seeds };
  let units = 0;
  let wordStart = 0;
  for (const chunk of escapeGroups(value, budget)) {
    const left = wordBefore(value, chunk.start, chunks.at(-1)?.end ?? 0);
    const goesOn = chunks.length > 0 && chunk.start - left === chunks.at(-1).end;
    units = (goesOn ? units : 0) + left + chunk.value.length;
    if (!goesOn) wordStart = chunk.start;
    chunks.push(chunk);
    if (units + wordAfter(value, chunk.end) < SHORTEST3 || !isMostlyAscii(chunk.value)) continue;
    const last = seeds.at(-1);
    if (last && last.end >= wordStart) seeds[seeds.length - 1] = { start: last.start, end: chunk.end };
    else seeds.push({ start: wordStart, end: chunk.end });
  }
  return { chunks, seeds };
}
function mayHoldEscapes(value) {
  return /\\[ux0-3/]|[%=][0-9A-Fa-f]|&#/.test(value);
}
function* escapeGroups(value, budget) {
  let start = 0;
  let end = -1;
  let text = "";
  let runs = [];
  for (const match of value.matchAll(ESCAPE)) {
    if (match.index !== end) {
      if (text !== "") yield { start, end, value: text, runs: fewerRuns(runs, budget) };
      start = match.index;
      text = "";
      runs = [];
    }
    end = match.index + match[0].length;
    const character = characterOf(match);
    runs.push({ at: text.length, length: character.length, start: match.index, end });
    text += character;
  }
  if (text !== "") yield { start, end, value: text, runs: fewerRuns(runs, budget) };
}
function isMostlyAscii(text) {
  let plain = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 32 && code < 127 || code >= 9 && code <= 13) plain++;
  }
  return plain * 10 >= text.length * 7;
}
function* interleavedNuls(value, budget) {
  if (!value.includes("\0")) return;
  for (const match of value.matchAll(/(?:[\t\n\r\x20-\x7e]\0){16,}|(?:[\t\n\r\x20-\x7e]\0{3}){16,}/g)) {
    const text = match[0].replaceAll("\0", "");
    const range2 = { start: match.index, end: match.index + match[0].length };
    yield {
      ...range2,
      value: text,
      runs: unitRuns([range2], match[0].length / text.length, 1, text.length, (byte) => byte, budget)
    };
  }
}
function characterOf(match) {
  const [, braces, u, x, octal, slash, percent, quoted2, entityHex, entity] = match;
  const hex = braces ?? u ?? x ?? percent ?? quoted2 ?? entityHex;
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : entity ? Number(entity) : 0;
  return slash ?? String.fromCodePoint(Math.min(code, 1114111));
}
function wordBefore(value, end, from) {
  let at = end;
  while (at > from && end - at < SHORTEST3 && WORD2[value.charCodeAt(at - 1)] === 1) at--;
  return end - at;
}
function wordAfter(value, start) {
  let at = start;
  while (at < value.length && at - start < SHORTEST3 && WORD2[value.charCodeAt(at)] === 1) at++;
  return at - start;
}

// src/languages/decode/packed.ts
function packedStrings(value) {
  const chunks = [];
  if (!mayHoldPacked(value)) return chunks;
  for (const { 0: stretch, index } of value.matchAll(STRETCH2)) {
    if (!isNoText(value[index - 1]) && !isNoText(value[index + stretch.length])) continue;
    const ends = /* @__PURE__ */ new Set();
    const length = announcedLength(value, index, stretch.length);
    if (length !== void 0) ends.add(index + length);
    for (const key of stretch.matchAll(KEY)) {
      if (key.index > 0) ends.add(index + key.index);
      for (const part of key.slice(1)) if (part !== void 0) ends.add(index + key.index + part.length);
      ends.add(index + key.index + key[0].length);
    }
    for (const at of [...ends].sort((a, b) => a - b)) {
      if (at < index + stretch.length && isGlued(value, at)) chunks.push(lineBreakBefore(value, at));
    }
  }
  return chunks;
}
function mayHoldPacked(value) {
  return NO_TEXT.test(value);
}
function isNoText(character) {
  return character !== void 0 && /[^\t\n\r\x20-\x7e]/.test(character);
}
var NO_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;
var STRETCH2 = /[\x20-\x7e]{21,}/g;
var KEY = /((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})(?:[A-Za-z0-9+/]{40})?|gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|AIza[\w-]{35}|[rs]k_live_[A-Za-z0-9]{24}|hf_[A-Za-z]{34}|SG\.[\w-]{22}\.[\w-]{43}|dop_v1_[a-f0-9]{64}|xox[abp]-\d{10,13}-\d{10,13}-[A-Za-z0-9]{24}/g;
function announcedLength(value, start, most) {
  const byte = (back) => value.charCodeAt(start - back);
  const candidates = [byte(1), byte(4) + (byte(3) << 8), byte(2) * 256 + byte(1), byte(4)];
  return candidates.find((length) => length >= 8 && length < most);
}
function isGlued(value, at) {
  return /[A-Za-z0-9_+/-]/.test(value[at - 1] ?? "") && /[A-Za-z0-9_+/-]/.test(value[at] ?? "");
}
function lineBreakBefore(value, at) {
  const text = `
${value[at]}`;
  return { start: at, end: at + 1, value: text, runs: [{ at: 0, length: text.length, start: at, end: at + 1 }] };
}

// src/languages/decode/unseen.ts
var SEQUENCE = String.raw`(?:\x1b|(?<!\\)\\+(?:e|E|x1[bB]|0?33|u001[bB]|u\{1[bB]\})|\^\[)\[[0-9;:?]{0,24}[A-Za-z]|[\x9b\u203a][0-9;:?]{1,24}[mK]`;
var INVISIBLE = String.raw`[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\uddef]`;
var UNSEEN = new RegExp(`(?:${SEQUENCE}|${INVISIBLE})+`, "g");
var ANY = new RegExp(`${INVISIBLE}|[\\x1b\\x9b\\u203a]|\\\\(?:[eEu]|x1|0?33)|\\^\\[\\[`);
var WORD_AFTER2 = /^[A-Za-z0-9+/_.=-]{4}/;
var WORD_BEFORE2 = /[A-Za-z0-9+/_.=-]{4}$/;
function unseenCharacters(value) {
  const chunks = [];
  if (!ANY.test(value)) return { chunks, seeds: [] };
  for (const { 0: match, index } of value.matchAll(UNSEEN)) {
    chunks.push({ start: index, end: index + match.length, value: "", runs: [] });
  }
  const seeds = chunks.filter(
    ({ start, end }) => WORD_AFTER2.test(value.slice(end, end + 4)) || WORD_BEFORE2.test(value.slice(Math.max(0, start - 4), start))
  );
  return { chunks, seeds };
}

// src/languages/decode/decode.ts
var DEPTH = 5;
var MARGIN = 1200;
var TOTAL_LIMIT = 16 * 1024 * 1024;
var MOST_INFLATIONS = 1e3;
var MOST_RUNS = 2e5;
function decode(text) {
  return isDecoded(text) ? { texts: [], cuts: [] } : decodeDeeply(text);
}
function mayBeEncoded(value) {
  return escapedCharacters(value, UNBOUNDED).seeds.length > 0 || mayHoldPacked(value) || mayHoldBlocks(value) || unseenCharacters(value).seeds.length > 0 || concatenations(value).seeds.length > 0;
}
var UNBOUNDED = { runs: Infinity, inflations: Infinity, inflated: Infinity, cut: () => {
} };
function isDecoded(text) {
  return "decoded" in text;
}
function decodeDeeply(text) {
  const texts = [];
  const cuts = /* @__PURE__ */ new Set();
  const budget = {
    runs: MOST_RUNS,
    inflations: MOST_INFLATIONS,
    inflated: TOTAL_LIMIT,
    cut: (reason) => cuts.add(reason)
  };
  let left = Math.min(TOTAL_LIMIT, 8 * text.value.length + 1024 * 1024);
  let level = [text];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
    const next = [];
    for (const outer of level) {
      for (const view of decodeOnce(outer, budget)) {
        left -= view.value.length;
        if (left < 0) {
          cuts.add("encoded data that decodes to more than 16 MB");
          return { texts, cuts: [...cuts] };
        }
        next.push(view);
        texts.push(view);
      }
    }
    level = next;
  }
  if (level.some((view) => isPackedStill(view, budget))) cuts.add(`data that is encoded more than ${DEPTH} times over`);
  return { texts, cuts: [...cuts] };
}
function isPackedStill(view, budget) {
  if (!isDecoded(view)) return false;
  return [...encodedRuns(view.value, budget)].some((run) => view.decoded.some((known) => overlaps(known, run)));
}
function* decodeOnce(text, budget) {
  const { value } = text;
  const escapes = escapedCharacters(value, budget);
  const joined = concatenations(value);
  const unseen = unseenCharacters(value);
  const runs = [...encodedRuns(value, budget), ...encodedBlocks(value, budget), ...interleavedNuls(value, budget)];
  const chunks = [...runs, ...escapes.chunks, ...joined.chunks, ...unseen.chunks];
  yield* viewsAround(text, [...runs, ...escapes.seeds, ...joined.seeds, ...unseen.seeds], chunks);
  if (isDecoded(text)) return;
  const packed = packedStrings(value);
  yield* viewsAround(text, packed, packed);
}
function* viewsAround(text, seeds, pieces) {
  const fresh = seeds.filter((range2) => !isDecoded(text) || text.decoded.some((known) => overlaps(known, range2)));
  if (fresh.length === 0) return;
  const chunks = inOrder([...pieces]);
  let first = 0;
  for (const window of windowsAround(text.value, fresh)) {
    while (first < chunks.length && chunks[first].start < window.start) first++;
    const inside = [];
    while (first < chunks.length && chunks[first].end <= window.end) inside.push(chunks[first++]);
    yield viewOf(text, window, inside);
  }
}
function inOrder(chunks) {
  chunks.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return chunks.filter((chunk) => {
    if (chunk.start < end) return false;
    end = chunk.end;
    return true;
  });
}
function windowsAround(value, seeds) {
  const windows = [];
  for (const seed of [...seeds].sort((a, b) => a.start - b.start)) {
    const start = wordEdge(value, seed.start - MARGIN, -1);
    const end = wordEdge(value, seed.end + MARGIN, 1);
    const last = windows.at(-1);
    if (last && start <= last.end) windows[windows.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else windows.push({ start, end });
  }
  return windows;
}
function wordEdge(value, at, direction) {
  if (at <= 0) return 0;
  if (at >= value.length) return value.length;
  let edge = at;
  for (let steps = 0; steps < 400 && edge > 0 && edge < value.length; steps++, edge += direction) {
    if (/\s/.test(value[edge])) return edge;
  }
  return Math.max(0, Math.min(edge, value.length));
}
function viewOf(text, window, chunks) {
  const values = [];
  const runs = [];
  const decoded = [];
  let done = window.start;
  let length = 0;
  const addPlain = (end) => {
    if (end <= done) return;
    const plain = sliceText(text, done, end);
    for (const run of plain.runs) if (run.length > 0) runs.push({ ...run, at: run.at + length });
    values.push(plain.value);
    length += plain.value.length;
  };
  for (const chunk of chunks) {
    addPlain(chunk.start);
    const last = decoded.at(-1);
    const end = length + chunk.value.length;
    if (last?.end === length) decoded[decoded.length - 1] = { start: last.start, end };
    else decoded.push({ start: length, end });
    for (const run of placedRuns(text, chunk, length)) runs.push(run);
    values.push(chunk.value);
    length = end;
    done = chunk.end;
  }
  addPlain(window.end);
  return { value: values.join(""), runs, decoded };
}
function overlaps(a, b) {
  return a.start < b.end && b.start < a.end;
}

// src/rules/credentials/aws/placeholder.ts
function isPlaceholder2(value) {
  return isMadeUp(value) || REPEATED.test(value) || fewDifferent(value);
}
function isMadeUp(value) {
  return SAID.test(value) || DOCUMENTED2.test(value) || isSequence2(value);
}
var SAID = /example|sample|dummy|fake|xxxx|placeholder|redacted|masked|changeme|replace|insert|your|secretkey|accesskey|keyhere|notreal|invalid|foobar|abcdabcd|deadbeef|qwerty|asdfgh|zxcvbn|test.?test/i;
var DOCUMENTED2 = /IOSFODNN7|I44QH8DHB|wJalrXUtnFEMI|je7MtGbClwBF|bPxRfiCY|^zuf\+tfteSlsw/;
var REPEATED = /(.)\1{4}|(.{2,4})\2{3}/;
function fewDifferent(value) {
  return new Set(value).size < (value.length > 30 ? 16 : 8);
}
function isSequence2(value) {
  let up = 0;
  let down = 0;
  for (let at = 1; at < value.length; at++) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1);
    up = step === 1 ? up + 1 : 0;
    down = step === -1 ? down + 1 : 0;
    if (up === 5 || down === 5) return true;
  }
  return false;
}

// src/rules/credentials/assigned/judge.ts
function judgeLiteral({ name, value, takes, judgedAs = value }) {
  if (takes === void 0) return judgeSecret({ name, value: judgedAs });
  const judged = judgeSecret({ name, value: judgedAs, takes: "secret" });
  if (takes === "random" && judged.secret && !judged.proven)
    return { secret: false, reason: "only a random one counts there" };
  return judged;
}

// src/rules/credentials/assigned/tables.ts
var IDENTIFIED = /\bIDENTIFIED\s{1,4}(?:WITH\s{1,4}\S{1,40}\s{1,4})?(?:BY|AS)\s{1,4}(?:PASSWORD\s{1,4})?(["'])(?<value>(?:(?!\1)[^\n\\]){3,200})\1/dgi;
var MADE = /"type"\s{0,4}:\s{0,4}"random_password"[\s\S]{0,1200}?"result"\s{0,4}:\s{0,4}"(?<value>(?:[^"\\\n]|\\.){4,200})"/dg;
function* statementsIn(text) {
  for (const pattern of [IDENTIFIED, MADE]) {
    for (const { groups, indices } of text.matchAll(pattern)) {
      const [start, end] = indices.groups.value;
      yield { name: "password", value: groups.value, start, end, takes: "secret" };
    }
  }
}
var MOST_COLUMNS = 1e3;
function* columnsIn(text) {
  const head = /^[^\n]{1,2000}/.exec(text)?.[0] ?? "";
  const separator = head.includes("	") ? "	" : head.includes(";") ? ";" : ",";
  const names = head.split(separator, MOST_COLUMNS).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  const wanted = names.flatMap((name, column) => namesSecret(name) ? [{ name, column }] : []);
  if (wanted.length === 0 || names.length < 2) return;
  let at = head.length + 1;
  for (const line of text.slice(at).split("\n")) {
    const fields = line.split(separator, MOST_COLUMNS);
    for (const { name, column } of wanted) {
      const field = fields[column];
      if (field === void 0 || fields.length !== names.length) continue;
      const [, before = "", value = ""] = /^(\s*"?)(.*?)"?\s*$/.exec(field) ?? [];
      const start = at + fields.slice(0, column).reduce((sum, one) => sum + one.length + 1, 0) + before.length;
      if (value !== "") yield { name, value, start, end: start + value.length };
    }
    at += line.length + 1;
  }
}

// src/rules/credentials/assigned/maps.ts
var OF_SECRETS = /(?:passwords|passwds|secrets|credentials|api_?keys)$/i;
var BRACE = /["'`]?\]?\s{0,20}(?::=|=>|[:=])\s{0,20}(?:map\[string\]string|tomap\(|new\s[\w<>, ]{1,40}(?:\(\))?)?\s?\{/y;
var COLON = /["']?:[ \t]*(?:#[^\n]*)?(?=\n)/y;
var ENTRY = /(?<![\w.-])["'`]?(?<key>[\w.@-]{1,60})["'`]?\s{0,20}(?::|=>?)\s{0,20}(?<quote>["'`])(?<value>[^"'`\\\n]{5,300})\k<quote>/dg;
var LINE2 = /^(?<indent>[ \t]+)["']?(?<key>[\w.@-]{1,60})["']?:[ \t]+(?<quote>["']?)(?<value>[^\s"'#][^\n"'#]{3,300}?)\k<quote>[ \t]*$/dgm;
var REACH2 = 3e3;
function* entriesOf(name, text, style) {
  if (!OF_SECRETS.test(name.text)) return name.end;
  BRACE.lastIndex = name.end;
  if (BRACE.test(text)) {
    const end2 = endOfBraces(text, BRACE.lastIndex);
    yield* entriesIn(text, BRACE.lastIndex, end2, ENTRY, name.text);
    return end2;
  }
  COLON.lastIndex = name.end;
  const indent = /(?:^|\n)([ \t]*)(?:-[ \t]+)?["']?$/.exec(text.slice(Math.max(0, name.start - 100), name.start))?.[1];
  if (style === "quoted" || style === "table" || indent === void 0 || !COLON.test(text)) return name.end;
  const from = COLON.lastIndex + 1;
  const end = endOfDeeper(text, from, indent.length);
  yield* entriesIn(text, from, end, LINE2, name.text);
  return end;
}
function* entriesIn(text, from, end, entry, map) {
  for (const { groups, indices } of text.slice(from, end).matchAll(entry)) {
    if (judgeName(`secret_${groups.key}`).says === "other") continue;
    const [start, stop] = indices.groups.value;
    const takes = /passw(?:or)?ds$/i.test(map) ? "secret" : "random";
    yield { name: `${map}.${groups.key}`, value: groups.value, start: from + start, end: from + stop, takes };
  }
}
function endOfBraces(text, from) {
  const limit = Math.min(text.length, from + REACH2);
  for (let at = from, depth = 1; at < limit; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return limit;
}
function endOfDeeper(text, from, indent) {
  const limit = Math.min(text.length, from + REACH2);
  for (let at = from; at < limit; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? limit : end);
    if (line.trim() !== "" && line.length - line.trimStart().length <= indent) return at;
    if (end === -1) break;
    at = end + 1;
  }
  return limit;
}

// src/rules/credentials/assigned/assignments.ts
var LONGEST_LINE = 3e3;
var LONGEST_NAME = 60;
var STEM2 = new RegExp(SECRET_STEMS, "gi");
function* assignmentsIn(text, style) {
  let done = 0;
  let mapEnd = 0;
  STEM2.lastIndex = 0;
  for (const match of text.matchAll(STEM2)) {
    if (match.index < done) continue;
    const name = nameAround(text, match.index);
    done = name.end;
    if (name.text === "") continue;
    const value = valueAfter(text, name, style);
    if (value && isOfALine(text, value.start)) yield { name: name.text, ...value };
    else if (match.index >= mapEnd) mapEnd = yield* entriesOf(name, text, style);
  }
}
var isNameCharacter = (code) => code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 48 && code <= 57 || code === 95 || code === 45 || code === 46;
function nameAround(text, at) {
  let start = at;
  while (start > 0 && at - start <= LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < text.length && end - at <= LONGEST_NAME && isNameCharacter(text.charCodeAt(end))) end++;
  const whole = text.slice(start, end).replace(/^[-.\d]+/, "").replace(/[-.]+$/, "");
  return { text: end - start > LONGEST_NAME ? "" : whole, start, end };
}
var TYPED = String.raw`:\s*(?:Optional\[|&(?:'static\s)?)?[A-Za-z][\w.<>\]|? ]{0,30}?\s*=(?![=>])|\s(?:string|String|str|As\sString)\s*=(?!=)`;
var OPERATOR = String.raw`=>|:=|<-|\|\|=?|\?\?=?|=(?![=~>])|:(?![:=])|,(?=[ \t]*["'${"`"}])|\(`;
var WRAPPER = String.raw`(?:aws\.String|String(?:::from)?|std::string|SecretStr(?:ing)?|SecureString|Secret|str|bytes|\[\]byte|Buffer\.from|pulumi\.\w+)\(`;
var VALUE2 = String.raw`["'${"`"}]\s*,?\s*["']?(?:Parameter)?[Vv]alue["']?\s*[:=]\s*|["'],[^"'\n]{0,60}?\b(?:default|defaultValue)\s*[=:]\s*|[ \t]*\n[ \t]*value[ \t]*:[ \t]*|\)\s*\{\s*`;
var QUOTED = new RegExp(
  String.raw`(?:${VALUE2}|\\{0,4}["'${"`"}]?\]?\)?\s{0,20}(?:${TYPED}|${OPERATOR})\s{0,20})(?:[&!]\w+[ \t]+)?(?:[rbuf@]{1,2}(?=["'])|${WRAPPER}b?)?(\\{0,4}["'${"`"}])`,
  "y"
);
var BESIDE = /[ \t]{1,20}(["'])/y;
var BESIDE_AFTER = /(?:^|[\n{(;])[ \t]*(?:#[ \t]*define[ \t]+|\(?def[ \t]+|set[ \t]+)?$|\b(?:WITH|USER|ROLE|LOGIN|ENCRYPTED|SET)\b[^\n;]{0,80}$/i;
var ELEMENT = /(?:["']?(?:\s[^<>\n]{0,80})?>|<\/key>\s{0,40}<string>)([^<>\s]{1,400})<\//y;
var BARE = /["']?(?:[ \t]*[=:]|[ \t]*\n[ \t]*value[ \t]*:)[ \t]*(?:[&!]\w+[ \t]+)?(?![|>&*{[])([^\s"'`#;,<>(){}[\]|\\]{1,400})[ \t]*(?:[#;][^\n]*)?(?=\r?\n|$)/y;
var SPACED = /[ \t]{1,20}["']?([^\s"'#;]{1,400})["']?[ \t]*(?=\r?\n|$)/y;
var EMBEDDED = /=(?!=)([^;&"'`\s<>\\]{1,200})/y;
var CONNECTION = /(?:jdbc:|(?:server|data source|host|user ?id|uid|user(?:name)?|endpoint|database|initial catalog|account ?name|address)=)[^\n]{0,200}$/i;
var QUERY = /:\/\/[^\s"'`<>]{1,240}[?&]$/;
var DEFAULTED = /:([^}\s"'`]{1,200})\}/y;
function valueAfter(text, name, style) {
  const before = (length) => text.slice(Math.max(0, name.start - length), name.start);
  return quoted(text, name) ?? (text[name.start - 1] === "<" || /^(?:["']|<\/key>)/.test(text.slice(name.end, name.end + 6)) ? captured(ELEMENT, text, name.end) : void 0) ?? (text[name.end] === "=" && (CONNECTION.test(before(250)) || QUERY.test(before(260))) ? captured(EMBEDDED, text, name.end) : void 0) ?? (text[name.end] === ":" && before(2) === "${" ? captured(DEFAULTED, text, name.end) : void 0) ?? (BESIDE_AFTER.test(before(120)) ? literalAt(text, name.end, BESIDE) : void 0) ?? (style !== "quoted" && beginsSetting(text, name.start) ? captured(BARE, text, name.end) : void 0) ?? (style === "spaced" && beginsSetting(text, name.start) ? captured(SPACED, text, name.end) : void 0);
}
function quoted(text, name) {
  QUOTED.lastIndex = name.end;
  const opening = QUOTED.exec(text)?.[0];
  if (opening === void 0 || /^["'`]\s*,/.test(opening) && !isFirstOperand(text, name)) return void 0;
  return literalAt(text, name.end, QUOTED);
}
function literalAt(text, at, opening) {
  opening.lastIndex = at;
  const quote = opening.exec(text)?.[1];
  if (quote === void 0) return void 0;
  const start = opening.lastIndex;
  let end = start;
  while (end < text.length && !text.startsWith(quote, end) && text[end] !== "\n" && end - start <= 500)
    end += text[end] === "\\" ? 2 : 1;
  if (!text.startsWith(quote, end)) return void 0;
  if (/^["'`]\s*(?:\+|\.\.?\s|%\s|\?|:\s)/.test(text.slice(end + quote.length - 1, end + 16))) return void 0;
  return { value: text.slice(start, end), start, end };
}
function isFirstOperand(text, { start, end }) {
  const before = text.slice(Math.max(0, start - 20), start);
  return /[\w$]\s?\(\s*["'`]$/.test(before) && !/\b(?:in|of|return|and|or|not|if)\s?\(\s*["'`]$/.test(before) || /^["']\s*,\s*["']?(?:Parameter)?[Vv]alue\b|^["'],[^"'\n]{0,60}?\b(?:default|defaultValue)\s*[=:]/.test(
    text.slice(end, end + 90)
  );
}
function captured(pattern, text, at) {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return void 0;
  const start = at + match[0].lastIndexOf(match[1]);
  return { value: match[1], start, end: start + match[1].length };
}
function beginsSetting(text, at) {
  const line = text.slice(Math.max(0, at - 80), at);
  return /(?:^|\n)[ \t]*(?:-[ \t]+)?(?:export[ \t]+|set[ \t]+|Environment=|name[ \t]*:[ \t]*)?["']?$/.test(line);
}
function isOfALine(text, at) {
  const reach = LONGEST_LINE / 2;
  const begins3 = at <= reach || text.slice(at - reach, at).includes("\n");
  return begins3 && (at + reach >= text.length || text.slice(at, at + reach).includes("\n"));
}

// src/rules/credentials/assigned/headers.ts
var AUTHORIZATION = /\b(?:Proxy-)?Authorization["'`]?\]?\s{0,4}(?:[:=,]|=>|\.)?\s{0,4}(?:["'`(]\s{0,2}){0,2}(?<scheme>Bearer|Basic|Token|token|ApiKey|Api-Key|Key|Bot|GenieKey|SSWS|OAuth|Splunk)(?:["'`]\s{0,2},\s{0,2}["'`]|[ \t]{1,2})(?<value>[A-Za-z0-9+/_.~=-]{8,2000})(?=["'`\s,;\\)<]|$)/dgi;
var COOKIES = /\b(?:Set-)?Cookies?["'`]?\]?\s{0,4}(?:[:=,]|=>)\s{0,4}(?=["'`{([])/gi;
var COOKIE = /(?<name>[\w.-]*(?:sess(?:ion)?|auth|jwt|token|remember|\bsid\b|connect\.sid|SESSID)[\w.-]*)["'`]?\s{0,3}[=:]\s{0,3}["'`]?(?<value>[A-Za-z0-9+/_.~%=-]{16,1000})/dgi;
var REACH3 = 600;
function* headersIn(text) {
  for (const { groups, indices } of text.matchAll(AUTHORIZATION)) {
    const [start, end] = indices.groups.value;
    const judgedAs = /^basic$/i.test(groups.scheme) ? `Basic ${groups.value}` : groups.value;
    yield { name: "Authorization", value: groups.value, start, end, takes: "secret", judgedAs };
  }
  for (const { index, 0: opening } of text.matchAll(COOKIES)) {
    const from = index + opening.length;
    const until = text.indexOf("\n\n", from);
    const jar = text.slice(from, Math.min(from + REACH3, until === -1 ? text.length : until));
    const closed = jar.slice(0, endOfJar(jar));
    for (const { groups, indices } of closed.matchAll(COOKIE)) {
      const [start, end] = indices.groups.value;
      yield { name: groups.name, value: groups.value, start: from + start, end: from + end, takes: "random" };
    }
  }
}
function endOfJar(jar) {
  const closing = { "{": "}", "[": "]", "(": ")" }[jar[0] ?? ""] ?? jar[0] ?? "";
  const end = jar.indexOf(closing, 1);
  return end === -1 ? jar.length : end;
}

// src/rules/credentials/assigned/secret-arguments.ts
var CALLS = [
  { call: String.raw`DriverManager\.getConnection`, argument: 2, name: "password" },
  { call: String.raw`(?:pymysql|MySQLdb|mysql\.connector|mariadb)\.connect`, argument: 2, name: "password" },
  { call: String.raw`mysqli?_p?connect|new\s+mysqli|new\s+PDO`, argument: 2, name: "password" },
  {
    call: String.raw`[Bb]asic_?(?:Auth|auth|Authentication)|HTTP(?:Basic|Digest|Proxy)Auth|\bauth\s*=\s*|UsernamePassword(?:Token|Credentials?|AuthenticationToken)|NetworkCredential|PasswordAuthentication|Credentials?\.basic|\.log_?[iI]n|\blogin`,
    argument: 1,
    name: "password"
  },
  { call: String.raw`\+=\s*Credentials`, argument: 3, name: "password" },
  { call: String.raw`(?:jwt|JWT|jsonwebtoken)\.(?:sign|encode|verify|decode)`, argument: 1, name: "secret_key" },
  {
    call: String.raw`createHmac|HMAC\.hexdigest|create(?:C|Dec)ipheriv|createDecipheriv`,
    argument: 1,
    name: "secret_key"
  },
  { call: "hash_hmac", argument: 2, name: "secret_key" },
  {
    call: String.raw`hmac\.(?:new|digest|New)|Fernet|SecretKeySpec|hmacShaKeyFor|HMAC(?:SHA)?(?:256|384|512)|SymmetricSecurityKey|AES\.new`,
    argument: 0,
    name: "secret_key"
  }
];
var ANY2 = new RegExp(CALLS.map(({ call }, index) => `(?<c${index}>${call})`).join("|"), "g");
var LONGEST2 = 400;
function* secretArgumentsIn(text) {
  for (const match of text.matchAll(ANY2)) {
    const index = Object.entries(match.groups).findIndex(([, part]) => part !== void 0);
    const { argument, name } = CALLS[index];
    const literal = literalArgument(text, match.index + match[0].length, argument);
    if (literal) yield { name, ...literal, takes: "secret" };
  }
}
function literalArgument(text, after, wanted) {
  OPENING.lastIndex = after;
  const opening = OPENING.exec(text);
  if (!opening) return void 0;
  let at = OPENING.lastIndex;
  const limit = Math.min(text.length, at + LONGEST2);
  let [argument, depth] = [0, 0];
  let start = at;
  for (; at < limit; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'" || sign === "`") {
      const end = endOfLiteral(text, at, sign, limit);
      if (end === -1) return void 0;
      const before = text.slice(start, at);
      if (argument === wanted && depth === WRAPPED(before) && AFTER.test(text.slice(end + 1, end + 40)))
        return { value: text.slice(at + 1, end), start: at + 1, end };
      at = end;
    } else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) {
      if (--depth < 0) return void 0;
    } else if (sign === "," && depth === 0) {
      if (++argument > wanted) return void 0;
      start = at + 1;
    } else if (sign === ";" || sign === "\n" && opening[0].endsWith(" ")) return void 0;
  }
  return void 0;
}
var OPENING = /\s{0,3}\(|[ \t](?=["'])/y;
var WRAPPED = (before) => /^\s*(?:b|r|u|@)?$/.test(before) ? 0 : /^\s*(?:\[\]byte|bytes|Buffer\.from|Encoding\.\w+\.GetBytes|new\s+\w+|to_bytes)\s*\(\s*b?$/.test(before) ? 1 : -1;
var AFTER = /^(?:\.(?:getBytes|encode|toByteArray|to_s|as_bytes|charCodeAt)\([^)]{0,20}\)|\.toCharArray\(\))?\s*(?:[,)]|$|\n|;)/;
function endOfLiteral(text, at, quote, limit) {
  for (let end = at + 1; end < limit; end++) {
    if (text[end] === "\\") end++;
    else if (text[end] === quote) return end;
    else if (text[end] === "\n") return -1;
  }
  return -1;
}

// src/rules/credentials/assigned/literals.ts
function* literalsIn(text, style) {
  yield* assignmentsIn(text, style);
  yield* secretArgumentsIn(text);
  yield* headersIn(text);
  yield* statementsIn(text);
  if (style === "table") yield* columnsIn(text);
}

// src/rules/credentials/tokens/format.ts
function isNamed(form) {
  return "keyword" in form;
}
function listOf(value) {
  return value === void 0 ? [] : typeof value === "string" ? [value] : value;
}

// src/rules/credentials/tokens/formats/ai.ts
var AI = [
  {
    id: "openai-key",
    title: "OpenAI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost and can read files and threads of the project.",
    remediation: "Delete the key on the API keys page and read the new one from the environment.",
    reference: "https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety",
    kinds: [
      {
        name: "An OpenAI API key",
        holds: "T3BlbkFJ",
        before: "sk-(?:(?:proj|svcacct|admin|service|None)-)?[A-Za-z0-9_-]{20,110}",
        form: "[A-Za-z0-9_-]{20,110}"
      },
      { name: "An OpenAI project key", starts: "sk-proj-", form: "[A-Za-z0-9_-]{48,220}" },
      { name: "An OpenAI service account key", starts: "sk-svcacct-", form: "[A-Za-z0-9_-]{48,220}" },
      { name: "An OpenAI admin key", starts: "sk-admin-", form: "[A-Za-z0-9_-]{48,220}", severity: "critical" },
      { name: "An OpenAI session", starts: "sess-", form: "[A-Za-z0-9]{40}" },
      { name: "An OpenAI API key of another form", keyword: "openai", form: "sk-[A-Za-z0-9_-]{40,64}" }
    ]
  },
  {
    id: "anthropic-key",
    title: "Anthropic API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost.",
    remediation: "Delete the key in the Console and read the new one from the environment; on AWS use Bedrock under a role.",
    reference: "https://support.anthropic.com/en/articles/9767949-api-key-best-practices-keeping-your-keys-safe-and-secure",
    kinds: [
      {
        name: "An Anthropic API key",
        starts: ["sk-ant-api03-", "sk-ant-api04-", "sk-ant-api01-", "sk-ant-api02-"],
        form: "[A-Za-z0-9_-]{80,120}"
      },
      {
        name: "An Anthropic admin API key",
        starts: "sk-ant-admin01-",
        form: "[A-Za-z0-9_-]{80,120}",
        severity: "critical",
        reference: "https://docs.anthropic.com/en/api/administration-api"
      },
      { name: "An Anthropic OAuth access token", starts: "sk-ant-oat01-", form: "[A-Za-z0-9_-]{80,120}" },
      { name: "An Anthropic OAuth refresh token", starts: "sk-ant-ort01-", form: "[A-Za-z0-9_-]{80,120}" },
      { name: "An Anthropic session", starts: ["sk-ant-sid01-", "sk-ant-sid02-"], form: "[A-Za-z0-9_-]{80,140}" }
    ]
  },
  {
    id: "groq-key",
    title: "Groq API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost.",
    remediation: "Delete the key in the console and read the new one from the environment.",
    reference: "https://console.groq.com/docs/quickstart",
    kinds: [{ name: "A Groq API key", starts: "gsk_", form: "[A-Za-z0-9]{52}" }]
  },
  {
    id: "huggingface-token",
    title: "Hugging Face token in the repository",
    severity: "high",
    description: "The token reads private models and data sets, and can replace them if it may write.",
    remediation: "Invalidate the token (Settings, Access tokens) and read a fine-grained one from the environment.",
    reference: "https://huggingface.co/docs/hub/security-tokens",
    kinds: [
      { name: "A Hugging Face user access token", starts: "hf_", form: "[A-Za-z]{34}" },
      { name: "A Hugging Face organisation API token", starts: "api_org_", form: "[A-Za-z]{34}" },
      { name: "A Hugging Face OAuth token", starts: "hf_oauth_", form: "[A-Za-z0-9_-]{40,200}" }
    ]
  },
  {
    id: "google-ai-key",
    title: "Gemini API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://ai.google.dev/gemini-api/docs/api-key",
    kinds: [{ name: "A Gemini API key", starts: "AQ.Ab", form: "[A-Za-z0-9_-]{46,60}" }]
  },
  {
    id: "cohere-key",
    title: "Cohere API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.cohere.com/docs/rate-limits",
    kinds: [{ name: "A Cohere API key", keyword: ["cohere", "co api key"], form: "[A-Za-z0-9]{40}" }]
  },
  {
    id: "mistral-key",
    title: "Mistral API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.mistral.ai/getting-started/quickstart/",
    kinds: [{ name: "A Mistral API key", keyword: "mistral", form: "[A-Za-z0-9]{32}" }]
  },
  {
    id: "xai-key",
    title: "xAI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.x.ai/docs/overview",
    kinds: [{ name: "An xAI API key", starts: "xai-", form: "[A-Za-z0-9]{80}" }]
  },
  {
    id: "replicate-token",
    title: "Replicate API token in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://replicate.com/docs/topics/security/api-tokens",
    kinds: [{ name: "A Replicate API token", starts: "r8_", form: "[A-Za-z0-9]{37}" }]
  },
  {
    id: "langsmith-key",
    title: "LangSmith API key in the repository",
    severity: "high",
    description: "The key reads traces, with the prompts and answers in them, and changes what is evaluated.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.langchain.com/langsmith/create-account-api-key",
    kinds: [
      { name: "A LangSmith personal token", starts: "lsv2_pt_", form: "[a-f0-9]{32}_[a-f0-9]{10}" },
      { name: "A LangSmith service key", starts: "lsv2_sk_", form: "[a-f0-9]{32}_[a-f0-9]{10}" },
      { name: "A LangSmith API key of the old form", starts: "ls__", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "perplexity-key",
    title: "Perplexity API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.perplexity.ai/getting-started/quickstart",
    kinds: [{ name: "A Perplexity API key", starts: "pplx-", form: "[A-Za-z0-9]{48}" }]
  },
  {
    id: "elevenlabs-key",
    title: "ElevenLabs API key in the repository",
    severity: "high",
    description: "Whoever has the key makes speech at your cost, also with the voices that the account has cloned.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://elevenlabs.io/docs/api-reference/authentication",
    kinds: [
      { name: "An ElevenLabs API key", starts: "sk_", form: "[a-f0-9]{48}" },
      {
        name: "An ElevenLabs API key of the old form",
        keyword: ["elevenlabs", "eleven labs", "xi api key"],
        form: "[a-f0-9]{32}"
      }
    ]
  },
  {
    id: "together-key",
    title: "Together AI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.together.ai/docs/quickstart",
    kinds: [
      { name: "A Together AI API key", starts: "tgp_v1_", form: "[A-Za-z0-9_-]{43}" },
      { name: "A Together AI API key of the old form", keyword: "together", form: "[a-f0-9]{64}" }
    ]
  },
  {
    id: "fireworks-key",
    title: "Fireworks AI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.fireworks.ai/getting-started/quickstart",
    kinds: [{ name: "A Fireworks AI API key", starts: "fw_", form: "[A-Za-z0-9]{22,24}" }]
  },
  {
    id: "deepseek-key",
    title: "DeepSeek API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://api-docs.deepseek.com/",
    kinds: [{ name: "A DeepSeek API key", keyword: "deepseek", form: "sk-[a-f0-9]{32}" }]
  },
  {
    id: "openrouter-key",
    title: "OpenRouter API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://openrouter.ai/docs/api-reference/authentication",
    kinds: [{ name: "An OpenRouter API key", starts: "sk-or-v1-", form: "[a-f0-9]{64}" }]
  },
  {
    id: "pinecone-key",
    title: "Pinecone API key in the repository",
    severity: "high",
    description: "The key reads and changes the indexes of the project, with the texts in them.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.pinecone.io/guides/projects/manage-api-keys",
    kinds: [
      { name: "A Pinecone API key", starts: "pcsk_", form: "[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,64}" },
      {
        name: "A Pinecone API key of the old form",
        keyword: "pinecone",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "voyage-key",
    title: "Voyage AI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.voyageai.com/docs/api-key-and-installation",
    kinds: [{ name: "A Voyage AI API key", keyword: "voyage", form: "pa-[A-Za-z0-9_-]{43}" }]
  },
  {
    id: "jina-key",
    title: "Jina AI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://jina.ai/api-dashboard/",
    kinds: [{ name: "A Jina AI API key", starts: "jina_", form: "[a-f0-9]{32}[A-Za-z0-9_-]{28}" }]
  },
  {
    id: "nvidia-key",
    title: "NVIDIA API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.nvidia.com/ngc/latest/ngc-user-guide.html",
    kinds: [{ name: "An NVIDIA API key", starts: "nvapi-", form: "[A-Za-z0-9_-]{64}" }]
  },
  {
    id: "cerebras-key",
    title: "Cerebras API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://inference-docs.cerebras.ai/quickstart",
    kinds: [{ name: "A Cerebras API key", starts: "csk-", form: "[a-z0-9]{48}" }]
  },
  {
    id: "anyscale-key",
    title: "Anyscale API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.anyscale.com/",
    kinds: [{ name: "An Anyscale API key", starts: "esecret_", form: "[A-Za-z0-9]{24,40}" }]
  },
  {
    id: "deepgram-key",
    title: "Deepgram API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://developers.deepgram.com/docs/create-additional-api-keys",
    kinds: [{ name: "A Deepgram API key", keyword: "deepgram", form: "[a-f0-9]{40}" }]
  },
  {
    id: "assemblyai-key",
    title: "AssemblyAI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://www.assemblyai.com/docs",
    kinds: [{ name: "An AssemblyAI API key", keyword: ["assemblyai", "assembly ai"], form: "[a-f0-9]{32}" }]
  },
  {
    id: "stability-key",
    title: "Stability AI API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://platform.stability.ai/docs/getting-started/authentication",
    kinds: [{ name: "A Stability AI API key", keyword: "stability", form: "sk-[A-Za-z0-9]{48}" }]
  },
  {
    id: "runpod-key",
    title: "RunPod API key in the repository",
    severity: "high",
    description: "Whoever has the key rents machines at your cost and reads what runs on them.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.runpod.io/get-started/api-keys",
    kinds: [{ name: "A RunPod API key", starts: "rpa_", form: "[A-Z0-9]{42,46}" }]
  },
  {
    id: "wandb-key",
    title: "Weights & Biases API key in the repository",
    severity: "high",
    description: "The key reads and changes the runs, models and data of its user.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.wandb.ai/support/find_api_key/",
    kinds: [
      { name: "A Weights & Biases API key", starts: "wandb_v1_", form: "[A-Za-z0-9_-]{60,90}" },
      { name: "A Weights & Biases API key of the old form", keyword: "wandb", form: "[a-f0-9]{40}" }
    ]
  },
  {
    id: "langfuse-key",
    title: "Langfuse secret key in the repository",
    severity: "high",
    description: "The key reads traces, with the prompts and answers in them, of the project.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://langfuse.com/faq/all/where-are-langfuse-api-keys",
    kinds: [
      {
        name: "A Langfuse secret key",
        starts: "sk-lf-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "helicone-key",
    title: "Helicone API key in the repository",
    severity: "high",
    description: "The key reads the requests and answers that went through the gateway.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.helicone.ai/helicone-headers/helicone-auth",
    kinds: [{ name: "A Helicone API key", starts: "sk-helicone-", form: "[a-z0-9-]{31,44}" }]
  },
  {
    id: "tavily-key",
    title: "Tavily API key in the repository",
    severity: "medium",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.tavily.com/documentation/quickstart",
    kinds: [{ name: "A Tavily API key", starts: ["tvly-", "tvly-dev-", "tvly-prod-"], form: "[A-Za-z0-9]{32}" }]
  },
  {
    id: "firecrawl-key",
    title: "Firecrawl API key in the repository",
    severity: "medium",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.firecrawl.dev/introduction",
    kinds: [{ name: "A Firecrawl API key", starts: "fc-", form: "[a-f0-9]{32}" }]
  },
  {
    id: "fal-key",
    title: "fal API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.fal.ai/",
    kinds: [
      {
        name: "A fal API key",
        keyword: ["fal key", "fal api key", "fal ai"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}:[a-f0-9]{32}"
      }
    ]
  },
  {
    id: "cursor-key",
    title: "Cursor API key in the repository",
    severity: "high",
    description: "The key acts as its user or team: it reads how the team works, or runs agents on their repositories.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://cursor.com/docs/api",
    kinds: [
      { name: "A Cursor API key", starts: "crsr_", form: "[a-f0-9]{64}" },
      { name: "A Cursor admin API key", keyword: "cursor", form: "key_[a-f0-9]{64}" }
    ]
  },
  {
    id: "clarifai-token",
    title: "Clarifai personal access token in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.clarifai.com/",
    kinds: [{ name: "A Clarifai personal access token", keyword: "clarifai", form: "[a-f0-9]{32}" }]
  },
  {
    id: "moonshot-key",
    title: "Moonshot API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://platform.moonshot.ai/docs",
    kinds: [{ name: "A Moonshot (Kimi) API key", keyword: ["moonshot", "kimi"], form: "sk-[A-Za-z0-9]{48}" }]
  },
  {
    id: "dify-key",
    title: "Dify API key in the repository",
    severity: "high",
    description: "Whoever has the key uses the models at your cost, and reads what the account keeps there.",
    remediation: "Delete the key in the vendor\u2019s console and read the new one from the environment.",
    reference: "https://docs.dify.ai/",
    kinds: [
      { name: "A Dify app API key", keyword: "dify", form: "app-[A-Za-z0-9]{24}" },
      { name: "A Dify dataset API key", keyword: "dify", form: "dataset-[A-Za-z0-9]{24}" }
    ]
  }
];

// src/rules/credentials/tokens/formats/business.ts
var BUSINESS = [
  {
    id: "shopify-token",
    title: "Shopify token in the repository",
    severity: "high",
    description: "The token reads and changes what the app may: orders, customers, products.",
    remediation: "Revoke the credentials in the app\u2019s settings and read new ones from the environment.",
    reference: "https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials",
    kinds: [
      { name: "A Shopify access token", starts: "shpat_", form: "[A-Za-z0-9]{32,64}" },
      { name: "A Shopify access token of a custom app", starts: "shpca_", form: "[A-Za-z0-9]{32,64}" },
      { name: "A Shopify access token of a private app", starts: "shppa_", form: "[A-Za-z0-9]{32,64}" },
      { name: "A Shopify app secret", starts: "shpss_", form: "[A-Za-z0-9]{32,64}" },
      { name: "A Shopify partner API token", starts: ["prtapi_", "shptka_"], form: "[a-f0-9]{32}" },
      { name: "A Shopify CLI or user token", starts: ["atkn_", "shpua_"], form: "[a-f0-9]{32,64}" }
    ]
  },
  {
    id: "linear-key",
    title: "Linear API key in the repository",
    severity: "high",
    description: "The key acts as the person who made it.",
    remediation: "Revoke the key (Settings, Security & access) and read the new one from the environment.",
    reference: "https://linear.app/docs/api-and-webhooks",
    kinds: [
      { name: "A Linear API key", starts: "lin_api_", form: "[A-Za-z0-9_]{32,128}" },
      { name: "A Linear OAuth token", starts: "lin_oauth_", form: "[a-f0-9]{64}" },
      {
        name: "A signing secret of a Linear webhook",
        starts: "lin_wh_",
        form: "[A-Za-z0-9]{32,64}",
        severity: "medium"
      }
    ]
  },
  {
    id: "notion-token",
    title: "Notion token in the repository",
    severity: "high",
    description: "The token reads and changes every page the integration was added to.",
    remediation: "Refresh the secret in the integration\u2019s settings and read it from the environment.",
    reference: "https://developers.notion.com/docs/best-practices-for-handling-api-keys",
    kinds: [
      { name: "A Notion integration token", starts: "ntn_", form: "[0-9]{11}[A-Za-z0-9]{35}" },
      { name: "A Notion integration token of the old form", starts: "secret_", form: "[A-Za-z0-9]{43}" }
    ]
  },
  {
    id: "figma-token",
    title: "Figma token in the repository",
    severity: "medium",
    description: "The token reads the files and comments that its owner can.",
    remediation: "Revoke the token (Settings, Security) and read the new one from the environment.",
    reference: "https://developers.figma.com/docs/rest-api/authentication/",
    kinds: [{ name: "A Figma personal access token", starts: "figd_", form: "[A-Za-z0-9_-]{40,200}" }]
  },
  {
    id: "postman-key",
    title: "Postman API key in the repository",
    severity: "medium",
    description: "The key reads collections and environments, with the credentials that people keep in them.",
    remediation: "Delete the key (Settings, API keys), and rotate what stood in the environments it opened.",
    reference: "https://learning.postman.com/docs/developer/postman-api/authentication/",
    kinds: [
      { name: "A Postman API key", starts: "PMAK-", form: "[a-f0-9]{24}-[a-f0-9]{34}" },
      { name: "A Postman collection access key", starts: "PMAT-", form: "[A-Z0-9]{26}" }
    ]
  },
  {
    id: "asana-token",
    title: "Asana token in the repository",
    severity: "high",
    description: "The token reads and changes what its owner can.",
    remediation: "Deauthorise the token (Developer console) and read the new one from the environment.",
    reference: "https://developers.asana.com/docs/personal-access-token",
    kinds: [
      {
        name: "An Asana personal access token",
        keyword: "asana",
        form: "[012]/(?:[0-9]{10,20}/)?[0-9]{10,20}:[a-f0-9]{32}"
      },
      { name: "An Asana personal access token of the old form", keyword: "asana", form: "0/[a-f0-9]{32}" },
      { name: "An Asana client secret", keyword: ["asana client secret", "asana secret"], form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "airtable-token",
    title: "Airtable token in the repository",
    severity: "high",
    description: "The token reads and changes the bases that it may reach.",
    remediation: "Delete the token (Developer hub) and read the new one from the environment.",
    reference: "https://airtable.com/developers/web/guides/personal-access-tokens",
    kinds: [
      { name: "An Airtable personal access token", starts: "pat", form: String.raw`[A-Za-z0-9]{14}\.[a-f0-9]{64}` },
      { name: "An Airtable API key of the old form", keyword: "airtable", form: "key[A-Za-z0-9]{14}" }
    ]
  },
  {
    id: "contentful-token",
    title: "Contentful token in the repository",
    severity: "high",
    description: "A management token changes all content that its owner can; a delivery token reads what is published.",
    remediation: "Revoke the token (Settings, CMA tokens) and read the new one from the environment.",
    reference: "https://www.contentful.com/developers/docs/references/authentication/",
    kinds: [
      { name: "A Contentful personal access token", starts: "CFPAT-", form: "[A-Za-z0-9_-]{43}" },
      {
        name: "A Contentful delivery or preview token",
        keyword: "contentful",
        form: "[A-Za-z0-9_-]{43}",
        severity: "medium"
      }
    ]
  },
  {
    id: "typeform-token",
    title: "Typeform token in the repository",
    severity: "high",
    description: "The token reads forms and what people answered.",
    remediation: "Delete the token (Account, Personal tokens) and read the new one from the environment.",
    reference: "https://www.typeform.com/developers/get-started/personal-access-token/",
    kinds: [{ name: "A Typeform personal access token", starts: "tfp_", form: "[A-Za-z0-9_.=-]{40,64}" }]
  },
  {
    id: "hubspot-token",
    title: "HubSpot token in the repository",
    severity: "high",
    description: "The token reads and changes customers and deals as its scopes allow.",
    remediation: "Rotate the token (Private apps, Auth) and read the new one from the environment.",
    reference: "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
    kinds: [
      {
        name: "A HubSpot private app token",
        starts: ["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "A HubSpot API key of the old form",
        keyword: ["hubspot", "hapikey"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "intercom-token",
    title: "Intercom token in the repository",
    severity: "high",
    description: "The token reads and changes customers and what was said with them.",
    remediation: "Regenerate the token (Developer hub) and read the new one from the environment.",
    reference: "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
    kinds: [{ name: "An Intercom access token", starts: "dG9rO", form: "[A-Za-z0-9+/]{50,60}={0,2}" }]
  },
  {
    id: "zendesk-token",
    title: "Zendesk token in the repository",
    severity: "high",
    description: "The token reads and changes tickets as any agent whose address is known.",
    remediation: "Delete the token (Apps and integrations, Zendesk API) and read the new one from the environment.",
    reference: "https://support.zendesk.com/hc/en-us/articles/4408889192858",
    kinds: [
      { name: "A Zendesk API token", keyword: "zendesk", form: "[A-Za-z0-9]{40}" },
      { name: "A secret of a Zendesk OAuth client", keyword: "zendesk", form: "[a-f0-9]{64}" }
    ]
  },
  {
    id: "salesforce-token",
    title: "Salesforce token in the repository",
    severity: "critical",
    description: "The token reads and changes the customers and deals of the organisation as its user.",
    remediation: "Revoke the token (Setup, Connected apps OAuth usage), rotate the consumer secret, and read the new one from the environment.",
    reference: "https://help.salesforce.com/s/articleView?id=sf.connected_app_manage_oauth.htm",
    kinds: [
      { name: "A Salesforce access token", starts: "00D", form: "[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,120}" },
      { name: "A Salesforce refresh token", starts: "5Aep861", form: "[A-Za-z0-9._]{74,90}" },
      { name: "A Salesforce consumer secret", keyword: ["salesforce", "sfdc"], form: "[A-F0-9]{64}" },
      {
        name: "A Salesforce SFDX auth address",
        starts: "force://",
        form: "[A-Za-z0-9._-]{0,100}:[A-Za-z0-9]{0,80}:(?<secret>[A-Za-z0-9._=]{60,120})@",
        open: true
      }
    ]
  },
  {
    id: "trello-token",
    title: "Trello token in the repository",
    severity: "high",
    description: "The token reads and changes what its owner can.",
    remediation: "Revoke the token (Account settings, Applications) and read the new one from the environment.",
    reference: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
    kinds: [
      { name: "A Trello token", starts: "ATTA", form: "[A-Za-z0-9]{72}" },
      { name: "A Trello token of the old form", keyword: "trello", form: "[a-f0-9]{64}" },
      { name: "A Trello API key", keyword: "trello", form: "[a-f0-9]{32}", severity: "medium" }
    ]
  },
  {
    id: "work-management-token",
    title: "Token of a work management service in the repository",
    severity: "high",
    description: "The token reads and changes what its owner can.",
    remediation: "Revoke the token in the account\u2019s settings and read the new one from the environment.",
    reference: "https://developer.clickup.com/docs/authentication",
    kinds: [
      { name: "A ClickUp personal token", starts: "pk_", form: "[0-9]{5,9}_[A-Z0-9]{32}" },
      { name: "A Todoist API token", keyword: "todoist", form: "[a-f0-9]{40}" },
      { name: "A Smartsheet access token", keyword: "smartsheet", form: "[A-Za-z0-9]{37}" },
      {
        name: "A Coda API token",
        keyword: "coda",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "A Shortcut API token",
        keyword: ["shortcut", "clubhouse"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      { name: "A Miro access token", keyword: "miro", form: "eyJ[A-Za-z0-9_-]{30,100}_[A-Za-z0-9_-]{27}" },
      {
        name: "A monday.com API token",
        keyword: "monday",
        form: String.raw`eyJ[A-Za-z0-9_-]{20,100}\.eyJ[A-Za-z0-9_-]{60,500}\.[A-Za-z0-9_-]{43}`
      },
      { name: "A Freshdesk or Freshservice API key", keyword: ["freshdesk", "freshservice"], form: "[A-Za-z0-9]{20}" },
      { name: "A Frame.io token", starts: "fio-u-", form: "[A-Za-z0-9_-]{64}" },
      { name: "A Canva client secret", starts: "cnvca", form: "[A-Za-z0-9_-]{50}" }
    ]
  },
  {
    id: "content-service-token",
    title: "Token of a content service in the repository",
    severity: "high",
    description: "The token reads and changes what is published.",
    remediation: "Revoke the token in the project\u2019s settings and read the new one from the environment.",
    reference: "https://www.sanity.io/docs/content-lake/http-auth",
    kinds: [
      { name: "A Sanity token", keyword: "sanity", form: "sk[A-Za-z0-9]{80,180}" },
      { name: "A Strapi API token", keyword: "strapi", form: "[a-f0-9]{256}" },
      { name: "A DatoCMS API token", keyword: ["dato", "datocms"], form: "[a-f0-9]{30}" },
      { name: "A Ghost admin API key", keyword: "ghost", form: "[a-f0-9]{24}:[a-f0-9]{64}" },
      { name: "A Webflow API token", keyword: "webflow", form: "[a-f0-9]{64}" },
      { name: "A Discourse API key", keyword: "discourse", form: "[a-f0-9]{64}" },
      { name: "A ReadMe API key", starts: "rdme_", form: "[a-z0-9]{70}" },
      { name: "A Lokalise API token", keyword: "lokalise", form: "[a-f0-9]{40}" },
      { name: "A Crowdin token", keyword: "crowdin", form: "[a-f0-9]{80}" },
      { name: "A Transifex API token", keyword: ["transifex", "tx token"], form: "1/[a-f0-9]{40}" },
      {
        name: "A Squarespace API key",
        keyword: "squarespace",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "media-service-key",
    title: "Key of a media service in the repository",
    severity: "high",
    description: "The key stores, changes and deletes media in your name and at your cost.",
    remediation: "Regenerate the key in the account\u2019s settings and read the new one from the environment.",
    reference: "https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials",
    kinds: [
      {
        name: "A Cloudinary address with its secret",
        starts: "cloudinary://",
        form: "[0-9]{10,20}:(?<secret>[A-Za-z0-9_-]{27})@",
        open: true
      },
      { name: "A Cloudinary API secret", keyword: "cloudinary", form: "[A-Za-z0-9_-]{27}" },
      { name: "An Imgur client secret", keyword: "imgur", form: "[a-f0-9]{40}", severity: "medium" },
      { name: "A Mux token secret", keyword: ["mux token", "mux secret"], form: "[A-Za-z0-9+/]{75}" },
      { name: "An ImageKit private key", keyword: "imagekit", form: "private_[A-Za-z0-9+/]{27,28}=?" },
      { name: "A Spotify client secret", keyword: "spotify", form: "[a-f0-9]{32}", severity: "medium" },
      { name: "A Vimeo access token", keyword: "vimeo", form: "[a-f0-9]{32}", severity: "medium" }
    ]
  },
  {
    id: "mapbox-token",
    title: "Mapbox secret token in the repository",
    severity: "high",
    description: "A secret token changes styles, data and tokens of the account. (A token that begins with pk. is public by design.)",
    remediation: "Delete the token (Account, Access tokens) and read the new one from the environment.",
    reference: "https://docs.mapbox.com/help/dive-deeper/access-tokens/",
    kinds: [
      { name: "A Mapbox secret token", starts: "sk.eyJ", form: String.raw`[A-Za-z0-9_-]{50,120}\.[A-Za-z0-9_-]{22}` },
      {
        name: "A Mapbox temporary token",
        starts: "tk.eyJ",
        form: String.raw`[A-Za-z0-9_-]{50,200}\.[A-Za-z0-9_-]{22}`,
        severity: "medium"
      }
    ]
  },
  {
    id: "dropbox-token",
    title: "Dropbox token in the repository",
    severity: "high",
    description: "The token reads and changes files that the app or its user can reach.",
    remediation: "Revoke the token (App console) and read the new one from the environment.",
    reference: "https://developers.dropbox.com/oauth-guide",
    kinds: [
      // For four hours.
      { name: "A Dropbox short-lived token", starts: "sl.", form: "[A-Za-z0-9_-]{130,1500}", severity: "medium" },
      {
        name: "A Dropbox short-lived token (new)",
        starts: "sl.u.",
        form: "[A-Za-z0-9_-]{130,1500}",
        severity: "medium"
      },
      { name: "A Dropbox refresh or long-lived token", keyword: "dropbox", form: "[A-Za-z0-9_-]{64}" }
    ]
  },
  {
    id: "box-secret",
    title: "Box secret in the repository",
    severity: "high",
    description: "The secret acts as the application over the files that it may reach.",
    remediation: "Reset the secret (Developer console) and read the new one from the environment.",
    reference: "https://developer.box.com/guides/authentication/",
    kinds: [
      {
        name: "A Box client secret or developer token",
        keyword: ["box client", "box developer", "box secret", "boxsdk"],
        form: "[A-Za-z0-9]{32}"
      }
    ]
  },
  {
    id: "adobe-secret",
    title: "Adobe secret in the repository",
    severity: "high",
    description: "The secret acts as the project towards the APIs of Adobe.",
    remediation: "Rotate the secret (Developer console, Credentials) and read the new one from the environment.",
    reference: "https://developer.adobe.com/developer-console/docs/guides/authentication/",
    kinds: [
      { name: "An Adobe client secret", starts: "p8e-", form: "[A-Za-z0-9_-]{32}" },
      {
        name: "An Adobe client secret of the old form",
        keyword: "adobe",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "adafruit-key",
    title: "Adafruit IO key in the repository",
    severity: "medium",
    description: "The key reads and writes what the devices of its account send.",
    remediation: "Regenerate the key (My key) and read the new one from the environment.",
    reference: "https://io.adafruit.com/api/docs/",
    kinds: [{ name: "An Adafruit IO key", starts: "aio_", form: "[A-Za-z0-9]{28}" }]
  },
  {
    id: "apify-token",
    title: "Apify token in the repository",
    severity: "high",
    description: "The token runs actors at your cost and reads what they gathered.",
    remediation: "Refresh the token (Settings, API and integrations) and read the new one from the environment.",
    reference: "https://docs.apify.com/platform/integrations/api",
    kinds: [
      { name: "An Apify API token", starts: "apify_api_", form: "[A-Za-z0-9]{34,40}" },
      { name: "An Apify proxy password", starts: "apify_proxy_", form: "[A-Za-z0-9]{34,40}" }
    ]
  },
  {
    id: "rapidapi-key",
    title: "RapidAPI key in the repository",
    severity: "high",
    description: "The key calls every API that its app subscribes to, at your cost.",
    remediation: "Rotate the key (My apps, Authorization) and read the new one from the environment.",
    reference: "https://docs.rapidapi.com/docs/keys",
    kinds: [
      {
        name: "A RapidAPI key",
        holds: "msh",
        before: "[a-f0-9]{10}",
        form: "[a-f0-9]{15}p1[a-f0-9]{6}jsn[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "maxmind-key",
    title: "MaxMind license key in the repository",
    severity: "medium",
    description: "The key downloads databases and asks services at your cost.",
    remediation: "Revoke the key (Account, Manage license keys) and read the new one from the environment.",
    reference: "https://support.maxmind.com/hc/en-us/articles/4407111582235",
    kinds: [{ name: "A MaxMind license key", holds: "_mmk", before: "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}", form: "" }]
  },
  {
    id: "security-service-key",
    title: "Key of a security service in the repository",
    severity: "high",
    description: "The key asks the service at your cost, and reads what you asked before.",
    remediation: "Reset the key in the account\u2019s settings and read the new one from the environment.",
    reference: "https://docs.virustotal.com/reference/authentication",
    kinds: [
      { name: "A VirusTotal API key", keyword: ["virustotal", "vt api"], form: "[a-f0-9]{64}" },
      { name: "A Shodan API key", keyword: "shodan", form: "[A-Za-z0-9]{32}" },
      { name: "A SecurityTrails API key", keyword: "securitytrails", form: "[A-Za-z0-9]{32}" },
      { name: "A Have I Been Pwned API key", keyword: ["hibp", "haveibeenpwned"], form: "[a-f0-9]{32}" },
      { name: "An AbuseIPDB API key", keyword: "abuseipdb", form: "[a-f0-9]{80}" },
      {
        name: "A urlscan.io API key",
        keyword: "urlscan",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "identity-check-token",
    title: "Token of an identity check service in the repository",
    severity: "critical",
    description: "The token reads documents and pictures of the people who were checked.",
    remediation: "Revoke the token in the dashboard and read the new one from the environment.",
    reference: "https://documentation.onfido.com/api/latest/",
    kinds: [
      {
        name: "An Onfido live token",
        starts: ["api_live.", "api_live_us.", "api_live_ca.", "api_live_eu."],
        form: String.raw`[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{32}`
      },
      { name: "A Persona API key", starts: "persona_production_", form: "[A-Za-z0-9_-]{32,64}" }
    ]
  },
  {
    id: "gateway-key",
    title: "Key of an API gateway in the repository",
    severity: "high",
    description: "The key calls the APIs behind the gateway as its consumer.",
    remediation: "Roll the key and read the new one from the environment.",
    reference: "https://zuplo.com/docs/articles/api-key-management",
    kinds: [
      { name: "A Zuplo consumer API key", starts: "zpka_", form: "[a-z0-9]{32}_[a-f0-9]{8}" },
      {
        name: "An Unkey root key",
        starts: "unkey_",
        form: "[A-Za-z0-9]{21,24}",
        reference: "https://www.unkey.com/docs/security/root-keys"
      }
    ]
  },
  {
    id: "fleet-key",
    title: "Samsara API token in the repository",
    severity: "high",
    description: "The token reads where vehicles and drivers are.",
    remediation: "Revoke the token (Settings, API tokens) and read the new one from the environment.",
    reference: "https://developers.samsara.com/docs/authentication",
    kinds: [{ name: "A Samsara API token", starts: "samsara_api_", form: "[A-Za-z0-9]{30}" }]
  },
  {
    id: "calendar-key",
    title: "Cal.com API key in the repository",
    severity: "medium",
    description: "The key reads and changes appointments and the addresses of those invited.",
    remediation: "Revoke the key (Settings, API keys) and read the new one from the environment.",
    reference: "https://cal.com/docs/api-reference/v1/authentication",
    kinds: [
      { name: "A Cal.com API key", starts: "cal_live_", form: "[a-f0-9]{32}" },
      { name: "A Cal.com API key for tests", starts: "cal_test_", form: "[a-f0-9]{32}", severity: "low" }
    ]
  },
  {
    id: "lichess-token",
    title: "Lichess token in the repository",
    severity: "low",
    description: "The token plays and writes as its user.",
    remediation: "Revoke the token (Preferences, API access tokens) and read the new one from the environment.",
    reference: "https://lichess.org/api",
    kinds: [
      { name: "A Lichess personal access token", starts: "lip_", form: "[A-Za-z0-9]{20}" },
      { name: "A Lichess OAuth token", starts: "lio_", form: "[A-Za-z0-9]{32}" }
    ]
  },
  {
    id: "chief-token",
    title: "Chief Tools token in the repository",
    severity: "medium",
    description: "The token reads and changes what its owner can.",
    remediation: "Revoke the token (API tokens) and read the new one from the environment.",
    reference: "https://docs.chief.app/",
    kinds: [{ name: "A Chief Tools token", starts: ["ctp_", "cto_", "ctr_"], form: "[A-Za-z0-9]{36}" }]
  },
  {
    id: "intra42-secret",
    title: "42 intra secret in the repository",
    severity: "medium",
    description: "The secret acts as the application towards the API of 42.",
    remediation: "Replace the secret in the application\u2019s settings and read the new one from the environment.",
    reference: "https://api.intra.42.fr/apidoc/guides/getting_started",
    kinds: [{ name: "A client secret of the 42 API", starts: ["s-s4t2ud-", "s-s4t2af-"], form: "[a-f0-9]{64}" }]
  },
  {
    id: "wakatime-key",
    title: "WakaTime API key in the repository",
    severity: "low",
    description: "The key reads when its owner worked on what.",
    remediation: "Refresh the key (Account settings) and read the new one from the environment.",
    reference: "https://wakatime.com/developers",
    kinds: [
      {
        name: "A WakaTime API key",
        starts: "waka_",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "bitly-token",
    title: "Bitly token in the repository",
    severity: "medium",
    description: "The token makes links in your name and reads who followed them.",
    remediation: "Generate a new token (Settings, API) and read the new one from the environment.",
    reference: "https://dev.bitly.com/docs/getting-started/authentication/",
    kinds: [{ name: "A Bitly access token", keyword: "bitly", form: "[a-f0-9]{40}" }]
  },
  {
    id: "market-data-key",
    title: "Key of a data service in the repository",
    severity: "low",
    description: "The key asks the service at your cost.",
    remediation: "Reset the key in the account\u2019s settings and read the new one from the environment.",
    reference: "https://openweathermap.org/appid",
    kinds: [
      { name: "An OpenWeather API key", keyword: "openweather", form: "[a-f0-9]{32}" },
      { name: "An Alpha Vantage API key", keyword: ["alphavantage", "alpha vantage"], form: "[A-Z0-9]{16}" },
      { name: "A Finnhub API key", keyword: "finnhub", form: "[a-z0-9]{20,40}" },
      { name: "A NewsAPI key", keyword: ["newsapi", "news api"], form: "[a-f0-9]{32}" },
      { name: "An ipinfo token", keyword: "ipinfo", form: "[a-f0-9]{14}" },
      { name: "A TMDB API key", keyword: "tmdb", form: "[a-f0-9]{32}" }
    ]
  }
];

// src/rules/credentials/tokens/formats/clouds.ts
var CLOUDS = [
  {
    id: "azure-secret",
    title: "Azure secret in the repository",
    severity: "critical",
    description: "A storage account key opens all data of the account; a client secret acts as the application.",
    remediation: "Rotate the key or delete the client secret, and use a managed identity or federated credentials instead.",
    reference: "https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
    kinds: [
      {
        name: "An Azure storage or Cosmos DB account key",
        starts: "AccountKey=",
        form: "(?<secret>[A-Za-z0-9+/]{86}==)",
        open: true
      },
      {
        name: "An Azure (Entra ID) client secret",
        holds: ["0Q~", "1Q~", "2Q~", "3Q~", "4Q~", "5Q~", "6Q~", "7Q~", "8Q~", "9Q~"],
        before: "[A-Za-z0-9_~.]{3}",
        form: "[A-Za-z0-9_~.-]{31,34}"
      },
      {
        name: "An Azure shared access signature",
        starts: "sv=20",
        form: "[0-9]{2}-[0-9]{2}-[0-9]{2}&[A-Za-z0-9=&%:._+-]{0,300}sig=(?<secret>[A-Za-z0-9%+/]{42,80}={0,2})",
        open: true,
        severity: "high",
        reference: "https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview"
      },
      {
        name: "A shared access signature of Azure Service Bus, Event Hubs or IoT Hub",
        starts: "SharedAccessSignature sr=",
        form: String.raw`[^\s"'&]{3,200}&sig=(?<secret>[A-Za-z0-9%+/]{42,80}={0,2})`,
        open: true,
        severity: "high"
      },
      {
        name: "A shared access key of Azure Service Bus, Event Hubs or IoT Hub",
        starts: "SharedAccessKey=",
        form: "(?<secret>[A-Za-z0-9+/]{43}=)",
        open: true
      },
      {
        name: "An access key of Azure SignalR, Web PubSub or Communication Services",
        starts: ["AccessKey=", "accesskey="],
        form: "(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)",
        open: true
      },
      {
        name: "A connection string of Azure App Configuration",
        starts: "azconfig.io;Id=",
        form: String.raw`[^;\s"]{4,60};Secret=(?<secret>[A-Za-z0-9]{80,100}|[A-Za-z0-9+/]{43}=)`,
        open: true
      },
      { name: "An Azure storage account key", holds: "+ASt", before: "[A-Za-z0-9+/]{76}", form: "[A-Za-z0-9+/]{6}==" },
      { name: "An Azure Cosmos DB key", holds: "ACDb", before: "[A-Za-z0-9+/]{76}", form: "[A-Za-z0-9+/]{6}==" },
      { name: "An Azure Batch key", holds: "+ABa", before: "[A-Za-z0-9+/]{76}", form: "[A-Za-z0-9+/]{6}==" },
      { name: "An Azure Cache for Redis key", holds: "AzCa", before: "[A-Za-z0-9]{33}", form: "[A-Za-z0-9]{6}=" },
      { name: "An Azure AI Search key", holds: "AzSe", before: "[A-Za-z0-9]{42}", form: "[A-Za-z0-9]{6}" },
      { name: "An Azure Functions key", holds: "AzFu", before: "[A-Za-z0-9_-]{44}", form: "[A-Za-z0-9_-]{6}==" },
      { name: "An Azure Container Registry key", holds: "+ACR", before: "[A-Za-z0-9+/]{42}", form: "[A-Za-z0-9+/]{6}" },
      { name: "An Azure Service Bus key", holds: "+ASb", before: "[A-Za-z0-9+/]{33}", form: "[A-Za-z0-9+/]{6}=" },
      { name: "An Azure Event Hubs key", holds: "+AEh", before: "[A-Za-z0-9+/]{33}", form: "[A-Za-z0-9+/]{6}=" },
      { name: "An Azure IoT Hub key", holds: "AIoT", before: "[A-Za-z0-9+/]{33}", form: "[A-Za-z0-9+/]{6}=" },
      { name: "An Azure Event Grid key", holds: "AZEG", before: "[A-Za-z0-9]{33,44}", form: "[A-Za-z0-9]{5,6}=?" },
      {
        name: "An Azure AI services or Azure OpenAI key",
        holds: "JQQJ99",
        before: "[A-Za-z0-9]{52}",
        form: "[A-Za-z0-9]{26}",
        reference: "https://learn.microsoft.com/en-us/azure/ai-services/authentication"
      },
      {
        name: "An Azure AI services or Azure OpenAI key of the old form",
        keyword: [
          "azure openai",
          "cognitive services",
          "cognitiveservices",
          "azure speech",
          "azure ai",
          "ocp apim subscription"
        ],
        form: "[a-f0-9]{32}"
      }
    ]
  },
  {
    id: "google-api-key",
    title: "Google API key in the repository",
    severity: "medium",
    description: "Whoever has the key uses the APIs it is good for on your bill. Keys of Firebase and of maps in a browser are public by design; then the question is what they are restricted to.",
    remediation: "Restrict the key to its APIs, addresses or apps; if it was not meant for browsers, delete it and make another.",
    reference: "https://docs.cloud.google.com/docs/authentication/api-keys-best-practices",
    kinds: [{ name: "A Google API key", starts: "AIza", form: "[A-Za-z0-9_-]{35}" }]
  },
  {
    id: "google-oauth-secret",
    title: "Google OAuth client secret in the repository",
    severity: "high",
    description: "With the secret anyone can pose as the application towards people who log in by Google.",
    remediation: "Add a new client secret, change over, and disable this one (APIs and services, Credentials).",
    reference: "https://support.google.com/cloud/answer/15549257",
    kinds: [
      { name: "A Google OAuth client secret", starts: "GOCSPX-", form: "[A-Za-z0-9_-]{28}" },
      // For an hour. https://developers.google.com/identity/protocols/oauth2
      { name: "A Google OAuth access token", starts: "ya29.", form: "[A-Za-z0-9_-]{30,400}", severity: "medium" },
      { name: "A Google OAuth refresh token", starts: "1//0", form: "[A-Za-z0-9_-]{40,160}" }
    ]
  },
  {
    id: "google-cloud-key",
    title: "Google Cloud or Firebase key in the repository",
    severity: "high",
    description: "The key acts for the project: it reads and writes storage, or sends messages to every device of an app.",
    remediation: "Delete the key in the console and read the new one from the environment; prefer workload identity.",
    reference: "https://docs.cloud.google.com/storage/docs/authentication/hmackeys",
    kinds: [
      {
        name: "The secret of a Google Cloud Storage HMAC key",
        keyword: ["goog", "gcs hmac", "gcs secret", "hmac secret"],
        form: "[A-Za-z0-9+/]{40}"
      },
      {
        name: "A Firebase Cloud Messaging server key",
        holds: ":APA91b",
        before: "AAAA[A-Za-z0-9_-]{7}",
        form: "[A-Za-z0-9_-]{134}"
      },
      {
        name: "A reCAPTCHA secret key",
        keyword: ["recaptcha secret", "recaptcha private", "recaptcha key secret"],
        form: "6L[A-Za-z0-9_-]{38}",
        severity: "medium"
      }
    ]
  },
  {
    id: "digitalocean-token",
    title: "DigitalOcean token in the repository",
    severity: "high",
    description: "The token makes, reads and destroys whatever its scopes allow, servers and databases among it.",
    remediation: "Delete the token (API, Tokens) and pass one with fewer scopes from the environment.",
    reference: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    kinds: [
      { name: "A DigitalOcean personal access token", starts: "dop_v1_", form: "[a-f0-9]{64}" },
      { name: "A DigitalOcean OAuth token", starts: "doo_v1_", form: "[a-f0-9]{64}" },
      { name: "A DigitalOcean OAuth refresh token", starts: "dor_v1_", form: "[a-f0-9]{64}" },
      {
        name: "A secret key of DigitalOcean Spaces",
        keyword: ["spaces secret", "digitalocean spaces", "do spaces"],
        form: "[A-Za-z0-9+/]{43}"
      }
    ]
  },
  {
    id: "linode-token",
    title: "Linode token in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Revoke the token (Profile, API tokens) and read the new one from the environment.",
    reference: "https://techdocs.akamai.com/linode-api/reference/get-started",
    kinds: [{ name: "A Linode access token", keyword: "linode", form: "[a-f0-9]{64}" }]
  },
  {
    id: "hetzner-token",
    title: "Hetzner Cloud token in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Delete the token (Project, Security, API tokens) and read the new one from the environment.",
    reference: "https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/",
    kinds: [{ name: "A Hetzner Cloud API token", keyword: ["hetzner", "hcloud"], form: "[A-Za-z0-9]{64}" }]
  },
  {
    id: "scaleway-key",
    title: "Scaleway secret key in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Delete the API key (IAM, API keys) and read the new one from the environment.",
    reference: "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/",
    kinds: [
      {
        name: "A Scaleway secret key",
        keyword: ["scw secret", "scaleway"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "alibaba-key",
    title: "Alibaba Cloud AccessKey in the repository",
    severity: "critical",
    description: "An AccessKey acts as its RAM user or the whole account over everything it may reach.",
    remediation: "Disable and delete the AccessKey (RAM console), and use RAM roles for what runs on Alibaba Cloud.",
    reference: "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
    kinds: [
      { name: "An Alibaba Cloud AccessKey ID", starts: "LTAI", form: "[A-Za-z0-9]{12,20}", severity: "high" },
      {
        name: "The secret of an Alibaba Cloud AccessKey",
        keyword: ["alibaba", "aliyun", "alicloud", "access key secret", "oss secret"],
        form: "[A-Za-z0-9]{30}"
      }
    ]
  },
  {
    id: "tencent-key",
    title: "Tencent Cloud key in the repository",
    severity: "critical",
    description: "The key acts as its user over everything it may reach in Tencent Cloud.",
    remediation: "Disable and delete the key (CAM console) and read the new one from the environment.",
    reference: "https://www.tencentcloud.com/document/product/598/34228",
    kinds: [
      { name: "A Tencent Cloud SecretId", starts: "AKID", form: "[A-Za-z0-9]{32}", severity: "high" },
      { name: "A Tencent Cloud SecretKey", keyword: ["tencent", "qcloud"], form: "[A-Za-z0-9]{32}" }
    ]
  },
  {
    id: "yandex-key",
    title: "Yandex Cloud key or token in the repository",
    severity: "high",
    description: "The key acts as its service account or user over the folders it may reach.",
    remediation: "Delete the key or revoke the token and read the new one from the environment.",
    reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/",
    kinds: [
      { name: "A Yandex Cloud API key", starts: "AQVN", form: "[A-Za-z0-9_-]{35,38}" },
      { name: "A Yandex OAuth token", starts: "y0_", form: "[A-Za-z0-9_-]{50,70}" },
      {
        name: "A Yandex Cloud IAM token",
        starts: "t1.9",
        form: String.raw`[A-Za-z0-9_-]{40,250}\.[A-Za-z0-9_-]{80,90}`
      },
      { name: "A Yandex Cloud static secret key", keyword: ["yandex", "yc secret"], form: "YC[A-Za-z0-9_-]{38}" }
    ]
  },
  {
    id: "ibm-cloud-key",
    title: "IBM Cloud API key in the repository",
    severity: "critical",
    description: "The key acts as its user or service id over all of the account that it may reach.",
    remediation: "Delete the key (Manage, Access, API keys) and read the new one from the environment.",
    reference: "https://cloud.ibm.com/docs/account?topic=account-userapikey",
    kinds: [
      {
        name: "An IBM Cloud API key",
        keyword: ["ibm cloud", "ibmcloud", "ic api key", "bluemix", "watson"],
        form: "[A-Za-z0-9_-]{44}"
      }
    ]
  },
  {
    id: "ovh-key",
    title: "OVHcloud key in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Revoke the key (API console) and read the new one from the environment.",
    reference: "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api",
    kinds: [{ name: "An OVHcloud application secret or consumer key", keyword: "ovh", form: "[A-Za-z0-9]{32}" }]
  },
  {
    id: "vultr-key",
    title: "Vultr API key in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Regenerate the key (Account, API) and read the new one from the environment.",
    reference: "https://docs.vultr.com/platform/other/api/",
    kinds: [{ name: "A Vultr API key", keyword: "vultr", form: "[A-Z0-9]{36}" }]
  },
  {
    id: "exoscale-key",
    title: "Exoscale API secret in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Revoke the key (IAM, Keys) and read the new one from the environment.",
    reference: "https://community.exoscale.com/documentation/iam/",
    kinds: [{ name: "An Exoscale API secret", keyword: "exoscale", form: "[A-Za-z0-9_-]{43}" }]
  },
  {
    id: "upcloud-token",
    title: "UpCloud API token in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Delete the token (Account, API tokens) and read the new one from the environment.",
    reference: "https://developers.upcloud.com/1.3/",
    kinds: [{ name: "An UpCloud API token", starts: "ucat_", form: "[A-Z0-9]{26,32}" }]
  },
  {
    id: "civo-key",
    title: "Civo API key in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Regenerate the key (Settings, Security) and read the new one from the environment.",
    reference: "https://www.civo.com/docs/account/api-keys",
    kinds: [{ name: "A Civo API key", keyword: "civo", form: "[A-Za-z0-9]{50}" }]
  },
  {
    id: "backblaze-key",
    title: "Backblaze B2 application key in the repository",
    severity: "high",
    description: "The key reads and writes the buckets that it was made for.",
    remediation: "Delete the key (Application keys) and read the new one from the environment.",
    reference: "https://www.backblaze.com/docs/cloud-storage-application-keys",
    kinds: [
      {
        name: "A Backblaze B2 application key",
        keyword: ["backblaze", "b2 application", "b2 app", "b2 key"],
        form: "K00[0-9][A-Za-z0-9+/]{27}"
      }
    ]
  },
  {
    id: "heroku-key",
    title: "Heroku API key in the repository",
    severity: "high",
    description: "The key deploys apps and reads their settings, with the passwords and addresses in them.",
    remediation: "Regenerate the key (Account settings) or revoke the authorisation, and read the new one from the environment.",
    reference: "https://devcenter.heroku.com/articles/authentication",
    kinds: [
      {
        name: "A Heroku API key",
        starts: "HRKU-",
        form: "(?:AA[A-Za-z0-9_-]{58}|[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})"
      },
      {
        name: "A Heroku API key of the old form",
        keyword: "heroku",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "fly-token",
    title: "Fly.io token in the repository",
    severity: "high",
    description: "The token deploys apps and reads what runs in them, as far as it is scoped.",
    remediation: "Revoke the token (fly tokens revoke) and read the new one from the environment.",
    reference: "https://fly.io/docs/security/tokens/",
    kinds: [
      { name: "A Fly.io access token", starts: ["fm1r_", "fm1a_", "fm2_"], form: "[A-Za-z0-9+/_-]{100,2000}={0,2}" },
      { name: "A Fly.io personal token of the old form", starts: "fo1_", form: "[A-Za-z0-9_-]{43}" }
    ]
  },
  {
    id: "render-key",
    title: "Render API key in the repository",
    severity: "high",
    description: "The key deploys services and reads their environment, with the secrets in it.",
    remediation: "Revoke the key (Account settings, API keys) and read the new one from the environment.",
    reference: "https://render.com/docs/api",
    kinds: [{ name: "A Render API key", starts: "rnd_", form: "[A-Za-z0-9]{28,36}" }]
  },
  {
    id: "railway-token",
    title: "Railway token in the repository",
    severity: "high",
    description: "The token deploys services and reads their variables, with the secrets in them.",
    remediation: "Delete the token (Account or project settings, Tokens) and read the new one from the environment.",
    reference: "https://docs.railway.com/guides/public-api",
    kinds: [
      {
        name: "A Railway token",
        keyword: "railway",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "cloudflare-token",
    title: "Cloudflare key or token in the repository",
    severity: "critical",
    description: "The token changes where names lead, what is cached and which code runs at the edge, as far as it is scoped; a global key does all of it.",
    remediation: "Roll or delete the token (My profile, API tokens) and read the new one from the environment.",
    reference: "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/",
    kinds: [
      { name: "A Cloudflare global API key", starts: "cfk_", form: "[A-Za-z0-9]{46,50}" },
      { name: "A Cloudflare user API token", starts: "cfut_", form: "[A-Za-z0-9]{46,50}" },
      { name: "A Cloudflare account API token", starts: "cfat_", form: "[A-Za-z0-9]{46,50}" },
      {
        name: "A client secret of a Cloudflare Access service token",
        starts: "cfast_",
        form: "[A-Za-z0-9]{48}",
        severity: "high",
        reference: "https://developers.cloudflare.com/changelog/post/2026-08-26-service-token-secret-format/"
      },
      { name: "A Cloudflare Origin CA key", starts: "v1.0-", form: "[a-f0-9]{24}-[a-f0-9]{146}" },
      {
        name: "A Cloudflare API token of the old form",
        keyword: ["cloudflare", "cf api token", "cf token"],
        form: "[A-Za-z0-9_-]{40}"
      },
      {
        name: "A Cloudflare global API key of the old form",
        keyword: ["cloudflare", "cf api key", "x auth key"],
        form: "[a-f0-9]{37}"
      },
      {
        name: "A Cloudflare Turnstile secret key",
        starts: "0x4AAAAAAA",
        form: "[A-Za-z0-9_-]{25}",
        severity: "medium",
        reference: "https://developers.cloudflare.com/turnstile/get-started/"
      }
    ]
  },
  {
    id: "fastly-token",
    title: "Fastly API token in the repository",
    severity: "high",
    description: "The token changes the configuration of services and purges what they cache.",
    remediation: "Delete the token (Account, API tokens) and read the new one from the environment.",
    reference: "https://www.fastly.com/documentation/guides/account-info/user-and-account-management/using-api-tokens/",
    kinds: [{ name: "A Fastly API token", keyword: "fastly", form: "[A-Za-z0-9_-]{32}" }]
  },
  {
    id: "akamai-token",
    title: "Akamai EdgeGrid token in the repository",
    severity: "high",
    description: "With the client secret beside it the token changes what the edge serves.",
    remediation: "Deactivate the credential (Identity and access) and read the new one from the environment.",
    reference: "https://techdocs.akamai.com/developer/docs/edgegrid",
    kinds: [
      { name: "An Akamai access or client token", starts: "akab-", form: "[a-z0-9]{16}-[a-z0-9]{16}" },
      { name: "An Akamai client secret", keyword: ["akamai", "edgerc", "edgegrid"], form: "[A-Za-z0-9+/]{43}=" }
    ]
  },
  {
    id: "supabase-key",
    title: "Supabase key or token in the repository",
    severity: "critical",
    description: "A secret key reads and writes the database past row level security; an access token manages all projects.",
    remediation: "Delete the key (Settings, API keys) or the token (Account, Access tokens) and read the new one from the environment.",
    reference: "https://supabase.com/docs/guides/api/api-keys",
    kinds: [
      { name: "A Supabase personal access token", starts: "sbp_", form: "(?:v0_)?[a-f0-9]{40}" },
      { name: "A Supabase secret key", starts: "sb_secret_", form: "[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}" },
      { name: "A Supabase OAuth token", starts: "sbp_oauth_", form: "[a-f0-9]{40}" }
    ]
  },
  {
    id: "netlify-token",
    title: "Netlify token in the repository",
    severity: "high",
    description: "The token deploys sites and reads their environment variables.",
    remediation: "Revoke the token (User settings, Applications) and read the new one from the environment.",
    reference: "https://docs.netlify.com/api/get-started/",
    kinds: [
      { name: "A Netlify personal access token", starts: "nfp_", form: "[A-Za-z0-9]{36}" },
      {
        name: "A Netlify token of the command line, an app or a build",
        starts: ["nfc_", "nfo_", "nfu_", "nfb_"],
        form: "[A-Za-z0-9]{36}"
      },
      { name: "A Netlify access token of the old form", keyword: "netlify", form: "[A-Za-z0-9_-]{43,46}" }
    ]
  },
  {
    id: "vercel-token",
    title: "Vercel token in the repository",
    severity: "high",
    description: "The token deploys, and reads the environment variables of the projects it reaches.",
    remediation: "Delete the token (Account settings, Tokens) and read the new one from the environment.",
    reference: "https://vercel.com/docs/rest-api#authentication",
    kinds: [
      { name: "A Vercel access token", starts: "vcp_", form: "[A-Za-z0-9]{24,64}" },
      { name: "A Vercel integration token", starts: "vci_", form: "[A-Za-z0-9]{24,64}" },
      { name: "A Vercel app access token", starts: "vca_", form: "[A-Za-z0-9]{24,64}" },
      { name: "A Vercel app refresh token", starts: "vcr_", form: "[A-Za-z0-9]{24,64}" },
      { name: "A Vercel AI Gateway key", starts: "vck_", form: "[A-Za-z0-9]{24,64}" },
      { name: "A Vercel access token of the old form", keyword: ["vercel", "now token"], form: "[A-Za-z0-9]{24}" }
    ]
  },
  {
    id: "deno-token",
    title: "Deno Deploy token in the repository",
    severity: "high",
    description: "The token deploys and reads the projects of its account.",
    remediation: "Revoke the token (Account settings, Access tokens) and read the new one from the environment.",
    reference: "https://docs.deno.com/deploy/",
    kinds: [
      { name: "A Deno Deploy personal access token", starts: "ddp_", form: "[A-Za-z0-9]{36}" },
      { name: "A Deno Deploy organisation access token", starts: "ddo_", form: "[A-Za-z0-9]{36}" }
    ]
  },
  {
    id: "scalingo-token",
    title: "Scalingo token in the repository",
    severity: "high",
    description: "The token makes, reads and destroys what its scopes allow, servers and their disks among it.",
    remediation: "Revoke the token (Account, API tokens) and read the new one from the environment.",
    reference: "https://developers.scalingo.com/",
    kinds: [{ name: "A Scalingo API token", starts: ["tk-us-", "tk-eu-"], form: "[A-Za-z0-9_-]{48}" }]
  },
  {
    id: "appwrite-key",
    title: "Appwrite API key in the repository",
    severity: "high",
    description: "The key reads and writes the databases, files and users of the project as its scopes allow.",
    remediation: "Delete the key (Overview, API keys) and read the new one from the environment.",
    reference: "https://appwrite.io/docs/advanced/platform/api-keys",
    kinds: [{ name: "An Appwrite API key", starts: "standard_", form: "[a-f0-9]{256}" }]
  },
  {
    id: "amazon-oauth-secret",
    title: "Login with Amazon or Selling Partner secret in the repository",
    severity: "high",
    description: "The secret acts as the application, the token as a seller who trusted it.",
    remediation: "Rotate the client secret in the developer console, and ask sellers to authorise again where a refresh token leaked.",
    reference: "https://developer.amazon.com/docs/login-with-amazon/security-profile.html",
    kinds: [
      { name: "A client secret of Login with Amazon", starts: "amzn1.oa2-cs.v1.", form: "[a-f0-9]{64}" },
      { name: "A refresh token of Login with Amazon", starts: "Atzr|", form: "[A-Za-z0-9_+/-]{100,600}" },
      {
        name: "A token of Amazon Marketplace Web Service",
        starts: "amzn.mws.",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "bunny-key",
    title: "bunny.net API key in the repository",
    severity: "high",
    description: "The key changes zones and reads and writes their storage.",
    remediation: "Reset the key (Account, API) and read the new one from the environment.",
    reference: "https://docs.bunny.net/reference/bunnynet-api-overview",
    kinds: [
      {
        name: "A bunny.net API key",
        keyword: "bunny",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}(?:[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})?"
      }
    ]
  }
];

// src/rules/credentials/tokens/crc32.ts
var TABLE2 = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
  return value;
});
function crc32(text) {
  let crc = 4294967295;
  for (let at = 0; at < text.length; at++) crc = crc >>> 8 ^ TABLE2[(crc ^ text.charCodeAt(at)) & 255];
  return (crc ^ 4294967295) >>> 0;
}

// src/rules/credentials/tokens/check-digits.ts
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var base62Crc = (token) => {
  const body = token.slice(token.indexOf("_") + 1);
  return inBase62(crc32(body.slice(0, -6))) === body.slice(-6);
};
var routableCrc = (token) => {
  return crc32(token.slice(0, -7)).toString(36).padStart(7, "0") === token.slice(-7);
};
function inBase62(value) {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = BASE62[rest % 62] + text;
  return text.padStart(6, "0");
}

// src/rules/credentials/tokens/formats/code-hosting.ts
var CODE_HOSTING = [
  {
    id: "github-token",
    title: "GitHub token in the repository",
    severity: "critical",
    description: "A GitHub token acts as the person or app it was made for, with its scopes, over every repository it reaches.",
    remediation: "Revoke the token (Settings, Developer settings). In workflows use GITHUB_TOKEN with least permissions, between repositories a GitHub App.",
    reference: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
    kinds: [
      {
        name: "A GitHub personal access token (classic)",
        starts: "ghp_",
        form: "[A-Za-z0-9]{36}",
        checkDigits: base62Crc
      },
      { name: "A GitHub OAuth access token", starts: "gho_", form: "[A-Za-z0-9]{36}", checkDigits: base62Crc },
      { name: "A GitHub App user access token", starts: "ghu_", form: "[A-Za-z0-9]{36}", checkDigits: base62Crc },
      {
        name: "A GitHub App installation access token",
        starts: "ghs_",
        form: "[A-Za-z0-9]{36}",
        checkDigits: base62Crc
      },
      {
        name: "A GitHub App installation access token (stateless)",
        starts: "ghs_",
        form: String.raw`[0-9]{1,12}_eyJ[A-Za-z0-9_-]{10,1000}\.eyJ[A-Za-z0-9_-]{10,3000}\.[A-Za-z0-9_-]{20,800}`,
        reference: "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app"
      },
      { name: "A GitHub App refresh token", starts: "ghr_", form: "[A-Za-z0-9]{36,76}" },
      {
        name: "A GitHub fine-grained personal access token",
        starts: "github_pat_",
        form: "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"
      },
      {
        name: "A GitHub token of the old form",
        keyword: ["github token", "github pat", "gh token"],
        form: "[a-f0-9]{40}"
      },
      {
        name: "A client secret of a GitHub App or OAuth app",
        keyword: ["github client secret", "github oauth secret", "github app secret", "github secret"],
        form: "[a-f0-9]{40}"
      }
    ]
  },
  {
    id: "gitlab-token",
    title: "GitLab token in the repository",
    severity: "critical",
    description: "A personal access token acts as its owner over everything its scopes allow.",
    remediation: "Revoke the token (Preferences, Access tokens). In pipelines use CI_JOB_TOKEN or masked, protected variables.",
    reference: "https://docs.gitlab.com/user/profile/personal_access_tokens/",
    kinds: [
      { name: "A GitLab personal, project or group access token", starts: "glpat-", form: "[A-Za-z0-9_-]{20}" },
      {
        name: "A GitLab personal, project or group access token (routable)",
        starts: "glpat-",
        form: String.raw`[A-Za-z0-9_-]{27,300}\.(?:[0-9]{2}\.)?[a-z0-9]{9}`,
        checkDigits: routableCrc
      },
      { name: "A secret of a GitLab OAuth application", starts: "gloas-", form: "[A-Za-z0-9_-]{64}" },
      { name: "A GitLab SCIM or OAuth access token", starts: "glsoat-", form: "[A-Za-z0-9_-]{20}" },
      {
        name: "A GitLab token of the old form",
        keyword: ["gitlab token", "gitlab private token", "gitlab access token"],
        form: "[A-Za-z0-9_-]{20}"
      }
    ]
  },
  {
    id: "gitlab-runner-token",
    title: "GitLab runner, deploy or trigger token in the repository",
    severity: "high",
    description: "Such a token takes jobs with their secrets, reads code and packages, or starts pipelines.",
    remediation: "Reset or delete the token where it was made (project settings, CI/CD or Repository).",
    reference: "https://docs.gitlab.com/security/tokens/",
    kinds: [
      { name: "A GitLab runner registration token (old)", starts: "GR1348941", form: "[A-Za-z0-9_-]{20}" },
      { name: "A GitLab runner authentication token", starts: "glrt-", form: "(?:t[0-9]_)?[A-Za-z0-9_-]{20}" },
      {
        name: "A GitLab runner authentication token (routable)",
        starts: "glrt-",
        form: String.raw`(?:t[0-9]_)?[A-Za-z0-9_-]{27,300}\.(?:[0-9]{2}\.)?[a-z0-9]{9}`,
        checkDigits: routableCrc
      },
      {
        name: "A GitLab runner authentication token made by registration",
        starts: "glrtr-",
        form: "[A-Za-z0-9_-]{20}"
      },
      { name: "A GitLab deploy token", starts: "gldt-", form: "[A-Za-z0-9_-]{20}" },
      { name: "A GitLab pipeline trigger token", starts: "glptt-", form: "[a-f0-9]{40}" },
      { name: "A GitLab pipeline trigger token (short)", starts: "glptt-", form: "[A-Za-z0-9_-]{20}" },
      { name: "A GitLab CI/CD job token", starts: "glcbt-", form: "[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20}" },
      {
        name: "A GitLab CI/CD job token (JWT)",
        starts: "glcbt-eyJ",
        form: String.raw`[A-Za-z0-9_-]{10,800}\.eyJ[A-Za-z0-9_-]{10,3000}\.[A-Za-z0-9_-]{20,800}`
      },
      { name: "A GitLab feed token", starts: "glft-", form: "[A-Za-z0-9_-]{20}" },
      { name: "A GitLab incoming mail token", starts: "glimt-", form: "[a-z0-9]{25}" },
      { name: "A GitLab incoming mail token (long)", starts: "glimt-", form: "[A-Za-z0-9_-]{20}" },
      { name: "A GitLab agent token", starts: "glagent-", form: "[A-Za-z0-9_-]{50,64}" },
      { name: "A GitLab workspace token", starts: "glwt-", form: "[A-Za-z0-9_-]{20}" },
      { name: "A GitLab feature flags client token", starts: "glffct-", form: "[A-Za-z0-9_-]{20}" }
    ]
  },
  {
    id: "atlassian-token",
    title: "Atlassian API token in the repository",
    severity: "high",
    description: "The token acts as its owner in Jira, Confluence and Bitbucket.",
    remediation: "Revoke the token (Account settings, Security, API tokens) and use one with scopes and an expiry.",
    reference: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    kinds: [
      { name: "An Atlassian API token", starts: "ATATT3xFf", form: "[A-Za-z0-9_-]{100,300}(?:=[A-F0-9]{8})?" },
      {
        name: "An Atlassian access token of a repository, project or workspace",
        starts: "ATCTT3xFf",
        form: "[A-Za-z0-9_-]{100,300}(?:=[A-F0-9]{8})?"
      },
      { name: "An Atlassian admin API key", starts: "ATSTT3xFf", form: "[A-Za-z0-9_-]{100,300}(?:=[A-F0-9]{8})?" },
      { name: "A Bitbucket app password", starts: "ATBB", form: "[A-Za-z0-9]{24}[A-F0-9]{8}" },
      { name: "A Bitbucket Data Center HTTP access token", starts: "BBDC-", form: "[A-Za-z0-9+/]{40,50}" },
      {
        name: "A Jira or Confluence API token of the old form",
        keyword: ["jira", "confluence", "atlassian"],
        form: "[A-Za-z0-9]{24}"
      },
      {
        name: "A Jira or Confluence Data Center personal access token",
        keyword: ["jira", "confluence"],
        form: "[A-Za-z0-9+/]{44}"
      },
      { name: "A secret of a Bitbucket OAuth consumer", keyword: "bitbucket", form: "[A-Za-z0-9]{32}" }
    ]
  },
  {
    id: "circleci-token",
    title: "CircleCI token in the repository",
    severity: "high",
    description: "The token starts pipelines and reads their settings, contexts and logs.",
    remediation: "Revoke the token (User settings, Personal API tokens) and read the new one from the environment.",
    reference: "https://circleci.com/docs/managing-api-tokens/",
    kinds: [
      { name: "A CircleCI personal API token", starts: "CCIPAT_", form: "[A-Za-z0-9]{22}_[a-f0-9]{40}" },
      { name: "A CircleCI project API token", starts: "CCIPRJ_", form: "[A-Za-z0-9]{22}_[a-f0-9]{40}" },
      {
        name: "A CircleCI API token of the old form",
        keyword: ["circleci", "circle token", "circle ci"],
        form: "[a-f0-9]{40}"
      }
    ]
  },
  {
    id: "travis-token",
    title: "Travis CI token in the repository",
    severity: "high",
    description: "The token starts builds and reads the settings of repositories with the secrets in them.",
    remediation: "Regenerate the token in the settings of the profile and read the new one from the environment.",
    reference: "https://docs.travis-ci.com/user/triggering-builds/",
    kinds: [{ name: "A Travis CI API token", keyword: "travis", form: "[A-Za-z0-9_-]{22}" }]
  },
  {
    id: "buildkite-token",
    title: "Buildkite token in the repository",
    severity: "high",
    description: "The token reads builds and their logs, starts new ones, or registers agents that are given jobs with their secrets.",
    remediation: "Revoke the token (Personal settings, API access tokens, or Agents) and read the new one from the environment.",
    reference: "https://buildkite.com/docs/apis/managing-api-tokens",
    kinds: [
      // The least length by which the agent itself takes them out of its logs.
      { name: "A Buildkite API access token", starts: "bkua_", form: "[A-Za-z0-9_-]{38,80}" },
      {
        name: "A Buildkite agent session or job token",
        starts: ["bkaa_", "bkaj_"],
        form: String.raw`(?:eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10,800}\.)?[A-Za-z0-9_-]{38,200}`,
        severity: "medium",
        reference: "https://buildkite.com/docs/platform/security/tokens"
      },
      { name: "A Buildkite API access token of the old form", keyword: "buildkite", form: "[a-f0-9]{40}" },
      { name: "A Buildkite agent token", keyword: ["buildkite agent", "buildkite"], form: "[a-f0-9]{50}" }
    ]
  },
  {
    id: "jenkins-token",
    title: "Jenkins API token in the repository",
    severity: "high",
    description: "The token acts as its user: on many servers that is enough to run any code with the credentials of all jobs.",
    remediation: "Revoke the token (the user\u2019s page, Security, API token) and read the new one from the environment.",
    reference: "https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
    kinds: [
      { name: "A Jenkins API token", keyword: "jenkins", form: "11[a-f0-9]{32}" },
      { name: "A Jenkins API token of the old form", keyword: "jenkins", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "drone-token",
    title: "Drone CI token in the repository",
    severity: "high",
    description: "The token acts as its user in Drone: it starts builds and changes their secrets.",
    remediation: "Rotate the token in the account\u2019s settings and read the new one from the environment.",
    reference: "https://docs.drone.io/cli/configure/",
    kinds: [{ name: "A Drone CI token", keyword: "drone", form: "[A-Za-z0-9]{32}" }]
  },
  {
    id: "teamcity-token",
    title: "TeamCity access token in the repository",
    severity: "high",
    description: "The token acts as its user in TeamCity: it starts builds and reads their parameters.",
    remediation: "Delete the token (Profile, Access tokens) and read the new one from the environment.",
    reference: "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html",
    kinds: [
      {
        name: "A TeamCity access token",
        starts: "eyJ0eXAiOiAiVENWMiJ9.",
        form: String.raw`[A-Za-z0-9_-]{36}\.[A-Za-z0-9_-]{40,50}`
      }
    ]
  },
  {
    id: "octopus-key",
    title: "Octopus Deploy API key in the repository",
    severity: "high",
    description: "The key acts as its user: it deploys, and reads the variables and accounts of projects.",
    remediation: "Revoke the key (Profile, My API keys) and read the new one from the environment, or use OIDC.",
    reference: "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
    kinds: [{ name: "An Octopus Deploy API key", starts: "API-", form: "[A-Z0-9]{25,34}" }]
  },
  {
    id: "appveyor-token",
    title: "AppVeyor API token in the repository",
    severity: "high",
    description: "The token starts builds and reads and changes the settings of projects.",
    remediation: "Rotate the token (Account, API keys) and read the new one from the environment.",
    reference: "https://www.appveyor.com/docs/api/",
    kinds: [{ name: "An AppVeyor API token", keyword: "appveyor", form: String.raw`(?:v2\.)?[a-z0-9]{20}` }]
  },
  {
    id: "codecov-token",
    title: "Codecov token in the repository",
    severity: "medium",
    description: "Whoever has the token uploads reports that decide what passes, or reads the coverage of private code.",
    remediation: "Regenerate the token in the repository\u2019s settings on Codecov and read the new one from the environment.",
    reference: "https://docs.codecov.com/docs/codecov-tokens",
    kinds: [
      {
        name: "A Codecov upload token",
        keyword: "codecov",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "coveralls-token",
    title: "Coveralls token in the repository",
    severity: "medium",
    description: "Whoever has the token uploads reports for the repository as if they came from its pipeline.",
    remediation: "Regenerate the token in the repository\u2019s settings on Coveralls and read the new one from the environment.",
    reference: "https://docs.coveralls.io/api-introduction",
    kinds: [{ name: "A Coveralls repository token", keyword: "coveralls", form: "[A-Za-z0-9]{33}" }]
  },
  {
    id: "codacy-token",
    title: "Codacy token in the repository",
    severity: "medium",
    description: "The token reads and changes the analysis of the repositories that it is for.",
    remediation: "Delete the token in the settings of the account or project and read the new one from the environment.",
    reference: "https://docs.codacy.com/codacy-api/api-tokens/",
    kinds: [{ name: "A Codacy token", keyword: "codacy", form: "[A-Za-z0-9]{20,32}" }]
  },
  {
    id: "sonar-token",
    title: "SonarQube token in the repository",
    severity: "high",
    description: "The token acts as its user or project: it reads private code and its findings, and changes what passes.",
    remediation: "Revoke the token (My account, Security) and read the new one from the environment.",
    reference: "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
    kinds: [
      { name: "A SonarQube user token", starts: "squ_", form: "[a-f0-9]{40}" },
      { name: "A SonarQube project analysis token", starts: "sqp_", form: "[a-f0-9]{40}" },
      { name: "A SonarQube global analysis token", starts: "sqa_", form: "[a-f0-9]{40}" },
      { name: "A SonarQube or SonarCloud token of the old form", keyword: "sonar", form: "[a-f0-9]{40}" }
    ]
  },
  {
    id: "snyk-token",
    title: "Snyk token in the repository",
    severity: "high",
    description: "The token reads what is vulnerable in private projects and changes what Snyk ignores.",
    remediation: "Revoke the token (Account settings) and read the new one from the environment.",
    reference: "https://docs.snyk.io/snyk-api/authentication-for-api",
    kinds: [
      {
        name: "A Snyk API token",
        keyword: "snyk",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "harness-token",
    title: "Harness token in the repository",
    severity: "high",
    description: "The token runs pipelines with their connectors and secrets as its user or service account.",
    remediation: "Delete the token (Profile, API keys) and read the new one from the environment.",
    reference: "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",
    kinds: [
      {
        name: "A Harness personal access token",
        starts: "pat.",
        form: String.raw`[A-Za-z0-9_-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{20}`
      },
      {
        name: "A Harness service account token",
        starts: "sat.",
        form: String.raw`[A-Za-z0-9_-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{20}`
      }
    ]
  },
  {
    id: "gitea-token",
    title: "Gitea or Forgejo token in the repository",
    severity: "high",
    description: "The token acts as its user over the repositories that its scopes allow.",
    remediation: "Delete the token (Settings, Applications) and read the new one from the environment.",
    reference: "https://docs.gitea.com/development/api-usage",
    kinds: [
      { name: "A Gitea, Forgejo or Codeberg token", keyword: ["gitea", "forgejo", "codeberg"], form: "[a-f0-9]{40}" }
    ]
  },
  {
    id: "azure-devops-token",
    title: "Azure DevOps token in the repository",
    severity: "critical",
    description: "The token reads and changes code, pipelines and packages of the organisation as its user.",
    remediation: "Revoke the token (User settings, Personal access tokens), and let pipelines use service connections with workload identity.",
    reference: "https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
    kinds: [
      {
        name: "An Azure DevOps personal access token",
        holds: "AZDO",
        before: "[A-Za-z0-9]{76}",
        form: "[A-Za-z0-9]{4}"
      },
      {
        name: "An Azure DevOps personal access token of the old form",
        keyword: ["azure devops", "azdo", "ado pat", "vsts", "visualstudio.com"],
        form: "[a-z2-7]{52}"
      }
    ]
  },
  {
    id: "sourcegraph-token",
    title: "Sourcegraph token in the repository",
    severity: "high",
    description: "The token reads all code that its user can search.",
    remediation: "Delete the token (Settings, Access tokens) and read the new one from the environment.",
    reference: "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
    kinds: [{ name: "A Sourcegraph access token", starts: "sgp_", form: "(?:[a-f0-9]{16}_|local_)[a-f0-9]{40}" }]
  },
  {
    id: "bitrise-token",
    title: "Bitrise token in the repository",
    severity: "high",
    description: "The token starts builds and reads their settings and secrets as its user.",
    remediation: "Revoke the token (Account settings, Security) and read the new one from the environment.",
    reference: "https://devcenter.bitrise.io/en/accounts/personal-access-tokens.html",
    kinds: [{ name: "A Bitrise access token", keyword: "bitrise", form: "[A-Za-z0-9_-]{86}" }]
  }
];

// src/rules/credentials/tokens/formats/databases.ts
var DATABASES = [
  {
    id: "planetscale-token",
    title: "PlanetScale password or token in the repository",
    severity: "high",
    description: "With it anyone can read and change the database, or the databases of the organisation.",
    remediation: "Delete the password or service token and make another, read from the environment.",
    reference: "https://planetscale.com/docs/concepts/service-tokens",
    kinds: [
      { name: "A PlanetScale password", starts: "pscale_pw_", form: "[A-Za-z0-9_=.-]{32,64}" },
      { name: "A PlanetScale service token", starts: "pscale_tkn_", form: "[A-Za-z0-9_=.-]{32,64}" },
      { name: "A PlanetScale OAuth token", starts: "pscale_oauth_", form: "[A-Za-z0-9_=.-]{32,64}" }
    ]
  },
  {
    id: "databricks-token",
    title: "Databricks token in the repository",
    severity: "high",
    description: "The token acts as its owner over the data and jobs of the workspace.",
    remediation: "Revoke the token (Settings, Developer) and use OAuth for machines.",
    reference: "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
    kinds: [
      { name: "A Databricks personal access token", starts: "dapi", form: "[A-Fa-f0-9]{32}(?:-[0-9])?" },
      { name: "A Databricks OAuth secret", starts: "dose", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "mongodb-atlas-key",
    title: "MongoDB Atlas key in the repository",
    severity: "critical",
    description: "The key makes, changes and reads clusters of the project or organisation.",
    remediation: "Delete the key (Access manager, Applications) and read the new one from the environment.",
    reference: "https://www.mongodb.com/docs/atlas/configure-api-access/",
    kinds: [
      { name: "A secret of a MongoDB Atlas service account", starts: "mdb_sa_sk_", form: "[A-Za-z0-9_-]{40,64}" },
      {
        name: "A MongoDB Atlas private key",
        keyword: ["mongodb atlas", "atlas private", "mcli private", "mongocli"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "neon-key",
    title: "Neon API key or password in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Revoke the key (Account settings, API keys) or reset the role\u2019s password, and read the new one from the environment.",
    reference: "https://neon.com/docs/manage/api-keys",
    kinds: [
      { name: "A Neon API key", starts: "napi_", form: "[a-z0-9]{64}" },
      { name: "A password of a Neon role", starts: "npg_", form: "[A-Za-z0-9]{12,16}" }
    ]
  },
  {
    id: "cockroach-key",
    title: "CockroachDB Cloud API key in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the key (Access management, Service accounts) and read the new one from the environment.",
    reference: "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",
    kinds: [{ name: "A CockroachDB Cloud API key", starts: "CCDB1_", form: "[A-Za-z0-9]{22}_[A-Za-z0-9]{40}" }]
  },
  {
    id: "elastic-key",
    title: "Elastic key in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Invalidate the key (Stack management, API keys, or the organisation\u2019s API keys) and read the new one from the environment.",
    reference: "https://www.elastic.co/docs/deploy-manage/api-keys",
    kinds: [
      { name: "An Elastic Cloud API key", starts: "essu_", form: "[A-Za-z0-9+/]{60,120}={0,2}" },
      {
        name: "A token of an Elasticsearch service account",
        starts: "AAEAAWVsYXN0aWMv",
        form: "[A-Za-z0-9+/]{40,120}={0,2}"
      },
      {
        name: "An Elasticsearch API key",
        keyword: ["elasticsearch", "elastic", "es api key"],
        form: "[A-Za-z0-9_-]{58}=="
      }
    ]
  },
  {
    id: "confluent-key",
    title: "Confluent Cloud API secret in the repository",
    severity: "high",
    description: "The secret reads and writes topics of the cluster, or manages the organisation.",
    remediation: "Delete the key (Accounts and access, API keys) and read the new one from the environment.",
    reference: "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    kinds: [
      { name: "A Confluent Cloud API secret", starts: "cflt", form: "[A-Za-z0-9+/]{60}" },
      { name: "A Confluent Cloud API secret of the old form", keyword: "confluent", form: "[A-Za-z0-9+/]{64}" }
    ]
  },
  {
    id: "snowflake-token",
    title: "Snowflake token in the repository",
    severity: "critical",
    description: "The token acts as its user with a role in the warehouse, from anywhere that no network policy forbids.",
    remediation: "Remove the token (ALTER USER \u2026 REMOVE PROGRAMMATIC ACCESS TOKEN) and read the new one from the environment.",
    reference: "https://docs.snowflake.com/en/user-guide/programmatic-access-tokens",
    kinds: [
      {
        name: "A Snowflake programmatic access token",
        keyword: "snowflake",
        form: String.raw`eyJ[A-Za-z0-9_-]{20,400}\.eyJ[A-Za-z0-9_-]{20,800}\.[A-Za-z0-9_-]{40,700}`
      },
      {
        name: "A Snowflake session token",
        keyword: "snowflake",
        form: "ver:[0-9]-hint:[0-9]{3,20}-[A-Za-z0-9+/]{60,400}={0,2}"
      }
    ]
  },
  {
    id: "dbt-token",
    title: "dbt Cloud token in the repository",
    severity: "high",
    description: "The token runs jobs with the credentials of the warehouse and reads what they make.",
    remediation: "Delete the token (Account settings, Service tokens or API access) and read the new one from the environment.",
    reference: "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
    kinds: [
      { name: "A dbt Cloud service token", starts: "dbtc_", form: "[A-Za-z0-9_-]{36,64}" },
      { name: "A dbt Cloud personal token", starts: "dbtu_", form: "[A-Za-z0-9_-]{36,64}" },
      {
        name: "A dbt Cloud token of the old form",
        keyword: ["dbt cloud", "dbt api", "dbt token", "dbt service"],
        form: "[a-f0-9]{40}"
      }
    ]
  },
  {
    id: "aiven-token",
    title: "Aiven token or password in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Revoke the token (User information, Tokens) or reset the password of the service, and read the new one from the environment.",
    reference: "https://aiven.io/docs/platform/howto/create_authentication_token",
    kinds: [
      { name: "A password of an Aiven service", starts: "AVNS_", form: "[A-Za-z0-9_-]{19}" },
      { name: "An Aiven authentication token", keyword: "aiven", form: "[A-Za-z0-9+/]{300,380}={0,2}" }
    ]
  },
  {
    id: "astra-token",
    title: "DataStax Astra token in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the token (Settings, Tokens) and read the new one from the environment.",
    reference: "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",
    kinds: [{ name: "A DataStax Astra application token", starts: "AstraCS:", form: "[A-Za-z0-9]{24}:[a-f0-9]{64}" }]
  },
  {
    id: "influxdb-token",
    title: "InfluxDB token in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the token (Load data, API tokens) and read the new one from the environment.",
    reference: "https://docs.influxdata.com/influxdb/v2/admin/tokens/",
    kinds: [
      { name: "An InfluxDB 3 token", starts: "apiv3_", form: "[A-Za-z0-9_-]{86}" },
      { name: "An InfluxDB token", keyword: "influx", form: "[A-Za-z0-9_-]{86}==" }
    ]
  },
  {
    id: "clickhouse-key",
    title: "ClickHouse Cloud API secret in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the key (Organisation, API keys) and read the new one from the environment.",
    reference: "https://clickhouse.com/docs/cloud/manage/openapi",
    kinds: [{ name: "A ClickHouse Cloud API secret", starts: "4b1d", form: "[A-Za-z0-9]{38}" }]
  },
  {
    id: "materialize-password",
    title: "Materialize app password in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the app password in the console and read the new one from the environment.",
    reference: "https://materialize.com/docs/security/cloud/users-service-accounts/",
    kinds: [{ name: "A Materialize app password", starts: "mzp_", form: "[a-f0-9]{64}" }]
  },
  {
    id: "fauna-secret",
    title: "Fauna secret in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Revoke the key and read the new one from the environment.",
    reference: "https://docs.faunadb.org/fauna/current/learn/security/keys/",
    kinds: [{ name: "A Fauna secret", starts: ["fnAC", "fnAD", "fnAE", "fnAF", "fnAG"], form: "[A-Za-z0-9_-]{36}" }]
  },
  {
    id: "tinybird-token",
    title: "Tinybird token in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Refresh the token (Tokens) and read the new one from the environment.",
    reference: "https://www.tinybird.co/docs/get-started/administration/auth-tokens",
    kinds: [{ name: "A Tinybird token", starts: "p.eyJ", form: String.raw`[A-Za-z0-9_-]{60,200}\.[A-Za-z0-9_-]{43}` }]
  },
  {
    id: "xata-key",
    title: "Xata API key in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the key (Account settings) and read the new one from the environment.",
    reference: "https://xata.io/docs",
    kinds: [{ name: "A Xata API key", starts: "xau_", form: "[A-Za-z0-9]{29,40}" }]
  },
  {
    id: "algolia-key",
    title: "Algolia API key in the repository",
    severity: "high",
    description: "An admin key reads, changes and deletes all indexes and makes further keys. (A search-only key is public by design.)",
    remediation: "Regenerate the key (Settings, API keys) and read the new one from the environment.",
    reference: "https://www.algolia.com/doc/guides/security/api-keys/",
    kinds: [
      {
        name: "An Algolia API key",
        keyword: "algolia",
        form: "[a-f0-9]{32}",
        // https://docsearch.algolia.com/docs/what-is-docsearch: pages hand it to browsers.
        publicBy: /index_?name|docsearch|search[_-]?(?:only[_-]?)?(?:api[_-]?)?key/i
      }
    ]
  },
  {
    id: "redis-cloud-key",
    title: "Redis Cloud API key in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the key (Access management, API keys) and read the new one from the environment.",
    reference: "https://redis.io/docs/latest/operate/rc/api/get-started/manage-api-keys/",
    kinds: [{ name: "A Redis Cloud API key", keyword: ["redis cloud", "rediscloud"], form: "[AS][a-z0-9]{46,56}" }]
  },
  {
    id: "upstash-token",
    title: "Upstash token in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Reset the credentials in the console and read the new one from the environment.",
    reference: "https://upstash.com/docs/redis/features/restapi",
    kinds: [{ name: "An Upstash REST token", keyword: ["upstash", "kv rest api"], form: "[A-Za-z0-9+/]{52,80}={0,2}" }]
  },
  {
    id: "typesense-key",
    title: "Typesense or Meilisearch key in the repository",
    severity: "high",
    description: "With it anyone reads and changes the data, as far as it is scoped.",
    remediation: "Delete the key by the API and read the new one from the environment.",
    reference: "https://typesense.org/docs/latest/api/api-keys.html",
    kinds: [
      { name: "A Typesense API key", keyword: "typesense", form: "[A-Za-z0-9]{32}" },
      { name: "A Meilisearch API key", keyword: ["meili", "meilisearch"], form: "[a-f0-9]{64}" }
    ]
  },
  {
    id: "fivetran-key",
    title: "Fivetran API secret in the repository",
    severity: "high",
    description: "The secret changes connectors, with the credentials of sources and warehouses in them.",
    remediation: "Regenerate the key (Account settings) and read the new one from the environment.",
    reference: "https://fivetran.com/docs/rest-api/getting-started",
    kinds: [{ name: "A Fivetran API secret", keyword: "fivetran", form: "[A-Za-z0-9]{32}" }]
  }
];

// src/rules/credentials/tokens/formats/infrastructure.ts
var INFRASTRUCTURE = [
  {
    id: "vault-token",
    title: "HashiCorp Vault token in the repository",
    severity: "critical",
    description: "A Vault token opens every secret that its policies allow.",
    remediation: "Revoke it (vault token revoke). Let machines log in by their AWS, Kubernetes or OIDC identity.",
    reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
    kinds: [
      { name: "A HashiCorp Vault service token", starts: "hvs.", form: "[A-Za-z0-9_-]{24,160}" },
      { name: "A HashiCorp Vault batch token", starts: "hvb.", form: "[A-Za-z0-9_-]{24,400}" },
      { name: "A HashiCorp Vault recovery token", starts: "hvr.", form: "[A-Za-z0-9_-]{24,160}" },
      { name: "A HashiCorp Vault token of the old form", keyword: "vault", form: String.raw`[sbr]\.[A-Za-z0-9]{24}` }
    ]
  },
  {
    id: "onepassword-token",
    title: "1Password token or secret key in the repository",
    severity: "critical",
    description: "The token opens every vault that the service account can read.",
    remediation: "Revoke the token (Developer, Service accounts), rotate it, and read the new one from the environment.",
    reference: "https://developer.1password.com/docs/service-accounts/security/",
    kinds: [
      { name: "A 1Password service account token", starts: "ops_ey", form: "[A-Za-z0-9+/]{100,1300}={0,2}" },
      {
        name: "A 1Password secret key",
        starts: "A3-",
        form: "[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
        reference: "https://support.1password.com/secret-key/"
      }
    ]
  },
  {
    id: "terraform-cloud-token",
    title: "HCP Terraform token in the repository",
    severity: "critical",
    description: "The token runs plans and applies with the credentials of the workspaces, and reads their state.",
    remediation: "Delete the token (User or organisation settings, Tokens), and pass the new one as TF_TOKEN_app_terraform_io.",
    reference: "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    kinds: [
      {
        name: "An HCP Terraform (Terraform Cloud) token",
        holds: ".atlasv1.",
        before: "[A-Za-z0-9]{14}",
        form: "[A-Za-z0-9_=-]{60,70}"
      }
    ]
  },
  {
    id: "pulumi-token",
    title: "Pulumi access token in the repository",
    severity: "critical",
    description: "The token updates stacks and reads their configuration and state, with the secrets in them.",
    remediation: "Delete the token (Account settings, Access tokens) and pass the new one as PULUMI_ACCESS_TOKEN, or use OIDC.",
    reference: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    kinds: [{ name: "A Pulumi access token", starts: "pul-", form: "[a-f0-9]{40}" }]
  },
  {
    id: "doppler-token",
    title: "Doppler token in the repository",
    severity: "critical",
    description: "The token opens the secrets of a configuration or of everything its owner can read.",
    remediation: "Revoke the token, rotate what it opened, and let machines log in by OIDC.",
    reference: "https://docs.doppler.com/reference/auth-token-formats",
    kinds: [
      { name: "A Doppler personal token", starts: "dp.pt.", form: "[A-Za-z0-9]{40,44}" },
      { name: "A Doppler CLI token", starts: "dp.ct.", form: "[A-Za-z0-9]{40,44}" },
      {
        name: "A Doppler service token",
        starts: "dp.st.",
        form: String.raw`(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}`
      },
      { name: "A Doppler service account token", starts: "dp.sa.", form: "[A-Za-z0-9]{40,44}" },
      { name: "A Doppler SCIM token", starts: "dp.scim.", form: "[A-Za-z0-9]{40,44}" },
      { name: "A Doppler audit token", starts: "dp.audit.", form: "[A-Za-z0-9]{40,44}" }
    ]
  },
  {
    id: "infisical-token",
    title: "Infisical token in the repository",
    severity: "critical",
    description: "The token opens the secrets of the environments that it may read.",
    remediation: "Revoke the token (Access control), rotate what it opened, and let machines log in by OIDC.",
    reference: "https://infisical.com/docs/documentation/platform/token",
    kinds: [
      { name: "An Infisical service token", starts: "st.", form: String.raw`[a-f0-9]{24}\.[a-f0-9]{32}\.[a-f0-9]{32}` },
      { name: "A client secret of an Infisical machine identity", keyword: "infisical", form: "[a-f0-9]{64}" }
    ]
  },
  {
    id: "bitwarden-token",
    title: "Bitwarden Secrets Manager token in the repository",
    severity: "critical",
    description: "The token opens the secrets of the projects that its machine account may read.",
    remediation: "Revoke the token (Machine accounts, Access tokens), rotate what it opened, and read the new one from the environment.",
    reference: "https://bitwarden.com/help/access-tokens/",
    kinds: [
      {
        name: "A Bitwarden Secrets Manager access token",
        keyword: ["bitwarden", "bws"],
        form: String.raw`0\.[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==`
      }
    ]
  },
  {
    id: "akeyless-key",
    title: "Akeyless access key in the repository",
    severity: "critical",
    description: "The key opens the secrets that its access id may read.",
    remediation: "Rotate the key, rotate what it opened, and read the new one from the environment.",
    reference: "https://docs.akeyless.io/docs/api-key",
    kinds: [{ name: "An Akeyless access key", keyword: "akeyless", form: "[A-Za-z0-9+/]{43}=" }]
  },
  {
    id: "tailscale-key",
    title: "Tailscale key in the repository",
    severity: "critical",
    description: "The key adds machines to the private network, or changes who may reach what in it.",
    remediation: "Revoke the key (Settings, Keys or OAuth clients) and read the new one from the environment.",
    reference: "https://tailscale.com/kb/1277/key-prefixes",
    kinds: [
      { name: "A Tailscale auth key", starts: "tskey-auth-", form: "[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}" },
      { name: "A Tailscale API key", starts: "tskey-api-", form: "[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}" },
      {
        name: "A Tailscale OAuth client secret",
        starts: "tskey-client-",
        form: "[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}"
      },
      { name: "A Tailscale SCIM key", starts: "tskey-scim-", form: "[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}" },
      {
        name: "A Tailscale webhook secret",
        starts: "tskey-webhook-",
        form: "[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,40}",
        severity: "medium"
      }
    ]
  },
  {
    id: "ngrok-token",
    title: "ngrok token in the repository",
    severity: "high",
    description: "The token opens tunnels in the name of its account, or manages them.",
    remediation: "Delete the token (Your authtoken, or API keys) and read the new one from the environment.",
    reference: "https://ngrok.com/docs/api/",
    kinds: [
      {
        name: "An ngrok authtoken or API key",
        keyword: "ngrok",
        form: "(?:[0-9][A-Za-z0-9]{26,29}|cr_[A-Za-z0-9]{26,30}|ak_[A-Za-z0-9]{26,30})(?:_[A-Za-z0-9]{18,24})?"
      }
    ]
  },
  {
    id: "teleport-token",
    title: "Teleport join token in the repository",
    severity: "critical",
    description: "The token lets a machine join the cluster and be given its roles.",
    remediation: "Remove the token (tctl tokens rm) and use delegated joining.",
    reference: "https://goteleport.com/docs/reference/join-methods/",
    kinds: [{ name: "A Teleport join token", keyword: "teleport", form: "[a-f0-9]{32}" }]
  },
  {
    id: "netbird-key",
    title: "NetBird token in the repository",
    severity: "high",
    description: "The token changes the private network, or adds machines to it.",
    remediation: "Delete the token (Users, Access tokens) and read the new one from the environment.",
    reference: "https://docs.netbird.io/api/guides/authentication",
    kinds: [
      { name: "A NetBird personal access token", starts: "nbp_", form: "[A-Za-z0-9]{36}" },
      {
        name: "A NetBird setup key",
        keyword: ["netbird", "nb setup"],
        form: "[A-F0-9]{8}-[A-F0-9]{4}-[A-F0-9]{4}-[A-F0-9]{4}-[A-F0-9]{12}"
      }
    ]
  },
  {
    id: "zerotier-token",
    title: "ZeroTier token in the repository",
    severity: "high",
    description: "The token changes the private networks of its account.",
    remediation: "Delete the token (Account, API access tokens) and read the new one from the environment.",
    reference: "https://docs.zerotier.com/api/tokens/",
    kinds: [{ name: "A ZeroTier API token", keyword: "zerotier", form: "[A-Za-z0-9]{32}" }]
  },
  {
    id: "hashicorp-acl-token",
    title: "Consul or Nomad ACL token in the repository",
    severity: "critical",
    description: "The token reads and changes what its policies allow: keys, services, jobs and what runs in them.",
    remediation: "Delete the token (consul acl token delete, nomad acl token delete) and read the new one from the environment.",
    reference: "https://developer.hashicorp.com/consul/docs/secure/acl/token",
    kinds: [
      {
        name: "A Consul ACL token",
        keyword: "consul",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "A Nomad ACL token",
        keyword: "nomad",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "rancher-token",
    title: "Rancher token in the repository",
    severity: "critical",
    description: "The token acts as its user over the clusters that Rancher manages.",
    remediation: "Delete the token (Account and API keys) and read the new one from the environment.",
    reference: "https://ranchermanager.docs.rancher.com/api/api-tokens",
    kinds: [
      { name: "A Rancher API token", starts: "token-", form: "[a-z0-9]{5}:[a-z0-9]{54}" },
      { name: "A Rancher kubeconfig token", starts: "kubeconfig-", form: "[a-z0-9.-]{6,50}:[a-z0-9]{54}" }
    ]
  },
  {
    id: "openshift-token",
    title: "OpenShift token in the repository",
    severity: "critical",
    description: "The token acts as its user in the cluster until it expires.",
    remediation: "Delete the token (oc delete useroauthaccesstokens) and read the new one from the environment.",
    reference: "https://docs.redhat.com/en/documentation/openshift_container_platform/",
    kinds: [{ name: "An OpenShift OAuth access token", starts: "sha256~", form: "[A-Za-z0-9_-]{43}" }]
  },
  {
    id: "kubernetes-bootstrap-token",
    title: "Kubernetes bootstrap token in the repository",
    severity: "high",
    description: "With the token a machine joins the cluster and is given workloads with their secrets.",
    remediation: "Delete the token (kubeadm token delete) and make short-lived ones when a machine joins.",
    reference: "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
    kinds: [
      {
        name: "A Kubernetes bootstrap token",
        keyword: ["kubeadm", "bootstrap token", "kubeadm join"],
        form: String.raw`[a-z0-9]{6}\.[a-z0-9]{16}`
      }
    ]
  },
  {
    id: "portainer-token",
    title: "Portainer access token in the repository",
    severity: "high",
    description: "The token runs containers on every machine that its user may reach.",
    remediation: "Remove the token (My account, Access tokens) and read the new one from the environment.",
    reference: "https://docs.portainer.io/api/access",
    kinds: [{ name: "A Portainer access token", starts: "ptr_", form: "[A-Za-z0-9+/]{43}=" }]
  },
  {
    id: "ansible-galaxy-token",
    title: "Ansible Galaxy token in the repository",
    severity: "high",
    description: "The token publishes collections, which run on the machines of those who use them.",
    remediation: "Load a new token in the settings (the old one ends) and read the new one from the environment.",
    reference: "https://docs.ansible.com/ansible/latest/galaxy/user_guide.html",
    kinds: [{ name: "An Ansible Galaxy token", keyword: "galaxy", form: "[a-f0-9]{40}" }]
  },
  {
    id: "okta-token",
    title: "Okta API token in the repository",
    severity: "critical",
    description: "The token acts as the administrator who made it: it makes users and changes who may log in where.",
    remediation: "Revoke the token (Security, API, Tokens) and use OAuth for services.",
    reference: "https://developer.okta.com/docs/guides/create-an-api-token/main/",
    kinds: [
      { name: "An Okta API token in a header", starts: "SSWS ", form: "(?<secret>00[A-Za-z0-9_-]{40})" },
      { name: "An Okta API token", keyword: "okta", form: "00[A-Za-z0-9_-]{40}" },
      {
        name: "A client secret of an Okta application",
        keyword: ["okta client secret", "okta oauth2 client secret", "okta secret"],
        form: "[A-Za-z0-9_-]{64}"
      }
    ]
  },
  {
    id: "auth0-secret",
    title: "Auth0 client secret in the repository",
    severity: "critical",
    description: "The secret acts as the application: it exchanges codes for tokens, and with grants for the management API it changes users.",
    remediation: "Rotate the secret (Applications, Settings) and read the new one from the environment.",
    reference: "https://auth0.com/docs/get-started/applications/rotate-client-secret",
    kinds: [{ name: "An Auth0 client secret", keyword: "auth0", form: "[A-Za-z0-9_-]{64}" }]
  },
  {
    id: "stytch-secret",
    title: "Stytch secret in the repository",
    severity: "high",
    description: "The secret acts as the project: it reads and changes its users and their sessions.",
    remediation: "Rotate the secret (API keys) and read the new one from the environment.",
    reference: "https://stytch.com/docs/api/authentication",
    kinds: [
      { name: "A Stytch live secret", starts: "secret-live-", form: "[A-Za-z0-9_-]{35}=" },
      { name: "A Stytch test secret", starts: "secret-test-", form: "[A-Za-z0-9_-]{35}=", severity: "low" }
    ]
  },
  {
    id: "onelogin-secret",
    title: "OneLogin client secret in the repository",
    severity: "critical",
    description: "The secret reads and changes users and roles as its scope allows.",
    remediation: "Delete the credential (Developers, API credentials) and read the new one from the environment.",
    reference: "https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials",
    kinds: [{ name: "A OneLogin client secret", keyword: "onelogin", form: "[a-f0-9]{64}" }]
  },
  {
    id: "duo-secret",
    title: "Duo secret key in the repository",
    severity: "critical",
    description: "With the secret key anyone can answer for Duo: the second factor is no longer one.",
    remediation: "Reset the secret key (Applications) and read the new one from the environment.",
    reference: "https://duo.com/docs/adminapi",
    kinds: [{ name: "A Duo secret key", keyword: ["duo skey", "duo secret", "duo"], form: "[A-Za-z0-9]{40}" }]
  },
  {
    id: "jumpcloud-key",
    title: "JumpCloud API key in the repository",
    severity: "critical",
    description: "The key acts as its administrator: it changes users, groups and machines.",
    remediation: "Generate a new key (the old one ends) and read the new one from the environment.",
    reference: "https://jumpcloud.com/support/jumpcloud-apis1",
    kinds: [
      { name: "A JumpCloud API key", starts: "jca_", form: "[A-Za-z0-9]{36}" },
      { name: "A JumpCloud API key of the old form", keyword: "jumpcloud", form: "[a-f0-9]{40}" }
    ]
  },
  {
    id: "ory-token",
    title: "Ory token in the repository",
    severity: "high",
    description: "The token reads and changes identities and clients of the project.",
    remediation: "Delete the key (Project settings, API keys) and read the new one from the environment.",
    reference: "https://www.ory.com/docs/concepts/personal-access-token",
    kinds: [
      {
        name: "An Ory personal access or API token",
        starts: ["ory_pat_", "ory_apikey_", "ory_wak_"],
        form: "[A-Za-z0-9]{32}"
      },
      {
        name: "An Ory OAuth token",
        starts: ["ory_at_", "ory_rt_", "ory_ac_"],
        form: String.raw`[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}`
      },
      { name: "An Ory session token", starts: "ory_st_", form: "[A-Za-z0-9]{32}" }
    ]
  },
  {
    id: "authress-key",
    title: "Authress service client key in the repository",
    severity: "high",
    description: "The key acts as its service client: it reads and changes who may do what.",
    remediation: "Remove the key from the service client and read the new one from the environment.",
    reference: "https://authress.io/knowledge-base/docs/authorization/service-clients/",
    kinds: [
      {
        name: "An Authress service client access key",
        starts: ["sc_", "ext_", "scauth_"],
        form: String.raw`[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{30,120}`
      }
    ]
  },
  {
    id: "prefect-key",
    title: "Prefect API key in the repository",
    severity: "high",
    description: "The key runs flows and reads their blocks, with the credentials in them.",
    remediation: "Delete the key (Profile, API keys) and read the new one from the environment.",
    reference: "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
    kinds: [
      { name: "A Prefect user API key", starts: "pnu_", form: "[A-Za-z0-9]{36}" },
      { name: "A Prefect service account API key", starts: "pnb_", form: "[A-Za-z0-9]{36}" }
    ]
  },
  {
    id: "sidekiq-secret",
    title: "Credential for Sidekiq Pro or Enterprise in the repository",
    severity: "medium",
    description: "The credential downloads a paid gem in the name of its buyer.",
    remediation: "Ask the vendor for new credentials and read the new one from the environment.",
    reference: "https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",
    kinds: [
      {
        name: "A credential for Sidekiq Pro or Enterprise",
        keyword: ["contribsys com", "contribsys", "gems contribsys com"],
        form: "[a-f0-9]{8}:[a-f0-9]{8}",
        entropy: 2.2
      }
    ]
  }
];

// src/rules/credentials/tokens/formats/messaging.ts
var MESSAGING = [
  {
    id: "slack-token",
    title: "Slack token or webhook in the repository",
    severity: "high",
    description: "A Slack token reads and writes what its app or user can; a webhook lets anyone post into its channel.",
    remediation: "Revoke the token (auth.revoke) or regenerate the webhook in the settings of the app.",
    reference: "https://docs.slack.dev/authentication/tokens",
    kinds: [
      { name: "A Slack bot token", starts: "xoxb-", form: "[0-9]{9,14}-(?:[0-9]{9,14}-)?[A-Za-z0-9]{20,32}" },
      {
        name: "A Slack user token",
        starts: "xoxp-",
        form: "[0-9]{9,14}-[0-9]{9,14}-(?:[0-9]{9,14}-)?[A-Za-z0-9]{24,40}"
      },
      {
        name: "A Slack workspace token",
        starts: ["xoxa-", "xoxa-2-", "xoxr-", "xoxr-2-"],
        form: "[0-9]{9,14}-(?:[0-9]{9,14}-){1,2}[A-Za-z0-9]{20,40}"
      },
      {
        name: "A Slack legacy session token",
        starts: ["xoxs-", "xoxo-"],
        form: "[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[A-Za-z0-9]{10,40}"
      },
      {
        name: "A Slack browser session token",
        starts: "xoxc-",
        form: "[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[a-f0-9]{64}"
      },
      { name: "A Slack browser session cookie", starts: "xoxd-", form: "[A-Za-z0-9%+/]{100,250}={0,2}" },
      { name: "A Slack app-level token", starts: "xapp-", form: "[0-9]-[A-Z0-9]{9,14}-[0-9]{10,16}-[a-f0-9]{64}" },
      {
        name: "A Slack configuration access token",
        starts: ["xoxe.xoxp-", "xoxe.xoxb-"],
        form: "[0-9]-[A-Za-z0-9]{140,200}"
      },
      { name: "A Slack refresh token", starts: "xoxe-", form: "[0-9]-[A-Za-z0-9]{140,200}" },
      { name: "A Slack workflow token", starts: "xwfp-", form: "[0-9]{9,14}-[A-Za-z0-9]{20,80}" },
      {
        name: "A Slack webhook address, which is a secret itself",
        starts: "https://hooks.slack.com/services/",
        form: "T[A-Za-z0-9]{8,12}/B[A-Za-z0-9]{8,12}/[A-Za-z0-9]{24}",
        severity: "high"
      },
      {
        name: "A Slack webhook address of GovSlack, which is a secret itself",
        starts: "https://hooks.slack-gov.com/services/",
        form: "T[A-Za-z0-9]{8,12}/B[A-Za-z0-9]{8,12}/[A-Za-z0-9]{24}"
      },
      {
        name: "A Slack workflow trigger, whose address is a secret itself",
        starts: ["https://hooks.slack.com/workflows/", "https://hooks.slack.com/triggers/"],
        form: "[TE][A-Za-z0-9]{8,12}/(?:A[A-Za-z0-9]{8,12}/)?[0-9]{9,20}/[A-Za-z0-9]{24,32}"
      },
      { name: "A Slack signing secret", keyword: ["slack signing", "slack client secret"], form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "telegram-token",
    title: "Telegram bot token in the repository",
    severity: "medium",
    description: "The token is the bot: whoever has it reads what people write to it and answers in its name.",
    remediation: "Revoke the token with @BotFather (/revoke) and pass the new one from the environment.",
    reference: "https://core.telegram.org/bots/features#botfather",
    kinds: [
      { name: "A Telegram bot token", holds: ":AA", before: "[0-9]{8,10}", form: "[A-Za-z0-9_-]{33}" },
      {
        name: "A Telegram bot token in a setting",
        keyword: ["telegram", "tg bot", "bot token"],
        form: "[0-9]{8,10}:[A-Za-z0-9_-]{35}"
      }
    ]
  },
  {
    id: "chat-webhook",
    title: "Webhook of a chat in the repository",
    severity: "medium",
    description: "Whoever has the address posts into the channel as if it were the service.",
    remediation: "Delete the webhook and make another; keep its address like a password.",
    reference: "https://docs.discord.com/developers/resources/webhook",
    kinds: [
      {
        name: "A Discord webhook address, which is a secret itself",
        starts: [
          "https://discord.com/api/webhooks/",
          "https://discordapp.com/api/webhooks/",
          "https://canary.discord.com/api/webhooks/",
          "https://ptb.discord.com/api/webhooks/"
        ],
        form: "[0-9]{17,20}/[A-Za-z0-9_-]{60,80}"
      },
      {
        name: "A Microsoft Teams webhook address, which is a secret itself",
        holds: ".webhook.office.com/webhookb2/",
        before: "https://[a-z0-9-]{1,60}",
        form: "[A-Za-z0-9@-]{60,100}/IncomingWebhook/[a-f0-9]{32}/[a-f0-9-]{36}"
      },
      {
        name: "A Power Automate flow address, which is a secret itself",
        holds: ".logic.azure.com",
        before: "https://[a-z0-9.-]{3,60}",
        form: "(?::443)?/workflows/[a-f0-9]{32}/triggers/[A-Za-z0-9_%?&=/.,:-]{10,200}sig=(?<secret>[A-Za-z0-9_-]{40,50})"
      },
      {
        name: "A Google Chat webhook address, which is a secret itself",
        starts: "https://chat.googleapis.com/v1/spaces/",
        form: String.raw`[A-Za-z0-9_-]{8,20}/messages\?key=[A-Za-z0-9_-]{39}&token=[A-Za-z0-9_-]{40,60}(?:%3D|=)?`
      },
      {
        name: "A Zapier webhook address, which is a secret itself",
        starts: "https://hooks.zapier.com/hooks/catch/",
        form: "[0-9]{5,9}/[a-z0-9]{6,9}",
        entropy: 2
      },
      {
        name: "An IFTTT webhook address, which is a secret itself",
        starts: "https://maker.ifttt.com/trigger/",
        form: "[A-Za-z0-9_]{1,60}/(?:json/)?with/key/(?<secret>[A-Za-z0-9_-]{20,45})"
      }
    ]
  },
  {
    id: "discord-token",
    title: "Discord token in the repository",
    severity: "high",
    description: "The token is the bot: whoever has it reads what people write and answers in its name.",
    remediation: "Reset the token (Developer portal, Bot) and read the new one from the environment.",
    reference: "https://docs.discord.com/developers/topics/oauth2",
    kinds: [
      {
        name: "A Discord bot token",
        keyword: ["discord", "bot token"],
        form: String.raw`[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}`
      },
      {
        name: "A client secret of a Discord application",
        keyword: ["discord client secret", "discord secret"],
        form: "[A-Za-z0-9_-]{32}"
      }
    ]
  },
  {
    id: "twilio-key",
    title: "Twilio key in the repository",
    severity: "high",
    description: "Whoever has it calls and sends messages at your cost, and reads those that came.",
    remediation: "Delete the API key or promote a new auth token (Console, API keys and tokens) and read the new one from the environment.",
    reference: "https://www.twilio.com/docs/iam/api-keys",
    kinds: [
      { name: "A Twilio API key SID", keyword: "twilio", form: "SK[a-f0-9]{32}", severity: "medium" },
      { name: "A Twilio auth token", keyword: "twilio", form: "[a-f0-9]{32}" },
      {
        name: "A secret of a Twilio API key",
        keyword: ["twilio api secret", "twilio api key secret", "twilio secret", "twilio"],
        form: "[A-Za-z0-9]{32}"
      }
    ]
  },
  {
    id: "sendgrid-key",
    title: "SendGrid API key in the repository",
    severity: "high",
    description: "Whoever has the key can send mail in your name, past every spam filter that trusts you.",
    remediation: "Delete the key (Settings, API keys) and read one with fewer scopes from the environment.",
    reference: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    kinds: [{ name: "A SendGrid API key", starts: "SG.", form: String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}` }]
  },
  {
    id: "mailgun-key",
    title: "Mailgun key in the repository",
    severity: "high",
    description: "Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.",
    remediation: "Delete the key (API security) and read the new one from the environment.",
    reference: "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth",
    kinds: [
      { name: "A Mailgun API key", starts: "key-", form: "[a-f0-9]{32}" },
      { name: "A Mailgun sending key", keyword: "mailgun", form: "[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}" },
      { name: "A Mailgun webhook signing key", keyword: "mailgun", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "mailchimp-key",
    title: "Mailchimp key in the repository",
    severity: "high",
    description: "Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.",
    remediation: "Disable the key (Account, Extras, API keys) and read the new one from the environment.",
    reference: "https://mailchimp.com/developer/marketing/guides/quick-start/",
    kinds: [
      { name: "A Mailchimp API key", holds: "-us", before: "[a-f0-9]{32}", form: "[0-9]{1,2}" },
      { name: "A Mailchimp Transactional (Mandrill) key", starts: "md-", form: "[A-Za-z0-9_-]{22}" }
    ]
  },
  {
    id: "postmark-token",
    title: "Postmark token in the repository",
    severity: "high",
    description: "Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.",
    remediation: "Delete the token (Server, API tokens) and read the new one from the environment.",
    reference: "https://postmarkapp.com/developer/api/overview",
    kinds: [
      {
        name: "A Postmark server or account token",
        keyword: "postmark",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "brevo-key",
    title: "Brevo key in the repository",
    severity: "high",
    description: "Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.",
    remediation: "Delete the key (SMTP and API) and read the new one from the environment.",
    reference: "https://developers.brevo.com/docs/getting-started",
    kinds: [
      { name: "A Brevo API key", starts: "xkeysib-", form: "[a-f0-9]{64}-[A-Za-z0-9]{16}" },
      { name: "A Brevo SMTP key", starts: "xsmtpsib-", form: "[a-f0-9]{64}-[A-Za-z0-9]{16}" }
    ]
  },
  {
    id: "resend-key",
    title: "Resend API key in the repository",
    severity: "high",
    description: "Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.",
    remediation: "Delete the key (API keys) and read the new one from the environment.",
    reference: "https://resend.com/docs/dashboard/api-keys/introduction",
    kinds: [{ name: "A Resend API key", starts: "re_", form: "[A-Za-z0-9]{8,9}_[A-Za-z0-9]{20,24}" }]
  },
  {
    id: "mail-service-key",
    title: "Key of a mail service in the repository",
    severity: "high",
    description: "Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.",
    remediation: "Delete the key in the service\u2019s settings and read the new one from the environment.",
    reference: "https://developers.sparkpost.com/api/",
    kinds: [
      { name: "A SparkPost API key", keyword: "sparkpost", form: "[a-f0-9]{40}" },
      { name: "A Mailjet key", keyword: "mailjet", form: "[a-f0-9]{32}" },
      { name: "A MailerSend API token", starts: "mlsn.", form: "[a-f0-9]{64}" },
      { name: "A Klaviyo private API key", keyword: "klaviyo", form: "pk_[a-f0-9]{34}" },
      { name: "A Customer.io key", keyword: ["customerio", "customer io"], form: "[a-f0-9]{20,32}" },
      { name: "A ConvertKit API secret", keyword: "convertkit", form: "[A-Za-z0-9_-]{43}" }
    ]
  },
  {
    id: "telephony-key",
    title: "Key of a messaging or telephony service in the repository",
    severity: "high",
    description: "Whoever has it calls and sends messages at your cost, and reads those that came.",
    remediation: "Delete the key in the service\u2019s settings and read the new one from the environment.",
    reference: "https://developer.vonage.com/en/account/overview",
    kinds: [
      { name: "A Vonage (Nexmo) API secret", keyword: ["vonage", "nexmo"], form: "[A-Za-z0-9]{16}" },
      { name: "A MessageBird (Bird) access key", keyword: "messagebird", form: "[A-Za-z0-9]{25}" },
      { name: "A Plivo auth token", keyword: "plivo", form: "[A-Za-z0-9]{40}" },
      { name: "A Telnyx API key", starts: "KEY0", form: "[A-F0-9]{31}_[A-Za-z0-9]{22}" },
      {
        name: "An Infobip API key",
        keyword: "infobip",
        form: "[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      { name: "A Sinch key", keyword: "sinch", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "push-service-key",
    title: "Key of a push or realtime service in the repository",
    severity: "high",
    description: "The key sends to every device or channel of the app, and reads who listens.",
    remediation: "Reset the key in the app\u2019s settings and read the new one from the environment.",
    reference: "https://documentation.onesignal.com/docs/keys-and-ids",
    kinds: [
      { name: "A OneSignal API key", starts: ["os_v2_app_", "os_v2_org_"], form: "[a-z2-7]{103}" },
      { name: "A Pusher secret", keyword: "pusher", form: "[a-f0-9]{20}" },
      {
        name: "An Ably API key",
        keyword: "ably",
        form: String.raw`[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{43}`
      },
      { name: "A PubNub secret key", starts: "sec-c-", form: "[A-Za-z0-9]{48}" },
      { name: "A Pushover token", keyword: "pushover", form: "[au][a-z0-9]{29}" },
      {
        name: "A Stream (getstream.io) secret",
        keyword: ["getstream", "stream api secret", "stream secret"],
        form: "[a-z0-9]{64}"
      },
      { name: "A Sendbird API token", keyword: "sendbird", form: "[a-f0-9]{40}" }
    ]
  },
  {
    id: "twitch-token",
    title: "Twitch token in the repository",
    severity: "medium",
    description: "The token acts as its user or app on Twitch: it reads and writes chats and changes the channel.",
    remediation: "Revoke the token (POST /oauth2/revoke), reset the client secret, and read the new one from the environment.",
    reference: "https://dev.twitch.tv/docs/authentication/",
    kinds: [
      { name: "A Twitch chat token", starts: "oauth:", form: "[a-z0-9]{30}" },
      { name: "A Twitch client secret or token", keyword: "twitch", form: "[a-z0-9]{30}" },
      { name: "A Twitch stream key", starts: "live_", form: "[0-9]{6,10}_[A-Za-z0-9]{30}" }
    ]
  },
  {
    id: "twitter-token",
    title: "X (Twitter) token in the repository",
    severity: "high",
    description: "The token reads and posts as its account or app.",
    remediation: "Regenerate keys and tokens in the developer portal and read the new one from the environment.",
    reference: "https://docs.x.com/fundamentals/authentication/overview",
    kinds: [
      {
        name: "An X (Twitter) bearer token",
        starts: "AAAAAAAAAAAAAAAAAAAA",
        form: "A{0,3}[A-Za-z0-9]{4,16}%2[BbFf](?<random>[A-Za-z0-9%]{40,90})"
      },
      {
        name: "An X (Twitter) access token",
        keyword: ["twitter", "x access token"],
        form: "[0-9]{15,20}-[A-Za-z0-9]{40}"
      },
      {
        name: "An X (Twitter) API secret",
        keyword: ["twitter", "x api secret", "x consumer secret"],
        form: "[A-Za-z0-9]{50}"
      },
      {
        name: "An X (Twitter) access token secret",
        keyword: ["twitter", "x access token secret"],
        form: "[A-Za-z0-9]{45}"
      }
    ]
  },
  {
    id: "facebook-token",
    title: "Facebook or Instagram token in the repository",
    severity: "high",
    description: "The token reads and posts as its user, page or app, also in WhatsApp.",
    remediation: "Let the token end (Access token debugger, or by changing the app\u2019s secret) and read the new one from the environment.",
    reference: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
    kinds: [
      { name: "A Facebook access token", starts: "EAA", form: "[A-Z][A-Za-z0-9]{90,400}" },
      {
        name: "A Facebook app access token",
        keyword: ["facebook", "fb app", "fb access"],
        form: String.raw`[0-9]{13,17}\|[A-Za-z0-9_-]{27}`
      },
      {
        name: "A Facebook app secret",
        keyword: ["facebook", "fb app", "fb secret", "meta app secret"],
        form: "[a-f0-9]{32}"
      },
      { name: "An Instagram access token", starts: ["IGQV", "IGQW", "IGAA", "IGQVJ"], form: "[A-Za-z0-9]{90,300}" },
      { name: "An Instagram app secret", keyword: "instagram", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "linkedin-secret",
    title: "LinkedIn secret in the repository",
    severity: "high",
    description: "The secret acts as the application towards people who log in by LinkedIn.",
    remediation: "Generate a new secret (My apps, Auth) and read the new one from the environment.",
    reference: "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow",
    kinds: [
      {
        name: "A LinkedIn client secret",
        starts: ["WPL_AP0.", "WPL_AP1."],
        form: String.raw`[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{8}={0,2}`
      },
      { name: "A LinkedIn client secret of the old form", keyword: "linkedin", form: "[A-Za-z0-9]{16}" }
    ]
  },
  {
    id: "vk-token",
    title: "VK token in the repository",
    severity: "medium",
    description: "The token acts as its user or community on VK.",
    remediation: "End the sessions of the app and read the new one from the environment.",
    reference: "https://dev.vk.com/en/api/access-token/getting-started",
    kinds: [{ name: "A VK access token", starts: "vk1.a.", form: "[A-Za-z0-9_-]{150,250}" }]
  },
  {
    id: "chat-server-token",
    title: "Token of a chat server in the repository",
    severity: "medium",
    description: "The token reads and writes in the chats as its user or bot.",
    remediation: "Revoke the token in the account\u2019s settings and read the new one from the environment.",
    reference: "https://developers.mattermost.com/integrate/reference/personal-access-token/",
    kinds: [
      { name: "A Mattermost access token", keyword: "mattermost", form: "[a-z0-9]{26}" },
      { name: "A Zulip API key", keyword: "zulip", form: "[A-Za-z0-9]{32}" },
      {
        name: "A Matrix (Synapse) access token",
        starts: "syt_",
        form: "[A-Za-z0-9+/=_-]{4,80}_[A-Za-z]{20}_[A-Za-z0-9]{6}"
      },
      {
        name: "A Line channel access token",
        keyword: ["line channel", "line access"],
        form: "[A-Za-z0-9+/]{170,180}={0,2}"
      },
      {
        name: "A Webex access token",
        keyword: "webex",
        form: "[A-Za-z0-9_-]{64}_[A-Za-z0-9_-]{4}_[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  }
];

// src/rules/credentials/tokens/formats/observability.ts
var OBSERVABILITY = [
  {
    id: "sentry-token",
    title: "Sentry token in the repository",
    severity: "high",
    description: "The token reads events, with the personal data in them, and changes projects as its scopes allow.",
    remediation: "Revoke the token (Settings, Developer settings or User auth tokens).",
    reference: "https://docs.sentry.io/account/auth-tokens/",
    kinds: [
      { name: "A Sentry user token", starts: "sntryu_", form: "[a-f0-9]{64}" },
      { name: "A Sentry token of an integration or app", starts: ["sntryi_", "sntrya_"], form: "[a-f0-9]{64}" },
      { name: "A Sentry organisation token", starts: "sntrys_eyJ", form: "[A-Za-z0-9+/=_-]{60,500}" },
      { name: "A Sentry auth token of the old form", keyword: ["sentry auth", "sentry token"], form: "[a-f0-9]{64}" }
    ]
  },
  {
    id: "newrelic-key",
    title: "New Relic key in the repository",
    severity: "high",
    description: "A user key queries all data its owner can see and changes their configuration.",
    remediation: "Delete the key (API keys) and keep the new one in Secrets Manager.",
    reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    kinds: [
      { name: "A New Relic user key", starts: "NRAK-", form: "[A-Z0-9]{27}" },
      { name: "A New Relic insights insert key", starts: "NRII-", form: "[A-Za-z0-9_-]{32}", severity: "medium" },
      { name: "A New Relic insights query key", starts: "NRIQ-", form: "[A-Za-z0-9_-]{32}" },
      { name: "A New Relic admin key", starts: "NRAA-", form: "[a-f0-9]{27}" },
      { name: "A New Relic REST API key", starts: "NRRA-", form: "[a-f0-9]{42}" },
      { name: "A New Relic license key", holds: "NRAL", before: "[a-fA-F0-9]{36}", form: "", severity: "medium" }
    ]
  },
  {
    id: "dynatrace-token",
    title: "Dynatrace token in the repository",
    severity: "high",
    description: "The token reads and writes monitoring data and settings as its scopes allow.",
    remediation: "Delete the token (Access tokens) and make one with fewer scopes and an expiry.",
    reference: "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
    kinds: [
      {
        name: "A Dynatrace token",
        starts: ["dt0a01.", "dt0c01.", "dt0e01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.", "dt0s16."],
        form: String.raw`[A-Z0-9]{24}\.[A-Z0-9]{64}`
      }
    ]
  },
  {
    id: "grafana-token",
    title: "Grafana token in the repository",
    severity: "high",
    description: "The token reads and changes dashboards, data sources and alerts as its service account can.",
    remediation: "Delete the token (Administration, Service accounts or Cloud access policies) and read the new one from the environment.",
    reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
    kinds: [
      { name: "A Grafana service account token", starts: "glsa_", form: "[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}" },
      { name: "A Grafana Cloud API token", starts: "glc_", form: "[A-Za-z0-9+/]{32,400}={0,2}" },
      {
        // The base64 of `{"k":"\u2026","n":"\u2026","id":1}` with a key of 32 characters; reports of Power BI begin likewise.
        name: "A Grafana API key of the old form",
        starts: "eyJrIjoi",
        form: "[A-Za-z0-9+/]{44}LCJuIjoi[A-Za-z0-9+/]{8,150}={0,2}"
      }
    ]
  },
  {
    id: "datadog-key",
    title: "Datadog key in the repository",
    severity: "high",
    description: "An application key with an API key reads and changes all that its owner can; an API key alone sends data in your name.",
    remediation: "Revoke the key (Organisation settings) and read the new one from the environment.",
    reference: "https://docs.datadoghq.com/account_management/api-app-keys/",
    kinds: [
      { name: "A Datadog API key", keyword: ["datadog", "dd api", "dd client api", "ddog"], form: "[a-f0-9]{32}" },
      {
        name: "A Datadog application key",
        keyword: ["datadog", "dd app", "dd application", "dd client app"],
        form: "[a-f0-9]{40}"
      }
    ]
  },
  {
    id: "honeycomb-key",
    title: "Honeycomb key in the repository",
    severity: "medium",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Delete the key (Environment settings, API keys) and read the new one from the environment.",
    reference: "https://docs.honeycomb.io/configure/environments/manage-api-keys/",
    kinds: [
      { name: "A Honeycomb ingest key", starts: ["hcaik_", "hcbik_", "hcxik_"], form: "[a-z0-9]{58}" },
      { name: "A Honeycomb API key", keyword: "honeycomb", form: "[A-Za-z0-9]{22}" }
    ]
  },
  {
    id: "splunk-token",
    title: "Splunk token in the repository",
    severity: "medium",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Disable the token (Data inputs, HTTP event collector) and read the new one from the environment.",
    reference: "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
    kinds: [
      {
        name: "A Splunk HTTP event collector token",
        starts: "Authorization: Splunk ",
        form: "(?<secret>[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})"
      },
      {
        name: "A Splunk HTTP event collector token in a setting",
        keyword: ["splunk", "hec token"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "pagerduty-key",
    title: "PagerDuty key in the repository",
    severity: "high",
    description: "The key reads and changes who is called for what, or opens and closes incidents.",
    remediation: "Delete the key (Integrations, API access keys) and read the new one from the environment.",
    reference: "https://support.pagerduty.com/main/docs/api-access-keys",
    kinds: [
      {
        name: "A PagerDuty API key",
        keyword: ["pagerduty", "pager duty", "pd api"],
        form: String.raw`(?:u\+|y_)?[A-Za-z0-9_+-]{18,20}`
      },
      {
        name: "A PagerDuty integration key",
        keyword: ["pagerduty", "pager duty"],
        form: "(?:R0[A-Z0-9]{30}|[a-f0-9]{32})",
        severity: "medium"
      }
    ]
  },
  {
    id: "opsgenie-key",
    title: "Opsgenie key in the repository",
    severity: "high",
    description: "The key opens and closes alerts, or changes who is called for what.",
    remediation: "Delete the key (Settings, API key management) and read the new one from the environment.",
    reference: "https://support.atlassian.com/opsgenie/docs/api-key-management/",
    kinds: [
      {
        name: "An Opsgenie API key",
        keyword: "opsgenie",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "rollbar-token",
    title: "Rollbar token in the repository",
    severity: "medium",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Disable the token (Project settings, Access tokens) and read the new one from the environment.",
    reference: "https://docs.rollbar.com/docs/access-tokens",
    kinds: [{ name: "A Rollbar access token", keyword: "rollbar", form: "[a-f0-9]{32}" }]
  },
  {
    id: "bugsnag-key",
    title: "Bugsnag token in the repository",
    severity: "medium",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Delete the token (My account, Personal auth tokens) and read the new one from the environment.",
    reference: "https://docs.bugsnag.com/api/data-access/",
    kinds: [
      {
        name: "A Bugsnag token",
        keyword: "bugsnag",
        form: "[a-f0-9]{32}|[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "log-service-key",
    title: "Key of a log service in the repository",
    severity: "medium",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Regenerate the key in the settings of the account and read the new one from the environment.",
    reference: "https://docs.mezmo.com/docs/ingestion-key",
    kinds: [
      { name: "A Mezmo (LogDNA) key", keyword: ["logdna", "mezmo"], form: "[a-f0-9]{32}" },
      {
        name: "A Loggly token",
        keyword: "loggly",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      { name: "A Logz.io token", keyword: ["logzio", "logz io"], form: "[A-Za-z]{32}" },
      { name: "A Sumo Logic access key", keyword: ["sumo", "sumologic"], form: "[A-Za-z0-9]{64}", severity: "high" },
      {
        name: "A Pydantic Logfire token",
        starts: ["pylf_v1_us_", "pylf_v1_eu_", "pylf_v2_us_", "pylf_v2_eu_"],
        form: "[A-Za-z0-9_-]{40,90}",
        reference: "https://pydantic.dev/docs/logfire/"
      },
      { name: "A Coralogix key", starts: ["cxtp_", "cxup_"], form: "[A-Za-z0-9]{30}" },
      {
        name: "A Better Stack source token",
        keyword: ["logtail", "betterstack", "better stack"],
        form: "[A-Za-z0-9]{24}"
      }
    ]
  },
  {
    id: "axiom-token",
    title: "Axiom token in the repository",
    severity: "high",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Delete the token (Settings, API tokens) and read the new one from the environment.",
    reference: "https://axiom.co/docs/reference/tokens",
    kinds: [
      {
        name: "An Axiom API token",
        starts: "xaat-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "An Axiom personal token",
        starts: "xapt-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "uptime-monitor-key",
    title: "Key of an uptime monitor in the repository",
    severity: "medium",
    description: "The key reads and changes what is watched and who is told.",
    remediation: "Reset the key in the account\u2019s settings and read the new one from the environment.",
    reference: "https://uptimerobot.com/api/",
    kinds: [
      { name: "An UptimeRobot API key", keyword: ["uptimerobot", "uptime robot"], form: "u[0-9]{5,9}-[a-f0-9]{24}" },
      { name: "A Checkly API key", starts: "cu_", form: "[a-f0-9]{32}" },
      { name: "A Pingdom API token", keyword: "pingdom", form: "[A-Za-z0-9_-]{80,90}" }
    ]
  },
  {
    id: "posthog-key",
    title: "PostHog personal API key in the repository",
    severity: "high",
    description: "The key reads what people do in the product, and changes flags that decide what they see.",
    remediation: "Delete the key (Settings, Personal API keys) and read the new one from the environment.",
    reference: "https://posthog.com/docs/api",
    kinds: [{ name: "A PostHog personal API key", starts: "phx_", form: "[A-Za-z0-9]{40,60}" }]
  },
  {
    id: "product-analytics-secret",
    title: "Secret of an analytics service in the repository",
    severity: "medium",
    description: "The secret reads what people do in the product, or sends false data in your name.",
    remediation: "Rotate the secret in the project\u2019s settings and read the new one from the environment.",
    reference: "https://amplitude.com/docs/apis/authentication",
    kinds: [
      { name: "An Amplitude secret key", keyword: "amplitude", form: "[a-f0-9]{32}" },
      { name: "A Mixpanel API secret", keyword: "mixpanel", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "launchdarkly-key",
    title: "LaunchDarkly key in the repository",
    severity: "high",
    description: "An access token changes flags that decide what runs; an SDK key reads all of them with their rules.",
    remediation: "Reset the key or delete the token (Organisation settings, Authorization) and read the new one from the environment.",
    reference: "https://launchdarkly.com/docs/home/account/api",
    kinds: [
      {
        name: "A LaunchDarkly access token",
        starts: "api-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "A LaunchDarkly SDK key",
        starts: "sdk-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}",
        severity: "medium"
      },
      {
        name: "A LaunchDarkly Relay Proxy key",
        starts: "rel-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "segment-key",
    title: "Segment key in the repository",
    severity: "high",
    description: "A token of the public API changes sources and destinations; a write key sends false data in your name.",
    remediation: "Revoke the token (Workspace settings, Access management) and read the new one from the environment.",
    reference: "https://www.twilio.com/docs/segment/api/public-api",
    kinds: [
      { name: "A Segment public API token", starts: "sgp_", form: "[A-Za-z0-9]{64}" },
      { name: "A Segment write key", keyword: "segment", form: "[A-Za-z0-9]{32}", severity: "medium" }
    ]
  },
  {
    id: "feature-flag-key",
    title: "Server key of a feature flag service in the repository",
    severity: "medium",
    description: "The key reads all flags with their rules, and of some services changes them.",
    remediation: "Reset the key in the environment\u2019s settings and read the new one from the environment.",
    reference: "https://docs.statsig.com/sdk-keys/api-keys",
    kinds: [
      { name: "A Statsig server secret", keyword: "statsig", form: "secret-[A-Za-z0-9]{40,50}" },
      { name: "A ConfigCat SDK key", starts: "configcat-sdk-1/", form: "[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}" },
      { name: "A Flagsmith server key", starts: "ser.", form: "[A-Za-z0-9]{22}" },
      {
        name: "An Unleash API token",
        keyword: "unleash",
        form: String.raw`(?:\*|default|[a-z-]{3,20}):[a-z-]{3,20}\.[a-f0-9]{56}`
      }
    ]
  },
  {
    id: "lightstep-token",
    title: "Instana, Lightstep or Scout key in the repository",
    severity: "medium",
    description: "The key reads what is measured and logged, with the personal data in it, or sends false data in your name.",
    remediation: "Delete the key in the project\u2019s settings and read the new one from the environment.",
    reference: "https://docs.lightstep.com/docs/create-and-manage-access-tokens",
    kinds: [{ name: "A Lightstep access token", keyword: "lightstep", form: "[A-Za-z0-9+/]{60,130}={0,2}" }]
  },
  {
    id: "rootly-key",
    title: "Rootly API key in the repository",
    severity: "high",
    description: "The key reads and changes incidents and what is done about them.",
    remediation: "Revoke the key (Organisation settings, API keys) and read the new one from the environment.",
    reference: "https://docs.rootly.com/api-reference/overview",
    kinds: [{ name: "A Rootly API key", starts: "rootly_", form: "[a-f0-9]{64}" }]
  }
];

// src/rules/credentials/tokens/formats/payments.ts
var PAYMENTS = [
  {
    id: "stripe-key",
    title: "Stripe live key in the repository",
    severity: "critical",
    description: "A live key moves real money: charges, refunds, payouts, and the data of every customer.",
    remediation: "Roll the key (Dashboard, Developers, API keys) and prefer a restricted one, read from the environment.",
    reference: "https://docs.stripe.com/keys",
    kinds: [
      { name: "A Stripe live secret key", starts: "sk_live_", form: "[A-Za-z0-9]{16,250}" },
      { name: "A Stripe live restricted key", starts: "rk_live_", form: "[A-Za-z0-9]{16,250}" },
      { name: "A Stripe live organisation key", starts: "sk_org_live_", form: "[A-Za-z0-9]{16,250}" },
      { name: "A Stripe test secret key", starts: "sk_test_", form: "[A-Za-z0-9]{16,250}", severity: "low" },
      { name: "A Stripe test restricted key", starts: "rk_test_", form: "[A-Za-z0-9]{16,250}", severity: "low" },
      {
        name: "A signing secret of a Stripe or Svix webhook",
        starts: "whsec_",
        form: "[A-Za-z0-9+/]{32,48}={0,2}",
        severity: "medium",
        reference: "https://docs.stripe.com/webhooks"
      }
    ]
  },
  {
    id: "paypal-secret",
    title: "PayPal or Braintree secret in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Rotate the secret (Developer dashboard, Apps and credentials) and read the new one from the environment.",
    reference: "https://developer.paypal.com/api/rest/",
    kinds: [
      {
        name: "A Braintree or PayPal access token",
        starts: "access_token$production$",
        form: String.raw`[a-z0-9]{16}\$[a-f0-9]{32}`
      },
      {
        name: "A Braintree or PayPal sandbox access token",
        starts: "access_token$sandbox$",
        form: String.raw`[a-z0-9]{16}\$[a-f0-9]{32}`,
        severity: "low"
      },
      { name: "A PayPal client secret", keyword: "paypal", form: "E[A-Za-z0-9_-]{79}" },
      { name: "A Braintree private key", keyword: "braintree", form: "[a-f0-9]{32}" }
    ]
  },
  {
    id: "square-token",
    title: "Square token in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Replace the token (Developer console, Credentials) and read the new one from the environment.",
    reference: "https://developer.squareup.com/docs/build-basics/access-tokens",
    kinds: [
      { name: "A Square access token", starts: "EAAA", form: "[A-Za-z0-9_-]{60}" },
      { name: "A Square OAuth secret", starts: "sq0csp-", form: "[A-Za-z0-9_-]{43}" },
      { name: "A Square access token of the old form", starts: "sq0atp-", form: "[A-Za-z0-9_-]{22}" },
      {
        name: "A Square sandbox secret",
        starts: ["sandbox-sq0csb-", "sandbox-sq0atb-"],
        form: "[A-Za-z0-9_-]{22,43}",
        severity: "low"
      }
    ]
  },
  {
    id: "plaid-secret",
    title: "Plaid secret in the repository",
    severity: "critical",
    description: "The secret reads bank accounts of the people who trusted the application.",
    remediation: "Rotate the secret (Developers, Keys) and read the new one from the environment.",
    reference: "https://plaid.com/docs/api/",
    kinds: [
      {
        name: "A Plaid access token",
        starts: ["access-production-", "access-development-"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "A Plaid sandbox access token",
        starts: "access-sandbox-",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}",
        severity: "low"
      },
      { name: "A Plaid secret", keyword: "plaid", form: "[a-f0-9]{30}" }
    ]
  },
  {
    id: "adyen-key",
    title: "Adyen API key in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Generate a new key (Developers, API credentials) and read the new one from the environment.",
    reference: "https://docs.adyen.com/development-resources/api-credentials",
    kinds: [
      {
        name: "An Adyen API key",
        starts: "AQE",
        form: String.raw`[a-z][A-Za-z0-9+/]{60,140}={0,2}-[A-Za-z0-9+/]{40,60}={0,2}-[^\s"']{10,30}`,
        open: true
      },
      { name: "An Adyen HMAC key", keyword: "adyen", form: "[A-F0-9]{64}" }
    ]
  },
  {
    id: "razorpay-secret",
    title: "Razorpay key in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Regenerate the key (Account and settings, API keys) and read the new one from the environment.",
    reference: "https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/",
    kinds: [
      { name: "A Razorpay live key id", starts: "rzp_live_", form: "[A-Za-z0-9]{14}", severity: "medium" },
      { name: "A Razorpay key secret", keyword: ["razorpay", "rzp"], form: "[A-Za-z0-9]{24}" }
    ]
  },
  {
    id: "coinbase-key",
    title: "Coinbase key in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Delete the key (Developer platform, API keys) and read the new one from the environment.",
    reference: "https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys",
    kinds: [
      {
        name: "A Coinbase API secret",
        keyword: ["coinbase", "cdp api key", "cdp wallet"],
        form: "[A-Za-z0-9+/]{86}==|[A-Za-z0-9]{64}"
      },
      { name: "A Coinbase API key of the old form", keyword: "coinbase", form: "[A-Za-z0-9]{32}" }
    ]
  },
  {
    id: "flutterwave-key",
    title: "Flutterwave key in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Regenerate the key (Settings, API keys) and read the new one from the environment.",
    reference: "https://developer.flutterwave.com/docs/authentication",
    kinds: [
      { name: "A Flutterwave live secret key", starts: "FLWSECK-", form: "[a-f0-9]{32}-X" },
      { name: "A Flutterwave test secret key", starts: "FLWSECK_TEST-", form: "[a-f0-9]{32}-X", severity: "low" }
    ]
  },
  {
    id: "payment-service-key",
    title: "Key of a payment service in the repository",
    severity: "critical",
    description: "The key moves real money and reads the data of every customer.",
    remediation: "Replace the key in the dashboard of the service and read the new one from the environment.",
    reference: "https://docs.mollie.com/reference/authentication",
    kinds: [
      { name: "A Mollie live API key", starts: "live_", form: "[A-Za-z0-9]{30}" },
      { name: "A GoCardless live access token", starts: "live_", form: "[A-Za-z0-9_-]{40}" },
      { name: "A Xendit live secret key", starts: "xnd_production_", form: "[A-Za-z0-9]{40,64}" },
      { name: "A Midtrans server key", starts: "Mid-server-", form: "[A-Za-z0-9_-]{24}" },
      {
        name: "A Paddle live API key",
        starts: "pdl_live_apikey_",
        form: "[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}"
      },
      {
        name: "A Paddle sandbox API key",
        starts: "pdl_sdbx_apikey_",
        form: "[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
        severity: "low"
      },
      { name: "A Polar access token", starts: ["polar_oat_", "polar_pat_"], form: "[A-Za-z0-9]{43}" },
      {
        name: "A Mercado Pago access token",
        starts: "APP_USR-",
        form: "[0-9]{10,18}-[0-9]{6}-[a-f0-9]{32}-[0-9]{6,11}"
      },
      { name: "An Asaas API key", starts: "$aact_", form: "[A-Za-z0-9_+/:=-]{60,200}" },
      { name: "A Chargebee API key", keyword: "chargebee", form: "(?:live|test)_[A-Za-z0-9]{32,35}" },
      { name: "A Recurly API key", keyword: "recurly", form: "[a-f0-9]{32}" },
      { name: "A Dwolla secret", keyword: "dwolla", form: "[A-Za-z0-9]{50}" },
      {
        name: "A Wise API token",
        keyword: ["transferwise", "wise api", "wise token"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "shipping-service-key",
    title: "Key of a shipping service in the repository",
    severity: "high",
    description: "The key buys labels and reads addresses of customers.",
    remediation: "Replace the key in the dashboard of the service and read the new one from the environment.",
    reference: "https://docs.easypost.com/docs/authentication",
    kinds: [
      { name: "An EasyPost production key", starts: "EZAK", form: "[A-Za-z0-9]{54}" },
      { name: "An EasyPost test key", starts: "EZTK", form: "[A-Za-z0-9]{54}", severity: "low" },
      { name: "A Shippo live token", starts: "shippo_live_", form: "[a-f0-9]{40}" },
      { name: "A Shippo test token", starts: "shippo_test_", form: "[a-f0-9]{40}", severity: "low" },
      { name: "A Lob live API key", starts: "live_", form: "[a-f0-9]{35}" },
      { name: "A Duffel live token", starts: "duffel_live_", form: "[A-Za-z0-9_-]{43}" }
    ]
  },
  {
    id: "exchange-key",
    title: "Key of a crypto exchange or node in the repository",
    severity: "critical",
    description: "The key trades and, if it may, withdraws; of a node service it is used at your cost.",
    remediation: "Delete the key in the service\u2019s settings and read the new one from the environment.",
    reference: "https://developers.binance.com/docs/binance-spot-api-docs/rest-api",
    kinds: [
      { name: "A Binance key or secret", keyword: "binance", form: "[A-Za-z0-9]{64}" },
      { name: "A Kraken private key", keyword: "kraken", form: "[A-Za-z0-9+/]{86}==" },
      {
        name: "A KuCoin secret",
        keyword: "kucoin",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      { name: "A Bitfinex key or secret", keyword: "bitfinex", form: "[A-Za-z0-9]{43}" },
      {
        name: "An Infura project secret",
        keyword: ["infura secret", "infura project secret", "infura api secret", "infura api key secret"],
        form: "[a-f0-9]{32}",
        severity: "high"
      },
      // The id of a project, which Infura calls an API key: it stands in the address that programs ask.
      {
        name: "An Infura API key",
        keyword: ["infura key", "infura api key", "infura id", "infura project id", "infura token"],
        form: "[a-f0-9]{32}",
        severity: "medium"
      },
      { name: "An Alchemy API key", keyword: "alchemy", form: "[A-Za-z0-9_-]{32}", severity: "medium" },
      { name: "An Etherscan API key", keyword: "etherscan", form: "[A-Z0-9]{34}", severity: "medium" },
      { name: "An Alpaca secret key", keyword: ["alpaca", "apca api secret"], form: "[A-Za-z0-9]{40}" }
    ]
  }
];

// src/rules/credentials/tokens/formats/registries.ts
var REGISTRIES = [
  {
    id: "npm-token",
    title: "npm or package registry token in the repository",
    severity: "critical",
    description: "A registry token can publish: whoever has it can put code into everything that depends on the packages.",
    remediation: "Revoke the token (npm token revoke). In .npmrc write _authToken=${NPM_TOKEN}; publish from CI by trusted publishing (OIDC).",
    reference: "https://docs.npmjs.com/about-access-tokens",
    kinds: [
      { name: "An npm access token", starts: "npm_", form: "[A-Za-z0-9]{36}", checkDigits: base62Crc },
      {
        name: "An npm access token of the old form",
        keyword: ["npm token", "npm auth token"],
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      },
      {
        name: "A package registry token in .npmrc",
        starts: ":_authToken=",
        form: String.raw`(?:|\\{0,4}["'])(?<secret>[A-Za-z0-9_+/.=-]{20,200})`,
        open: true
      },
      {
        name: "A GitHub token in the address of a dependency",
        holds: ":x-oauth-basic@github.com",
        before: "(?<secret>[a-f0-9]{40}|[A-Za-z0-9_]{40,255})",
        form: "",
        open: true
      }
    ]
  },
  {
    id: "docker-token",
    title: "Docker Hub token in the repository",
    severity: "high",
    description: "A Docker Hub token can pull private images and, if it may write, replace public ones.",
    remediation: "Delete the token (Account settings, Personal access tokens) and read the new one from the environment.",
    reference: "https://docs.docker.com/security/access-tokens/",
    kinds: [
      { name: "A Docker Hub personal access token", starts: "dckr_pat_", form: "[A-Za-z0-9_-]{27}" },
      { name: "A Docker Hub organisation access token", starts: "dckr_oat_", form: "[A-Za-z0-9_-]{27,40}" }
    ]
  },
  {
    id: "pypi-token",
    title: "PyPI token in the repository",
    severity: "critical",
    description: "The token uploads releases: whoever has it can put code into everything that depends on the project.",
    remediation: "Remove the token (Account settings, API tokens) and publish by trusted publishing (OIDC).",
    reference: "https://pypi.org/help/#apitoken",
    kinds: [
      { name: "A PyPI upload token", starts: "pypi-AgEIcHlwaS5vcmc", form: "[A-Za-z0-9_-]{50,1000}" },
      {
        name: "A TestPyPI upload token",
        starts: "pypi-AgENdGVzdC5weXBpLm9yZw",
        form: "[A-Za-z0-9_-]{50,1000}",
        severity: "high"
      }
    ]
  },
  {
    id: "rubygems-key",
    title: "RubyGems API key in the repository",
    severity: "critical",
    description: "The key pushes gems: whoever has it can put code into everything that depends on them.",
    remediation: "Delete the key (Settings, API keys) and publish by trusted publishing (OIDC).",
    reference: "https://guides.rubygems.org/api-key-scopes/",
    kinds: [{ name: "A RubyGems API key", starts: "rubygems_", form: "[a-f0-9]{48}" }]
  },
  {
    id: "artifactory-token",
    title: "JFrog Artifactory key in the repository",
    severity: "high",
    description: "The key reads private packages and, if its user may, replaces what others install.",
    remediation: "Revoke the key, and let pipelines log in by OIDC or with scoped, short-lived tokens.",
    reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
    kinds: [
      { name: "A JFrog Artifactory API key", starts: "AKCp", form: "[A-Za-z0-9]{69}" },
      { name: "A JFrog reference token", starts: "cmVmdGtuO", form: "[A-Za-z0-9]{55}" },
      { name: "A JFrog encrypted password or key", keyword: ["artifactory", "jfrog"], form: "[A-Za-z0-9]{73}" }
    ]
  },
  {
    id: "crates-token",
    title: "crates.io token in the repository",
    severity: "critical",
    description: "The token publishes crates: whoever has it can put code into everything that depends on them.",
    remediation: "Revoke the token (Account settings, API tokens) and publish by trusted publishing (OIDC).",
    reference: "https://crates.io/docs/trusted-publishing",
    kinds: [
      { name: "A crates.io API token", starts: "cio", form: "[A-Za-z0-9]{32}" },
      {
        name: "A crates.io API token of the old form",
        keyword: ["cargo registry token", "crates io token", "crates token"],
        form: "[A-Za-z0-9]{32,35}"
      }
    ]
  },
  {
    id: "nuget-key",
    title: "NuGet API key in the repository",
    severity: "critical",
    description: "The key pushes packages: whoever has it can put code into everything that depends on them.",
    remediation: "Delete or regenerate the key (API keys) and publish by trusted publishing (OIDC).",
    reference: "https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package",
    kinds: [{ name: "A NuGet API key", starts: "oy2", form: "[a-z0-9]{43}" }]
  },
  {
    id: "clojars-token",
    title: "Clojars deploy token in the repository",
    severity: "critical",
    description: "The token deploys releases: whoever has it can put code into everything that depends on them.",
    remediation: "Disable the token (Deploy tokens) and read the new one from the environment.",
    reference: "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
    kinds: [{ name: "A Clojars deploy token", starts: "CLOJARS_", form: "[a-z0-9]{60}" }]
  },
  {
    id: "packagist-token",
    title: "Packagist token in the repository",
    severity: "critical",
    description: "The token reads or publishes private packages of the organisation.",
    remediation: "Delete the token in the settings of the organisation and read the new one from the environment.",
    reference: "https://packagist.com/docs/composer-authentication",
    kinds: [
      { name: "A Private Packagist token", starts: "packagist_", form: "[a-z]{3}_[a-f0-9]{68}" },
      { name: "A Packagist API token", keyword: "packagist", form: "[A-Za-z0-9_-]{20}" }
    ]
  },
  {
    id: "openvsx-token",
    title: "Open VSX access token in the repository",
    severity: "critical",
    description: "The token publishes extensions, which run in the editors of all who have them.",
    remediation: "Delete the token (Settings, Access tokens) and read the new one from the environment.",
    reference: "https://github.com/eclipse/openvsx/wiki/Publishing-Extensions",
    kinds: [
      {
        name: "An Open VSX access token",
        starts: "ovsxat_",
        form: "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
      }
    ]
  },
  {
    id: "cloudsmith-key",
    title: "Cloudsmith API key in the repository",
    severity: "high",
    description: "The key reads private packages and, if its user may, replaces what others install.",
    remediation: "Refresh the key (User settings, API key) and read the new one from the environment, or use OIDC.",
    reference: "https://help.cloudsmith.io/docs/api-key",
    kinds: [{ name: "A Cloudsmith API key", keyword: "cloudsmith", form: "[a-f0-9]{40}" }]
  },
  {
    id: "hex-pm-key",
    title: "Hex.pm API key in the repository",
    severity: "critical",
    description: "The key publishes packages: whoever has it can put code into everything that depends on them.",
    remediation: "Revoke the key (mix hex.user key revoke) and read the new one from the environment.",
    reference: "https://hex.pm/docs/publish",
    kinds: [{ name: "A Hex.pm API key", keyword: ["hex api key", "hexpm", "hex pm"], form: "[a-f0-9]{32}" }]
  },
  {
    id: "expo-token",
    title: "Expo access token in the repository",
    severity: "high",
    description: "The token builds and publishes updates of apps in the name of its account.",
    remediation: "Revoke the token (Account settings, Access tokens) and read the new one from the environment.",
    reference: "https://docs.expo.dev/accounts/programmatic-access/",
    kinds: [{ name: "An Expo access token", keyword: "expo", form: "[A-Za-z0-9_-]{40}" }]
  }
];

// src/rules/credentials/tokens/formats.ts
var VENDORS = [
  ...AI,
  ...BUSINESS,
  ...CLOUDS,
  ...CODE_HOSTING,
  ...DATABASES,
  ...INFRASTRUCTURE,
  ...MESSAGING,
  ...OBSERVABILITY,
  ...PAYMENTS,
  ...REGISTRIES
];

// src/rules/credentials/tokens/issued.ts
var ENOUGH = 48;
function isIssued(body, form) {
  const start = body.slice(0, ENOUGH);
  if (isMadeUp(start) || REPEATED2.test(start) || isWords(start)) return false;
  return entropyOf(start) >= (form.entropy ?? usualEntropy(start));
}
var REPEATED2 = /(.)\1{6}|(.{2,4})\2{4}/;
function usualEntropy(body) {
  return Math.min(Math.log2(body.length), /[G-Zg-z]/.test(body) ? 5 : 4) * 0.6;
}
function entropyOf(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= count / text.length * Math.log2(count / text.length);
  return entropy;
}
function isWords(body) {
  const parts = body.split(/[-_.:]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d+$)/).filter((part) => part !== "");
  return parts.every((part) => /^(?:[A-Z]?[a-z]{2,}|[A-Z]{2,}|\d{1,4})$/.test(part));
}

// src/rules/credentials/tokens/literals.ts
var LiteralIndex = class {
  #marked = new Uint32Array(1 << HASH_BITS - 5);
  #entries = /* @__PURE__ */ new Map();
  /** Adds what to find: a literal of three characters or more, in its own case or in any. */
  add(literal, anyCase, value) {
    if (literal.length < 3) throw new Error(`a literal of ${literal.length} characters is everywhere`);
    const windowEnd = endOfRarest(literal);
    const entry = { literal: anyCase ? literal.toLowerCase() : literal, anyCase, windowEnd, value };
    for (const hash of hashesOf(literal.slice(Math.max(0, windowEnd - WINDOW), windowEnd))) {
      this.#marked[hash >>> 5] |= 1 << (hash & 31);
      const entries = this.#entries.get(hash);
      if (entries) entries.push(entry);
      else this.#entries.set(hash, [entry]);
    }
  }
  /** Calls `visit` for every literal at every place. */
  search(text, visit) {
    const marked = this.#marked;
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = (hash << STEP ^ (text.charCodeAt(at) | 32)) & MASK2;
      if (marked[hash >>> 5] >>> (hash & 31) & 1) this.#compare(text, at + 1, hash, visit);
    }
  }
  #compare(text, at, hash, visit) {
    for (const entry of this.#entries.get(hash)) {
      const start = at - entry.windowEnd;
      if (start >= 0 && standsAt(text, start, entry)) visit(entry.value, start, start + entry.literal.length);
    }
  }
};
function standsAt(text, start, { literal, anyCase }) {
  if (!anyCase) return text.startsWith(literal, start);
  for (let at = 0; at < literal.length; at++) {
    const code = text.charCodeAt(start + at);
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== literal.charCodeAt(at)) return false;
  }
  return true;
}
var WINDOW = 4;
var STEP = 5;
var HASH_BITS = WINDOW * STEP;
var MASK2 = (1 << HASH_BITS) - 1;
function hashesOf(window) {
  let hash = 0;
  for (const character of window) hash = (hash << STEP ^ (character.charCodeAt(0) | 32)) & MASK2;
  if (window.length === WINDOW) return [hash];
  const lasting = 3 * STEP;
  return Array.from({ length: 1 << STEP }, (_, first) => hash & (1 << lasting) - 1 ^ first << lasting);
}
var BY_FREQUENCY = "etaionsrlcdupm_-fhg./bvyk:wx0 1jqz";
var RANKS = Uint8Array.from({ length: 128 }, (_, code) => {
  const rank = BY_FREQUENCY.indexOf(String.fromCharCode(code).toLowerCase());
  return rank === -1 ? BY_FREQUENCY.length : rank;
});
function endOfRarest(literal) {
  const first = Math.min(WINDOW, literal.length);
  let sum = 0;
  for (let at = 0; at < first; at++) sum += RANKS[literal.charCodeAt(at)];
  let [best, most] = [first, sum];
  for (let end = first + 1; end <= literal.length; end++) {
    sum += RANKS[literal.charCodeAt(end - 1)] - RANKS[literal.charCodeAt(end - 1 - WINDOW)];
    if (sum > most) [best, most] = [end, sum];
  }
  return best;
}

// src/rules/credentials/tokens/word-start.ts
var COLOUR = String.raw`(?:\x1b|\\e|\\E|\\x1[bB]|\\0?33|\\u001[bB]|\^\[)\[[0-9;:]{0,24}[mK]|[\x9b\u203a][0-9;:]{1,24}[mK]`;
var COLOURS = new RegExp(COLOUR, "g");
var LOOK_BACK = 40;
var ESCAPE2 = new RegExp(
  String.raw`(?:\\[abefnrtv0]|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|%[0-9A-Fa-f]{2}|=3D|${COLOUR})$`
);
function isWordStart(text, at) {
  return at === 0 || !/[A-Za-z0-9]/.test(text[at - 1]) || endsInEscape(text, at);
}
function endsInEscape(text, at) {
  return ESCAPE2.test(text.slice(Math.max(0, at - LOOK_BACK), at));
}
function readable(text) {
  const plain = text.includes("[") ? text.replace(COLOURS, (colour) => " ".repeat(colour.length)) : text;
  return plain.includes("\\") ? plain.replace(/\\[nrt]/g, "\n ") : plain;
}

// src/rules/credentials/tokens/naming.ts
var FARTHEST = 60;
var MOST_LINES = 3;
var SECRET2 = /key|token|secret|passw|pwd|auth|cred|bearer|\bpat\b|_pat\b|dsn|license|signing|\bsid\b|webhook|[._-]login\b/i;
var NO_SECRET = /hash|\bsha\d|_sha\d?|md5|digest|checksum|commit|etag|fingerprint|public|publishable|integrity|revision|(?:key|token|secret)[_-]?(?:id|name|arn|path|file|ref)\b/i;
var ASSIGNED = /^[\w.-]*["'`\])]{0,3}\s{0,8}(?:=>|:=|[:=,]|\s)\s{0,8}["'`(]{0,2}(?:(?:Bearer|Basic|Token|token|bearer)\s)?$/;
var OWN_LINE = /^[\s"'{,-]{0,80}(?:[\w.-]{0,40}(?:key|token|secret|passw(?:or)?d|pass|auth|pat|sid))["'`]?\s{0,8}(?:=>|:=|[:=])\s{0,8}["'`]?$/i;
var VALUE_LINE = /^[\s"'{,-]{0,80}(?:<(?:string|value)>|["']?(?:default_?)?value["']?\s{0,8}[:=]\s{0,8}["'`]?)$/i;
function nameBefore(text, start, end, at) {
  const between = readable(text.slice(end, at));
  const head = text.slice(Math.max(0, start - FARTHEST), end);
  const lines = between.split("\n");
  const first = head.slice(head.lastIndexOf("\n") + 1) + lines[0];
  if (NO_SECRET.test(text.slice(start, at))) return void 0;
  if (lines.length === 1) {
    if (between.length > FARTHEST || !SECRET2.test(first) || (between.match(/[:=](?!\/\/)/g) ?? []).length > 2)
      return void 0;
    return ASSIGNED.test(between) ? "medium" : "low";
  }
  const own = lines.at(-1);
  if (lines.length > MOST_LINES + 1 || lines.slice(1, -1).some((line) => line.trim() === "")) return void 0;
  if (OWN_LINE.test(own) || VALUE_LINE.test(own) && lines.length === 2 && SECRET2.test(first)) return "medium";
  return void 0;
}

// src/rules/credentials/tokens/finder.ts
function tokensIn(text) {
  const evident = [];
  const named = [];
  INDEX.search(text, (row, start, end) => {
    if (isNamed(row.form)) for (const token of namedAfter(text, row, start, end)) named.push(token);
    else {
      const token = evidentAt(text, row, start, end);
      if (token) evident.push(token);
    }
  });
  const kept = withoutOverlaps(evident);
  return [...kept, ...withoutOverlaps(named).filter((token) => !overlapsOne(kept, token))];
}
function mayBeToken(text) {
  let found2 = false;
  INDEX.search(text, (row, start, end) => {
    found2 ||= !isNamed(row.form) && hasForm(text, row, start, end);
  });
  return found2;
}
function mayNameToken(text) {
  let found2 = false;
  INDEX.search(text, () => {
    found2 = true;
  });
  return found2;
}
var Row = class {
  vendor;
  form;
  #patterns;
  constructor(vendor, form) {
    this.vendor = vendor;
    this.form = form;
  }
  get pattern() {
    return this.patterns.pattern;
  }
  get before() {
    return this.patterns.before;
  }
  get patterns() {
    this.#patterns ??= patternsOf(this.form);
    return this.#patterns;
  }
};
var VALUE_START = "(?<![A-Za-z0-9_+/.~@#-])";
var INDEX = indexOf(VENDORS);
function indexOf(vendors) {
  const index = new LiteralIndex();
  for (const vendor of vendors) {
    for (const form of vendor.kinds) {
      const row = new Row(vendor, form);
      if (isNamed(form)) for (const keyword of keywordsOf(form)) index.add(keyword, true, row);
      else for (const literal of [...listOf(form.starts), ...listOf(form.holds)]) index.add(literal, false, row);
    }
  }
  return index;
}
function keywordsOf({ keyword }) {
  return new Set(
    listOf(keyword).flatMap((words) => ["", "_", "-", ".", " "].map((joint) => words.replaceAll(" ", joint)))
  );
}
function patternsOf(form) {
  if (isNamed(form)) return { pattern: compile(VALUE_START + group(form.form) + wordEnd(form.form), "g") };
  const pattern = compile(group(form.form) + (form.open ? "" : wordEnd(form.form)), "y");
  return form.before ? { pattern, before: compile(`(?<=(${form.before}))`, "y") } : { pattern };
}
function group(form) {
  return `(?:${form})`;
}
function compile(source, flags) {
  return new RegExp(source, source.includes("(?<") ? `${flags}d` : flags);
}
function wordEnd(form) {
  const alphabet = /\[([^\]]+)\](?:\{[\d,]+\})?\)?$/.exec(form)?.[1] ?? "";
  const own = ["_", "+", "/", "~"].filter((character) => alphabet.includes(character));
  if (alphabet.endsWith("-")) own.push("-");
  return `(?![A-Za-z0-9${own.map((character) => `\\${character}`).join("")}])`;
}
var LONGEST_BEFORE = 160;
function evidentAt(text, row, start, end) {
  const lookBack = Math.max(0, start - LONGEST_BEFORE);
  const left = row.before && matchEndingAt(row.before, readable(text.slice(lookBack, start)));
  if (row.before && !left) return void 0;
  const from = left ? start - left[1].length : start;
  if (!row.form.open && !isWordStart(text, from)) return void 0;
  const match = matchAt(row.pattern, text, end);
  if (!match) return void 0;
  const secret = partOf(match, "secret") ?? (left && partOf(left, "secret", lookBack));
  const { start: first, end: last } = secret ?? { start: from, end: end + match[0].length };
  const random = partOf(match, "random") ?? secret ?? { start: left ? first : end, end: last };
  if (!isIssued(text.slice(random.start, random.end), row.form) || isDocumented(text.slice(first, last)))
    return void 0;
  const token = { vendor: row.vendor, form: row.form, start: first, end: last };
  const checked = row.form.checkDigits?.(text.slice(first, last));
  if (checked === void 0) return { ...token, confidence: "high" };
  return { ...token, confidence: checked ? "high" : "medium", checked };
}
function hasForm(text, row, start, end) {
  if (!row.before && !row.form.open && !isWordStart(text, start)) return false;
  return matchAt(row.pattern, text, end) !== null;
}
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
function matchEndingAt(before, text) {
  return matchAt(before, text, text.length);
}
var REACH4 = 200;
var LONGEST_VALUE = 400;
function* namedAfter(text, { vendor, form, pattern }, start, end) {
  if (!isWholeWord(text, start, end)) return;
  const window = readable(text.slice(end, end + REACH4 + LONGEST_VALUE));
  for (const match of window.matchAll(pattern)) {
    if (match.index > REACH4) return;
    const { start: first, end: last } = partOf(match, "secret") ?? {
      start: match.index,
      end: match.index + match[0].length
    };
    const value = { start: end + first, end: end + last };
    if (value.start === end) continue;
    const confidence = nameBefore(text, start, end, value.start);
    const secret = text.slice(value.start, value.end);
    if (!confidence || !isIssued(secret, form) || isDocumented(secret)) continue;
    yield {
      vendor,
      form,
      ...value,
      wordEnd: end,
      confidence: isPublic(form, text, start, value.end) ? "low" : confidence
    };
  }
}
function isWholeWord(text, start, end) {
  const before = text[start - 1] ?? "";
  const first = text[start];
  if (/[a-z]/.test(before) && !/[A-Z]/.test(first)) return false;
  if (/[A-Z]/.test(before)) return false;
  if (/^(?:api|app|key|token|secret|auth|access|client|pass|pat|sdk|master|admin)/i.test(text.slice(end, end + 6)))
    return true;
  return !(/[A-Z]/.test(text[end - 1]) ? /[A-Z]/ : /[a-z]/).test(text[end] ?? "");
}
var AROUND = 200;
function isPublic(form, text, start, end) {
  if (!("publicBy" in form) || !form.publicBy) return false;
  const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
  return form.publicBy.test(around) && !/admin|write/i.test(around);
}
function partOf(match, name, from = 0) {
  const place = match.indices?.groups?.[name];
  return place && { start: from + place[0], end: from + place[1] };
}
function withoutOverlaps(tokens) {
  let end = 0;
  return tokens.sort((a, b) => a.start - b.start || b.end - a.end || (b.wordEnd ?? 0) - (a.wordEnd ?? 0)).filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}
function overlapsOne(sorted, { start, end }) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (sorted[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low].start < end;
}

export {
  isZip,
  isTar,
  unreadPacking,
  decodeBytes,
  encodingOf,
  decodeAs,
  inflatesBeyond,
  isGzip,
  addressesIn,
  mayHoldAddress,
  wordiness,
  namesSecret,
  SECRET_STEMS,
  wordsOf,
  isPlaceholder,
  COMMON_PASSWORDS,
  judgeSecret,
  boundedHits,
  decodeBase64,
  decode,
  mayBeEncoded,
  isDecoded,
  isPlaceholder2,
  judgeLiteral,
  columnsIn,
  literalsIn,
  isNamed,
  VENDORS,
  tokensIn,
  mayBeToken,
  mayNameToken,
  secretsInScript
};
